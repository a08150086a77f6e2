package org.duban.report;

import org.duban.base.WorkingCalendar;
import org.duban.task.KeyTaskEvents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Voids the reports of a key task that was closed, in the same transaction. */
@Component
class VoidReports {

    private final ReportRepository reports;
    private final Contributions contributions;
    private final WorkingCalendar calendar;

    VoidReports(ReportRepository reports, Contributions contributions, WorkingCalendar calendar) {
        this.reports = reports;
        this.contributions = contributions;
        this.calendar = calendar;
    }

    /** The key task's process ends as a whole, so the engine is not told of each report. */
    @EventListener
    void on(KeyTaskEvents.Closed closed) {
        reports.voidAllOf(closed.task(), calendar.now());
        contributions.voidAllOf(closed.task());
    }
}
