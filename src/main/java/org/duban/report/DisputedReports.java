package org.duban.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.duban.base.Refusal;
import org.duban.base.Stop;
import org.duban.base.StoppedClocks;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Directives;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.task.DutyId;
import org.duban.task.DutyReports;
import org.duban.task.DutyReports.ReportingDuty;
import org.duban.task.KeyTaskEvents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a decision on a dispute, a succession or a transfer means for reports, in its transaction: the department that has the duty now
 * writes the report on the open period, and nobody else does.
 */
@Component
class DisputedReports {

    private final DutyReports duties;
    private final Directives directives;
    private final PeriodRepository periods;
    private final ReportRepository reports;
    private final SubmissionRepository submissions;
    private final ApprovalRepository heads;
    private final MissedReportRepository missedReports;
    private final ReportOpening opening;
    private final Contributions contributions;
    private final UnsentWork unsent;
    private final OpenItems items;
    private final StoppedClocks clocks;
    private final ReportWorkflow workflow;
    private final WorkingCalendar calendar;

    DisputedReports(
            DutyReports duties,
            Directives directives,
            PeriodRepository periods,
            ReportRepository reports,
            SubmissionRepository submissions,
            ApprovalRepository heads,
            MissedReportRepository missedReports,
            ReportOpening opening,
            Contributions contributions,
            UnsentWork unsent,
            OpenItems items,
            StoppedClocks clocks,
            ReportWorkflow workflow,
            WorkingCalendar calendar) {
        this.duties = duties;
        this.directives = directives;
        this.periods = periods;
        this.reports = reports;
        this.submissions = submissions;
        this.heads = heads;
        this.missedReports = missedReports;
        this.opening = opening;
        this.contributions = contributions;
        this.unsent = unsent;
        this.items = items;
        this.clocks = clocks;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /**
     * Nobody could hand anything in meanwhile, and what was late before is as late as it was. A report that was sent back
     * while the dispute waited has had its days since then.
     */
    @EventListener
    void on(KeyTaskEvents.DisputeWaited waited) {
        for (ProgressReport report : reports.unfinished(waited.duty())) {
            Stop stop = submissions
                    .lastReturn(report.id())
                    .filter(waited.since()::isBefore)
                    .map(returned -> new Stop(
                            calendar.dayOf(returned), duties.workingDaysSinceAsSystem(waited.task(), returned)))
                    .orElse(waited.stop());
            giveBack(report, waited.task().value(), stop);
        }
        contributions.giveBack(waited.duty(), waited.task(), waited.stop());
    }

    private void giveBack(ProgressReport report, long task, Stop stop) {
        long id = report.id().value();
        items.giveBack(EnumSet.of(ItemKind.REPORT, ItemKind.AMEND, ItemKind.APPROVE_REPORT), List.of(id), task, stop);
        clocks.moveDays(
                "progress_report",
                "due_on",
                "key_task_id = :task AND state IN ('OPEN', 'WITH_HEAD', 'RETURNED') AND id = " + id,
                task,
                stop);
    }

    /**
     * What an earlier department handed in is reviewed before another one gets the duty: it may have reported on time on what
     * the other one had no part in, and would have to report on anew.
     */
    @EventListener
    void on(KeyTaskEvents.DutyDecided decided) {
        Optional<ReportingDuty> reporting = duties.reportingAsSystem(decided.duty());
        List<ProgressReport> ofAnother = reports.unfinished(decided.duty()).stream()
                .filter(report -> reporting
                        .filter(duty -> duty.department().equals(report.departmentId()))
                        .isEmpty())
                .toList();
        if (reporting.isPresent()
                && ofAnother.stream().anyMatch(report -> report.state() == ProgressReport.State.SUBMITTED)) {
            throw new Refusal("refusal.dispute.reviewFirst");
        }
        ofAnother.forEach(this::makeVoid);
        contributions.followDecision(decided.duty());
        reporting.ifPresent(duty -> {
            openWhatIsMissing(duty);
            // the closing of the period may have passed meanwhile, or be the next that comes
            lookForClosings(duty);
        });
    }

    /** Where nothing is reported there is nothing to open or close. */
    private void lookForClosings(ReportingDuty duty) {
        if (duty.frequency() != ReportingFrequency.NONE
                || !reports.unfinished(duty.duty()).isEmpty()) {
            directives.workReopenedAsSystem(duty.directive());
        }
    }

    /**
     * The other department writes what the one before it did not finish, by the day on which that was due; a successor with
     * what its predecessor had written of it, anybody else with what was handed in.
     */
    @EventListener
    void on(KeyTaskEvents.DutyHandedOver handed) {
        if (handed.mergedInto() != null) {
            goOnWithThatOf(handed.mergedInto(), handed.duty());
            return;
        }
        reports.handOver(handed.duty(), handed.to());
        contributions.handOver(handed.duty(), handed.to());
        List<ProgressReport> unfinished = reports.unfinished(handed.duty());
        unfinished.stream()
                .filter(report -> report.state() == ProgressReport.State.WITH_HEAD)
                .forEach(this::backToTheWriter);
        if (handed instanceof KeyTaskEvents.DutyTransferred) {
            unfinished.stream().filter(ProgressReport::inHouse).forEach(unsent::clear);
        }
        // it may have been disputed until now
        duties.reportingAsSystem(handed.duty()).ifPresent(this::lookForClosings);
    }

    /** Who has a duty of its own on the key task goes on with the report on that one. */
    private void goOnWithThatOf(DutyId own, DutyId gone) {
        List<ProgressReport> unfinished = reports.unfinished(gone);
        if (unfinished.stream().anyMatch(report -> report.state() == ProgressReport.State.SUBMITTED)) {
            throw new Refusal("refusal.succession.reviewFirst");
        }
        unfinished.forEach(this::makeVoid);
        contributions.voidOf(gone);
        duties.reportingAsSystem(own).ifPresent(this::openWhatIsMissing);
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

    /** Whoever has it, down to the supervisors who would review what an earlier department of the duty handed in. */
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

    /**
     * A period is open until the next one has come; what was launched after it opened is not reported on for it, nor again
     * what an earlier department of the duty reported.
     */
    private void openWhatIsMissing(ReportingDuty duty) {
        periods.newest(duty.directive(), duty.frequency())
                .filter(newest -> newest.missed() == null && !duty.launchedAt().isAfter(newest.openedAt()))
                .map(PeriodRepository.Recorded::period)
                .filter(period -> !reports.standing(duty.duty(), period.id()))
                .ifPresent(period -> opening.open(duty.directive(), period, List.of(duty)));
    }
}
