package org.duban.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.report.LateReports;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class UrgeReports implements JavaDelegate {

    private final LateReports reports;

    UrgeReports(@Lazy LateReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.urgeAsSystem();
    }
}
