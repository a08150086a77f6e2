package org.duban.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.duban.base.WorkingCalendar;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.springframework.stereotype.Component;

/**
 * Which periods a directive has: weeks, calendar months, quarters or half-years. A week opens for reporting on its
 * Wednesday and is due on its Friday. The others are due on the day that the plan names, in their last month or, up to the
 * 10th, in the month after, and open ten days before that. Where that is a day off, it opens on the next working day, and
 * is due on the last one before.
 */
@Component
class ReportingSchedule {

    private static final int DAYS_OPEN = 10;

    /** @param opensOn the first day on which reports can be written */
    record Planned(LocalDate from, LocalDate to, LocalDate opensOn, LocalDate dueOn) {}

    private final WorkingCalendar calendar;

    ReportingSchedule(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * The first period, from the one in which the day is, that opens on or after it.
     *
     * @param frequency not {@code NONE}
     * @param dueDay as in {@link ReportingPlan}
     */
    Planned firstOpeningFrom(LocalDate day, ReportingFrequency frequency, int dueDay) {
        Planned planned = containing(day, frequency, dueDay);
        return planned.opensOn().isBefore(day) ? containing(planned.to().plusDays(1), frequency, dueDay) : planned;
    }

    private Planned containing(LocalDate day, ReportingFrequency frequency, int dueDay) {
        if (frequency == ReportingFrequency.WEEKLY) {
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return moved(monday, monday.plusDays(6), monday.plusDays(2), monday.plusDays(4));
        }
        int months = frequency.months();
        LocalDate from = LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
        LocalDate after = from.plusMonths(months);
        LocalDate dueOn =
                (dueDay <= ReportingPlan.LAST_DAY_AFTER ? after : after.minusMonths(1)).withDayOfMonth(dueDay);
        return moved(from, after.minusDays(1), dueOn.minusDays(DAYS_OPEN), dueOn);
    }

    private Planned moved(LocalDate from, LocalDate to, LocalDate opensOn, LocalDate dueOn) {
        return new Planned(from, to, calendar.nextWorkingDay(opensOn), calendar.previousWorkingDay(dueOn));
    }
}
