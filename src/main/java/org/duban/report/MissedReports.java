package org.duban.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.task.Deed;
import org.duban.task.DutyReports;
import org.duban.task.KeyTaskId;
import org.springframework.stereotype.Component;

/**
 * 缺报: a report that was never handed in is closed when its period is, that is when the next one opens, but not before the
 * day after it was due. It stays missed for ever; the next report on the duty tells of its period, too, and no completion is
 * applied for before one has ({@link MissedReportHurdle}).
 */
@Component
class MissedReports {

    private final DutyReports duties;
    private final ReportRepository reports;
    private final MissedReportRepository missed;
    private final Contributions contributions;
    private final OpenItems items;
    private final ReportWorkflow workflow;
    private final WorkingCalendar calendar;

    MissedReports(
            DutyReports duties,
            ReportRepository reports,
            MissedReportRepository missed,
            Contributions contributions,
            OpenItems items,
            ReportWorkflow workflow,
            WorkingCalendar calendar) {
        this.duties = duties;
        this.reports = reports;
        this.missed = missed;
        this.contributions = contributions;
        this.items = items;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /** The days on which reports are closed that nobody hands in before, without those on key tasks at which it failed. */
    Stream<LocalDate> closings(DirectiveId directive, Set<KeyTaskId> failed) {
        return missed.neverHandedIn(directive).stream()
                .filter(waiting -> !failed.contains(waiting.task()))
                .map(this::closesOn);
    }

    List<ReportingPeriods.Past> past(DirectiveId directive) {
        return missed.neverHandedIn(directive).stream()
                .filter(this::isPast)
                .map(waiting -> new ReportingPeriods.Past(waiting.id(), waiting.task()))
                .toList();
    }

    void close(ReportId id) {
        duties.lockAsSystem(reports.find(id).orElseThrow().taskId());
        // somebody may have handed it in before the lock was ours
        missed.neverHandedIn(id)
                .filter(this::isPast)
                .flatMap(waiting -> reports.find(id))
                .ifPresent(this::miss);
    }

    private boolean isPast(MissedReportRepository.NeverHandedIn waiting) {
        return !closesOn(waiting).isAfter(calendar.today());
    }

    private LocalDate closesOn(MissedReportRepository.NeverHandedIn waiting) {
        LocalDate afterDue = calendar.nextWorkingDay(waiting.dueOn().plusDays(1));
        return waiting.periodClosesOn().isAfter(afterDue) ? waiting.periodClosesOn() : afterDue;
    }

    private void miss(ProgressReport report) {
        contributions.voidOf(report.id());
        reports.markFinished(report.id(), ProgressReport.State.MISSED, calendar.now());
        items.close(ItemKind.REPORT, report.id().value());
        items.close(ItemKind.APPROVE_REPORT, report.id().value());
        long entry = duties.missedAsSystem(report.dutyId(), report.dueOn().toString());
        duties.tell(Deed.reportMissed(entry, report.dutyId(), report.id().value(), report.dueOn()));
        workflow.missed(report.id());
    }
}
