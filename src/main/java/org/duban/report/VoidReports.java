package org.duban.report;

import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.task.KeyTaskEvents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Voids reports that nobody will write or review any more, in the transaction of what made them void. */
@Component
class VoidReports {

    private final ReportRepository reports;
    private final OpenItems items;
    private final ReportWorkflow workflow;
    private final WorkingCalendar calendar;

    VoidReports(ReportRepository reports, OpenItems items, ReportWorkflow workflow, WorkingCalendar calendar) {
        this.reports = reports;
        this.items = items;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /** The key task's process ends as a whole, so the engine is not told of each report. */
    @EventListener
    void on(KeyTaskEvents.Closed closed) {
        reports.voidAllOf(closed.task(), calendar.now());
    }

    /** A duty is only disputed before it is signed, and nothing is handed in before that: these are unwritten. */
    @EventListener
    void on(KeyTaskEvents.DutyChanged changed) {
        for (ProgressReport report : reports.unfinished(changed.duty())) {
            reports.markFinished(report.id(), ProgressReport.State.VOID, calendar.now());
            items.close(ItemKind.REPORT, report.id().value());
            workflow.voided(report.id());
        }
    }
}
