package org.duban.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.base.Ids;
import org.duban.base.WorkChanged;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.task.DutyReports.ReportingDuty;
import org.duban.task.KeyTaskId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts reports before the departments that owe them: in the ledger, in their inboxes and in the process. */
@Component
class ReportOpening {

    /** Working days that a department has for a report, however late it is asked for it. */
    private static final int WORKING_DAYS = 5;

    /** The same for a report on a week. */
    private static final int WORKING_DAYS_OF_A_WEEK = 2;

    private final Ids ids;
    private final ReportRepository reports;
    private final OpenItems items;
    private final ReportWorkflow workflow;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    ReportOpening(
            Ids ids,
            ReportRepository reports,
            OpenItems items,
            ReportWorkflow workflow,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.ids = ids;
        this.reports = reports;
        this.items = items;
        this.workflow = workflow;
        this.calendar = calendar;
        this.events = events;
    }

    /** One report on the period for each of the duties, whose key tasks are locked. */
    void open(DirectiveId directive, ReportingPeriod period, List<ReportingDuty> duties) {
        LocalDate dueOn = dueOn(period);
        Map<KeyTaskId, List<ReportId>> byTask = new LinkedHashMap<>();
        for (ReportingDuty duty : duties) {
            ReportId report = new ReportId(ids.next());
            insert(report, period, duty, dueOn, false);
            byTask.computeIfAbsent(duty.task(), task -> new ArrayList<>()).add(report);
        }
        byTask.forEach((task, opened) -> {
            workflow.opened(task, opened);
            events.publishEvent(new WorkChanged(directive.value(), task.value()));
        });
    }

    /** A report that tells of all periods up to this one, which the department missed; its key task is locked. */
    ReportId openFinal(ReportingPeriod newest, ReportingDuty duty) {
        ReportId report = new ReportId(ids.next());
        insert(report, newest, duty, calendar.plusWorkingDays(calendar.today(), WORKING_DAYS), true);
        workflow.opened(duty.task(), List.of(report));
        return report;
    }

    private void insert(
            ReportId report, ReportingPeriod period, ReportingDuty duty, LocalDate dueOn, boolean finalReport) {
        reports.insert(report, period.id(), duty, dueOn, finalReport);
        items.openFor(
                duty.department(),
                ItemKind.REPORT,
                report.value(),
                duty.directive().value(),
                duty.task().value(),
                dueOn);
    }

    /** Nobody is late from the start: the planned day, but never less time than everybody is given. */
    private LocalDate dueOn(ReportingPeriod period) {
        boolean week = period.from().plusWeeks(1).isAfter(period.to());
        LocalDate soonest = calendar.plusWorkingDays(calendar.today(), week ? WORKING_DAYS_OF_A_WEEK : WORKING_DAYS);
        return period.dueOn().isAfter(soonest) ? period.dueOn() : soonest;
    }
}
