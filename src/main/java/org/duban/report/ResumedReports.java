package org.duban.report;

import java.time.Instant;
import java.util.List;
import org.duban.base.StoppedClocks;
import org.duban.task.DutyReports;
import org.duban.task.DutyReports.ReportingDuty;
import org.duban.task.KeyTaskEvents;
import org.duban.task.TaskRequests;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is still to be written when a key task goes on that stood still, in that transaction: reports and contributions are
 * due later by the working days, and whoever was not asked about the period that is open is asked, unless the key task is
 * about to end. Periods that opened and passed meanwhile are nobody's fault: nobody is asked for them, and none is missed.
 */
@Component
class ResumedReports {

    private final DutyReports duties;
    private final TaskRequests tasks;
    private final PeriodRepository periods;
    private final ReportRepository reports;
    private final ReportOpening opening;
    private final StoppedClocks clocks;

    ResumedReports(
            DutyReports duties,
            TaskRequests tasks,
            PeriodRepository periods,
            ReportRepository reports,
            ReportOpening opening,
            StoppedClocks clocks) {
        this.duties = duties;
        this.tasks = tasks;
        this.periods = periods;
        this.reports = reports;
        this.opening = opening;
        this.clocks = clocks;
    }

    @EventListener
    void on(KeyTaskEvents.StoodStill stood) {
        long task = stood.task().value();
        clocks.moveDays(
                "progress_report",
                "due_on",
                "key_task_id = :task AND state IN ('OPEN', 'WITH_HEAD', 'RETURNED')",
                task,
                stood.stop());
        clocks.moveDays("contribution", "due_on", "key_task_id = :task AND state = 'OPEN'", task, stood.stop());
        if (stood.goesOn()) {
            tasks.dutiesAsSystem(stood.task()).forEach(duty -> duties.reportingAsSystem(duty.id())
                    .ifPresent(reporting -> openWhatOpenedMeanwhile(reporting, stood.since())));
        }
    }

    private void openWhatOpenedMeanwhile(ReportingDuty duty, Instant suspendedAt) {
        periods.newest(duty.directive(), duty.frequency())
                .filter(newest -> newest.missed() == null && !newest.openedAt().isBefore(suspendedAt))
                .map(PeriodRepository.Recorded::period)
                .filter(period -> !reports.asked(duty.duty(), period.id()))
                .ifPresent(period -> opening.open(duty.directive(), period, List.of(duty)));
    }
}
