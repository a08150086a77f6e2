package org.duban.report;

import java.util.Comparator;
import java.util.List;
import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.DutyReports;
import org.duban.task.DutyReports.ReportingDuty;
import org.duban.task.KeyTaskId;
import org.duban.task.LockedDuty;
import org.duban.task.TimelineEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 总结报告: where no other report is open that would tell of them, a department begins a report on the periods that it
 * missed. It is written, approved and reviewed like any other.
 */
@Service
@Transactional
public class FinalReports {

    private final ReportRepository reports;
    private final MissedReportRepository missedReports;
    private final ReportOpening opening;
    private final DutyReports duties;
    private final CurrentCaller caller;

    FinalReports(
            ReportRepository reports,
            MissedReportRepository missedReports,
            ReportOpening opening,
            DutyReports duties,
            CurrentCaller caller) {
        this.reports = reports;
        this.missedReports = missedReports;
        this.opening = opening;
        this.duties = duties;
        this.caller = caller;
    }

    /**
     * The periods of which the caller's department could begin a final report on the key task now, also those that were missed
     * by whoever had its duty before: completion asks for all of them.
     */
    @Transactional(readOnly = true)
    public List<ReportingPeriod> possible(KeyTaskId task) {
        return caller.get().departmentId() == null
                ? List.of()
                : reports.dutyOf(task, caller.get().departmentId())
                        .filter(duty -> reports.unfinished(duty).stream().noneMatch(ProgressReport::inHouse))
                        .map(duty -> missedReports.uncovered(duty).stream()
                                .map(ProgressReport::period)
                                .toList())
                        .orElse(List.of());
    }

    /**
     * @throws Refusal if the duty is not the caller's or unsigned, nothing was missed, or a report is open that tells of it
     */
    public ReportId begin(DutyId id) {
        LockedDuty locked = duties.lockForDepartment(id);
        Duty duty = locked.duty();
        if (duty.state() != Duty.State.ACKNOWLEDGED) {
            throw new Refusal("refusal.signFirst");
        }
        ReportingDuty reporting =
                duties.reportingAsSystem(id).orElseThrow(() -> new Refusal("refusal.report.nothingMissed"));
        List<ProgressReport> missed = missedReports.uncovered(id);
        if (missed.isEmpty()) {
            throw new Refusal("refusal.report.nothingMissed");
        }
        if (reports.unfinished(id).stream().anyMatch(ProgressReport::inHouse)) {
            throw new Refusal("refusal.report.openOneTells");
        }
        ReportingPeriod last = missed.stream()
                .map(ProgressReport::period)
                .max(Comparator.comparing(ReportingPeriod::to))
                .orElseThrow();
        ReportId report = opening.openFinal(last, reporting);
        duties.note(duty, TimelineEntry.Kind.FINAL_REPORT_BEGUN, caller.get(), null, String.valueOf(missed.size()));
        return report;
    }
}
