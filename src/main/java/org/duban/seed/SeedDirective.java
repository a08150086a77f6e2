package org.duban.seed;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A directive with its division table.
 *
 * @param file where it was read
 * @param slug unique among all directives, lower-case ASCII letters, digits and hyphens
 * @param number 发文字号 or null; not unique, since a plan and its annual table share one
 * @param issuer as printed; several issuers stand in one string
 * @param periodFrom first year of the plan's period, or null when the directive has none (then both are null)
 * @param periodTo last year, not before {@code periodFrom}
 * @param jurisdiction where printed department names are looked up first; 国家 comes second
 * @param goals targets of the directive as a whole, owned by no row
 * @param rows in file order, numbers unique
 */
public record SeedDirective(
        Path file,
        String slug,
        String title,
        String number,
        String issuer,
        LocalDate issued,
        Integer periodFrom,
        Integer periodTo,
        String jurisdiction,
        List<SeedTarget> goals,
        List<SeedRow> rows) {

    public SeedDirective {
        goals = List.copyOf(goals);
        rows = List.copyOf(rows);
    }

    SeedDirective withRows(List<SeedRow> others) {
        return new SeedDirective(
                file, slug, title, number, issuer, issued, periodFrom, periodTo, jurisdiction, goals, others);
    }
}
