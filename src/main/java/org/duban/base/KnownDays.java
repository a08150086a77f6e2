package org.duban.base;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The calendar as it was at one revision.
 *
 * @param years those whose days are announced
 */
record KnownDays(long revision, Map<LocalDate, CalendarDay> days, Set<Integer> years) {

    /** In years of which nothing is known, Monday to Friday. */
    boolean working(LocalDate day) {
        CalendarDay known = days.get(day);
        return known == null ? !weekend(day) : known.kind() == CalendarDay.Kind.WORKING;
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
