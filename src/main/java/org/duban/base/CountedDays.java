package org.duban.base;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A clock of working days, and how it was counted.
 *
 * @param from the day before the first that was counted
 * @param days how many working days
 * @param to the last of them
 * @param holidays what was passed over, by occasion; weekends that belong to none are not among them
 * @param madeUp weekend days that counted, since work was made up for on them (调休)
 * @param weekends whether any weekend day was passed over that belongs to no holiday
 * @param unannounced years of whose holidays nothing was known, which were counted as Monday to Friday
 */
public record CountedDays(
        LocalDate from,
        int days,
        LocalDate to,
        List<Holiday> holidays,
        List<LocalDate> madeUp,
        boolean weekends,
        List<Integer> unannounced) {

    /**
     * Days off one after the other.
     *
     * @param occasion in Chinese, as announced
     */
    public record Holiday(LocalDate first, LocalDate last, String occasion) {

        /** Days off in ascending order, those side by side and of one occasion as one holiday. */
        public static List<Holiday> of(List<CalendarDay> off) {
            List<Holiday> holidays = new ArrayList<>();
            for (CalendarDay day : off) {
                Holiday before = holidays.isEmpty() ? null : holidays.getLast();
                if (before != null
                        && before.last().plusDays(1).equals(day.day())
                        && before.occasion().equals(day.occasion())) {
                    holidays.removeLast();
                    holidays.add(new Holiday(before.first(), day.day(), day.occasion()));
                } else {
                    holidays.add(new Holiday(day.day(), day.day(), day.occasion()));
                }
            }
            return holidays;
        }
    }

    static CountedDays count(KnownDays known, LocalDate from, int days) {
        LocalDate day = from;
        List<CalendarDay> off = new ArrayList<>();
        List<LocalDate> madeUp = new ArrayList<>();
        List<Integer> unannounced = new ArrayList<>();
        boolean weekends = false;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            CalendarDay special = known.days().get(day);
            if (!known.years().contains(day.getYear()) && !unannounced.contains(day.getYear())) {
                unannounced.add(day.getYear());
            }
            if (known.working(day)) {
                counted++;
                if (special != null) {
                    madeUp.add(day);
                }
            } else if (special == null) {
                weekends = true;
            } else {
                off.add(special);
            }
        }
        return new CountedDays(
                from, days, day, Holiday.of(off), List.copyOf(madeUp), weekends, List.copyOf(unannounced));
    }
}
