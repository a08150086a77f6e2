package org.duban.ladder;

import java.time.LocalDate;
import org.duban.base.WorkingCalendar;

/** Working days between two days, as the tables count them. */
final class WorkingDays {

    private WorkingDays() {}

    /** Working days after the due day up to today; 0 where only days off have passed. */
    static int late(WorkingCalendar calendar, LocalDate dueOn, LocalDate today) {
        return Math.max(0, calendar.workingDaysBetween(dueOn, today));
    }

    /** Working days after today up to the due day; 0 on it. */
    static int left(WorkingCalendar calendar, LocalDate dueOn, LocalDate today) {
        return late(calendar, today, dueOn);
    }
}
