package org.duban.report;

import java.time.LocalDate;
import org.duban.directive.ReportDates;
import org.duban.directive.ReportingFrequency;
import org.springframework.stereotype.Component;

/** Lets a supervisor see before a launch when the first reports will be due. @see ReportingPeriods */
@Component
class PlannedReportDates implements ReportDates {

    private final ReportingSchedule schedule;

    PlannedReportDates(ReportingSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public LocalDate firstDueOn(LocalDate launchedOn, ReportingFrequency frequency, int day) {
        return schedule.firstOpeningFrom(launchedOn.plusDays(1), frequency, day).dueOn();
    }
}
