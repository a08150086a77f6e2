package org.duban.report;

import java.time.LocalDate;
import org.duban.base.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Steps over days off. */
@Component
class WorkingDays {

    private final WorkingCalendar calendar;

    WorkingDays(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The day itself, or the first working day after it. */
    LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!calendar.isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The day itself, or the last working day before it. */
    LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!calendar.isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /** So many working days before the day. */
    LocalDate before(LocalDate day, int days) {
        LocalDate found = day;
        for (int counted = 0; counted < days; counted++) {
            found = onOrBefore(found.minusDays(1));
        }
        return found;
    }

    /** How many working days a clock still has that stands at the end of one day and runs to the end of the other. */
    int left(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += calendar.isWorkingDay(day) ? 1 : 0;
        }
        return days;
    }
}
