package org.duban.organisation;

import java.time.LocalDate;
import java.util.List;

/**
 * A body that can be made responsible.
 *
 * @param code stable short name in ASCII, unique
 * @param name canonical name
 * @param shortName the name used in tables
 * @param jurisdiction 国家 or the province whose body it is
 * @param aliases other names, each meaning one body within the jurisdiction
 * @param abolishedYear the year in which it was dissolved or merged, or {@code null}
 * @param abolishedOn the first day without it, in {@code abolishedYear}; {@code null} where only the year is known
 * @param note what a reader should know of its history, or {@code null}
 */
public record Department(
        DepartmentId id,
        String code,
        String name,
        String shortName,
        Tier tier,
        String jurisdiction,
        Kind kind,
        List<String> aliases,
        Integer abolishedYear,
        LocalDate abolishedOn,
        String note) {

    /** Whether it was no more on that day; where only the year is known, during the whole of it. */
    public boolean abolishedBy(LocalDate day) {
        return abolishedOn != null
                ? !day.isBefore(abolishedOn)
                : abolishedYear != null && day.getYear() >= abolishedYear;
    }

    public enum Tier {
        NATIONAL,
        PROVINCIAL,
        CITY,
        COUNTY
    }

    public enum Kind {
        /** One body. */
        OFFICE,
        /** A city or region, answering through its government. */
        PLACE,
        /** Stands for several bodies that the source does not list. */
        GROUP
    }
}
