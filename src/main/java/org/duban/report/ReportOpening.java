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
        CountedDays soonest = soonest();
        boolean counted = period.dueOn().isBefore(soonest.to());
        LocalDate dueOn = dueOn(period.dueOn(), soonest);
        Map<KeyTaskId, List<ReportId>> byTask = new LinkedHashMap<>();
        for (ReportingDuty duty : duties) {
            ReportId report = new ReportId(ids.next());
            reports.insert(report, period.id(), duty, dueOn);
            open(directive, duty, report, dueOn, counted ? soonest : null);
            byTask.computeIfAbsent(duty.task(), task -> new ArrayList<>()).add(report);
        }
        byTask.forEach((task, opened) -> {
            workflow.opened(task, opened);
            events.publishEvent(new WorkChanged(directive.value(), task.value()));
        });
    }

    /** @param counted {@code null} where the planned day holds */
    private void open(
            DirectiveId directive, ReportingDuty duty, ReportId report, LocalDate dueOn, CountedDays counted) {
        long task = duty.task().value();
        if (counted == null) {
            items.openFor(duty.department(), ItemKind.REPORT, report.value(), directive.value(), task, dueOn);
        } else {
            items.openFor(duty.department(), ItemKind.REPORT, report.value(), directive.value(), task, counted);
        }
    }

    /** Nobody is late from the start: the planned day, but never less time than everybody is given. */
    LocalDate dueOn(LocalDate planned) {
        return dueOn(planned, soonest());
    }

    private static LocalDate dueOn(LocalDate planned, CountedDays soonest) {
        return planned.isAfter(soonest.to()) ? planned : soonest.to();
    }

    private CountedDays soonest() {
        return calendar.count(calendar.today(), WORKING_DAYS);
    }
}
