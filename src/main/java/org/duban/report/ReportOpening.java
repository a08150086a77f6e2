package org.duban.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.base.CountedDays;
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
        CountedDays soonest = soonest(period);
        boolean counted = period.dueOn().isBefore(soonest.to());
        LocalDate dueOn = counted ? soonest.to() : period.dueOn();
        Map<KeyTaskId, List<ReportId>> byTask = new LinkedHashMap<>();
        for (ReportingDuty duty : duties) {
            ReportId report = new ReportId(ids.next());
            insert(report, period, duty, dueOn, counted ? soonest : null, false);
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
        CountedDays due = calendar.count(calendar.today(), WORKING_DAYS);
        insert(report, newest, duty, due.to(), due, true);
        workflow.opened(duty.task(), List.of(report));
        return report;
    }

    /** @param counted {@code null} where the planned day holds */
    private void insert(
            ReportId report,
            ReportingPeriod period,
            ReportingDuty duty,
            LocalDate dueOn,
            CountedDays counted,
            boolean finalReport) {
        reports.insert(report, period.id(), duty, dueOn, finalReport);
        long directive = duty.directive().value();
        long task = duty.task().value();
        if (counted == null) {
            items.openFor(duty.department(), ItemKind.REPORT, report.value(), directive, task, dueOn);
        } else {
            items.openFor(duty.department(), ItemKind.REPORT, report.value(), directive, task, counted);
        }
    }

    /** Nobody is late from the start: the planned day, but never less time than everybody is given. */
    private CountedDays soonest(ReportingPeriod period) {
        boolean week = period.from().plusWeeks(1).isAfter(period.to());
        return calendar.count(calendar.today(), week ? WORKING_DAYS_OF_A_WEEK : WORKING_DAYS);
    }
}
