package org.duban.organisation;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.duban.base.Refusal;
import org.duban.base.Words;

/** What a department that somebody types in must look like. The lengths are those of the table. */
final class DepartmentRules {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    private DepartmentRules() {}

    /**
     * The department with its names trimmed and its code in small letters.
     *
     * @throws Refusal if something is wrong; of several things the one that the form asks for first
     */
    static Department checked(Department department) {
        String name = Words.required(department.name(), 120, "refusal.department.nameMissing");
        String shortName = Words.required(department.shortName(), 60, "refusal.department.shortNameMissing");
        String code = Words.required(department.code(), 40, "refusal.department.codeMissing")
                .toLowerCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            throw new Refusal("refusal.department.codeMalformed");
        }
        return new Department(
                null,
                code,
                name,
                shortName,
                Objects.requireNonNull(department.tier()),
                Words.required(department.jurisdiction(), 40, "refusal.department.jurisdictionMissing"),
                Objects.requireNonNull(department.kind()),
                department.aliases().stream()
                        .map(alias -> Words.required(alias, 120, "refusal.department.nameMissing"))
                        .toList(),
                department.abolishedYear(),
                department.abolishedOn(),
                Words.optional(department.note(), 500));
    }
}
