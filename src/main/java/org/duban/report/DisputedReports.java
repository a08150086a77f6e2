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
    private final ApprovalRepository heads;
    private final MissedReportRepository missedReports;
    private final ReportOpening opening;
    private final Contributions contributions;
    private final OpenItems items;
    private final ReportWorkflow workflow;
    private final WorkingCalendar calendar;

    DisputedReports(
            DutyReports duties,
            PeriodRepository periods,
            ReportRepository reports,
            ApprovalRepository heads,
            MissedReportRepository missedReports,
            ReportOpening opening,
            Contributions contributions,
            OpenItems items,
            ReportWorkflow workflow,
            WorkingCalendar calendar) {
        this.duties = duties;
        this.periods = periods;
        this.reports = reports;
        this.heads = heads;
        this.missedReports = missedReports;
        this.opening = opening;
        this.contributions = contributions;
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
        contributions.followDecision(decided.duty());
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
            contributions.handOver(succeeded.duty(), succeeded.to());
            reports.unfinished(succeeded.duty()).stream()
                    .filter(report -> report.state() == ProgressReport.State.WITH_HEAD)
                    .forEach(this::backToTheWriter);
            return;
        }
        List<ProgressReport> unfinished = reports.unfinished(succeeded.duty());
        if (unfinished.stream().anyMatch(report -> report.state() == ProgressReport.State.SUBMITTED)) {
            throw new Refusal("refusal.succession.reviewFirst");
        }
        unfinished.forEach(this::makeVoid);
        contributions.voidOf(succeeded.duty());
        duties.reportingAsSystem(succeeded.mergedInto()).ifPresent(this::openWhatIsMissing);
    }

    @EventListener
    void on(KeyTaskEvents.DutyTransferred transferred) {
        reports.handOver(transferred.duty(), transferred.to());
    }

    /** What one department wrote is not put before the head of another one, who may not even exist. */
    private void backToTheWriter(ProgressReport report) {
        ProgressReport.State before = report.beforeHead();
        heads.takeFromHead(report.id(), before);
        items.close(ItemKind.APPROVE_REPORT, report.id().value());
        duties.waitsForDepartmentAsSystem(
                report.dutyId(),
                before == ProgressReport.State.OPEN ? ItemKind.REPORT : ItemKind.AMEND,
                report.id().value(),
                report.dueOn());
        workflow.heldBack(report.id());
    }

    /**
     * What is voided is with its department: being written, for the first time or again, or before its head. Or it was handed
     * in before the duty was transferred and disputed, and nobody is to review it any more.
     */
    private void makeVoid(ProgressReport report) {
        contributions.voidOf(report.id());
        missedReports.uncover(report.id());
        reports.markFinished(report.id(), ProgressReport.State.VOID, calendar.now());
        items.close(ItemKind.REPORT, report.id().value());
        items.close(ItemKind.AMEND, report.id().value());
        items.close(ItemKind.APPROVE_REPORT, report.id().value());
        items.close(ItemKind.REVIEW, report.id().value());
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
