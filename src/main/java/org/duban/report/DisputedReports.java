package org.duban.report;

import java.util.List;
import java.util.Optional;
import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.task.DutyReports;
import org.duban.task.DutyReports.ReportingDuty;
import org.duban.task.KeyTaskEvents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a decision on a dispute or a succession means for reports, in its transaction: the department that has the duty now writes the
 * report on the open period, and nobody else does.
 */
@Component
class DisputedReports {

    private final DutyReports duties;
    private final PeriodRepository periods;
    private final ReportRepository reports;
    private final ReportOpening opening;
    private final OpenItems items;
    private final ReportWorkflow workflow;
    private final WorkingCalendar calendar;

    DisputedReports(
            DutyReports duties,
            PeriodRepository periods,
            ReportRepository reports,
            ReportOpening opening,
            OpenItems items,
            ReportWorkflow workflow,
            WorkingCalendar calendar) {
        this.duties = duties;
        this.periods = periods;
        this.reports = reports;
        this.opening = opening;
        this.items = items;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    @EventListener
    void on(KeyTaskEvents.DutyDecided decided) {
        Optional<ReportingDuty> reporting = duties.reportingAsSystem(decided.duty());
        reports.unfinished(decided.duty()).stream()
                .filter(report -> reporting
                        .filter(duty -> duty.department().equals(report.departmentId()))
                        .isEmpty())
                .forEach(this::makeVoid);
        reporting.ifPresent(this::openWhatIsMissing);
    }

    /**
     * The successor writes what its predecessor did not finish, by the day on which that was due. Where it has a duty of
     * its own on the key task it goes on with the report on that one.
     */
    @EventListener
    void on(KeyTaskEvents.DutySucceeded succeeded) {
        if (succeeded.mergedInto() == null) {
            reports.handOver(succeeded.duty(), succeeded.to());
            return;
        }
        List<ProgressReport> unfinished = reports.unfinished(succeeded.duty());
        if (unfinished.stream().anyMatch(report -> report.state() == ProgressReport.State.SUBMITTED)) {
            throw new Refusal("refusal.succession.reviewFirst");
        }
        unfinished.forEach(this::makeVoid);
        duties.reportingAsSystem(succeeded.mergedInto()).ifPresent(this::openWhatIsMissing);
    }

    @EventListener
    void on(KeyTaskEvents.DutyTransferred transferred) {
        reports.handOver(transferred.duty(), transferred.to());
    }

    /** What is voided is being written: it waits with its department, for the first time or again. */
    private void makeVoid(ProgressReport report) {
        reports.markFinished(report.id(), ProgressReport.State.VOID, calendar.now());
        items.close(ItemKind.REPORT, report.id().value());
        items.close(ItemKind.AMEND, report.id().value());
        workflow.voided(report.id());
    }

    /** A period is open until the next one has come; what was launched after it opened is not reported on for it. */
    private void openWhatIsMissing(ReportingDuty duty) {
        periods.newest(duty.directive(), duty.frequency())
                .filter(newest -> newest.missed() == null && !duty.launchedAt().isAfter(newest.openedAt()))
                .map(PeriodRepository.Recorded::period)
                .filter(period -> reports.unfinished(duty.duty()).stream()
                        .noneMatch(report -> report.period().equals(period)))
                .ifPresent(period -> opening.open(duty.directive(), period, List.of(duty)));
    }
}
