package org.duban.inbox.ui;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How soon something is to be done, as seen on a day; a week ends with its Sunday. */
enum DueGroup {
    OVERDUE,
    TODAY,
    THIS_WEEK,
    LATER;

    static DueGroup of(LocalDate dueOn, LocalDate today) {
        if (dueOn.isBefore(today)) {
            return OVERDUE;
        }
        if (dueOn.equals(today)) {
            return TODAY;
        }
        return dueOn.isAfter(sundayOf(today)) ? LATER : THIS_WEEK;
    }

    /** No item of the group is due before, and none of the groups before it on this day or after. */
    LocalDate from(LocalDate today) {
        return switch (this) {
            case OVERDUE -> LocalDate.of(1, 1, 1);
            case TODAY -> today;
            case THIS_WEEK -> today.plusDays(1);
            case LATER -> sundayOf(today).plusDays(1);
        };
    }

    private static LocalDate sundayOf(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }
}
