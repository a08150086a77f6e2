package org.duban.report;

import java.time.LocalDate;
import org.duban.directive.ReportingFrequency;

/**
 * Which periods a directive has: calendar months, quarters or half-years. A period opens for reporting on the 15th of
 * its last month, and reports are due on the 25th.
 */
final class ReportingSchedule {

    private static final int OPENS_ON = 15;
    private static final int DUE_ON = 25;

    /** @param opensOn the first day on which reports can be written */
    record Planned(LocalDate from, LocalDate to, LocalDate opensOn, LocalDate dueOn) {}

    private ReportingSchedule() {}

    /** The first period that opens on or after the day. @param frequency not {@code NONE} */
    static Planned firstOpeningFrom(LocalDate day, ReportingFrequency frequency) {
        int months = frequency.months();
        LocalDate from = LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
        Planned planned = of(from, months);
        return planned.opensOn().isBefore(day) ? of(from.plusMonths(months), months) : planned;
    }

    private static Planned of(LocalDate from, int months) {
        LocalDate lastMonth = from.plusMonths(months - 1L);
        return new Planned(
                from,
                from.plusMonths(months).minusDays(1),
                lastMonth.withDayOfMonth(OPENS_ON),
                lastMonth.withDayOfMonth(DUE_ON));
    }
}
