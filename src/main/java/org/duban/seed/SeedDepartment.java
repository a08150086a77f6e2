package org.duban.seed;

import java.util.List;
import java.util.stream.Stream;

/**
 * A body that directives name.
 *
 * @param code stable key, lower-case ASCII letters, digits and hyphens
 * @param name full name
 * @param shortName what tables show; the full name when the file gives no other
 * @param jurisdiction 国家 or the full name of a province or city, e.g. 辽宁省
 * @param aliases further names; neither {@code name} nor {@code shortName} nor one alias twice
 * @param abolished when, or null while it exists
 * @param successors the bodies that took over, the main one first; empty unless abolished
 * @param note a remark for people, or null
 */
public record SeedDepartment(
        String code,
        String name,
        String shortName,
        Level level,
        String jurisdiction,
        Kind kind,
        List<String> aliases,
        SeedAbolition abolished,
        List<SeedSuccession> successors,
        String note) {

    public SeedDepartment {
        aliases = List.copyOf(aliases);
        successors = List.copyOf(successors);
    }

    /** Rank of the body; of a group, the rank of its highest members. */
    public enum Level {
        NATIONAL,
        PROVINCIAL,
        CITY,
        COUNTY
    }

    /** What stands behind the name. */
    public enum Kind {
        /** One body with its own staff. */
        OFFICE,
        /** A city or county, meaning its Party committee and government. */
        PLACE,
        /** A collective name (各市, 相关部门) that has to be expanded to members. */
        GROUP
    }

    Stream<String> names() {
        return Stream.concat(Stream.of(name, shortName), aliases.stream());
    }

    SeedDepartment succeededBy(List<SeedSuccession> others) {
        return new SeedDepartment(code, name, shortName, level, jurisdiction, kind, aliases, abolished, others, note);
    }
}
