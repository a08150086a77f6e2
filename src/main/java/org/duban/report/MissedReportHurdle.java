package org.duban.report;

import java.util.Optional;
import org.duban.base.Refusal;
import org.duban.task.Duty;
import org.duban.task.Hurdle;
import org.springframework.stereotype.Component;

/** A department tells of what it missed before it applies for completion. */
@Component
class MissedReportHurdle implements Hurdle {

    private final ReportRepository reports;
    private final MissedReportRepository missed;

    MissedReportHurdle(ReportRepository reports, MissedReportRepository missed) {
        this.reports = reports;
        this.missed = missed;
    }

    @Override
    public Optional<InTheWay> before(Duty duty) {
        int untold = missed.uncovered(duty.id()).size();
        return untold == 0
                ? Optional.empty()
                : Optional.of(new InTheWay(
                        new Refusal("refusal.completion.missedReports", untold),
                        true,
                        reports.unfinished(duty.id()).stream()
                                .filter(ProgressReport::writable)
                                .map(report -> report.id().value())
                                .findFirst()
                                .orElse(null)));
    }
}
