package org.duban.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duban.base.CalendarDay;

/**
 * What a file would make of a year.
 *
 * @param known whether the year is entered already
 * @param added days that only the file has
 * @param changed days that the file has otherwise, as they would be
 * @param removed days that only the calendar has
 */
public record YearChange(
        int year, boolean known, List<CalendarDay> added, List<CalendarDay> changed, List<CalendarDay> removed) {

    static YearChange of(int year, boolean known, List<CalendarDay> before, List<CalendarDay> after) {
        Map<LocalDate, CalendarDay> left = new TreeMap<>();
        before.forEach(day -> left.put(day.day(), day));
        List<CalendarDay> added = new ArrayList<>();
        List<CalendarDay> changed = new ArrayList<>();
        for (CalendarDay day : after) {
            CalendarDay was = left.remove(day.day());
            if (was == null) {
                added.add(day);
            } else if (!was.equals(day)) {
                changed.add(day);
            }
        }
        return new YearChange(year, known, added, changed, List.copyOf(left.values()));
    }

    public boolean nothing() {
        return known && added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
