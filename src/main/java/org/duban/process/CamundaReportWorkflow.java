package org.duban.process;

import java.util.List;
import java.util.Map;
import org.duban.report.ContributionId;
import org.duban.report.ReportId;
import org.duban.report.ReportWorkflow;
import org.duban.task.KeyTaskId;
import org.springframework.stereotype.Component;

/** Tells {@code progress-report.bpmn} what happened. */
@Component
class CamundaReportWorkflow implements ReportWorkflow {

    private final Engine engine;

    CamundaReportWorkflow(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void opened(KeyTaskId task, List<ReportId> reports) {
        engine.tell(
                "period-opened",
                Long.toString(task.value()),
                Map.of(
                        "reports",
                        reports.stream().map(CamundaReportWorkflow::key).toList()));
    }

    @Override
    public void submitted(ReportId report, boolean approvalNeeded) {
        engine.complete("write-report", key(report), Map.of("approvalNeeded", approvalNeeded));
    }

    @Override
    public void approved(ReportId report) {
        engine.complete("approve-report", key(report), Map.of("approved", true));
    }

    @Override
    public void heldBack(ReportId report) {
        engine.complete("approve-report", key(report), Map.of("approved", false));
    }

    @Override
    public void contributed(ContributionId contribution) {
        engine.complete("write-contribution", Long.toString(contribution.value()), Map.of());
    }

    @Override
    public void contributionsEnded(ReportId report) {
        engine.tell("contributions-ended", key(report), Map.of());
    }

    @Override
    public void accepted(ReportId report) {
        engine.complete("review-report", key(report), Map.of("accepted", true));
    }

    @Override
    public void returned(ReportId report) {
        engine.complete("review-report", key(report), Map.of("accepted", false));
    }

    @Override
    public void missed(ReportId report) {
        engine.tell("report-missed", key(report), Map.of());
    }

    @Override
    public void voided(ReportId report) {
        engine.tell("report-voided", key(report), Map.of());
    }

    private static String key(ReportId report) {
        return Long.toString(report.value());
    }
}
