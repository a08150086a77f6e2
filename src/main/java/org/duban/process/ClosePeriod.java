package org.duban.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.directive.DirectiveId;
import org.duban.report.ReportingPeriods;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class ClosePeriod implements JavaDelegate {

    private final ReportingPeriods periods;

    ClosePeriod(@Lazy ReportingPeriods periods) {
        this.periods = periods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        periods.closeAsSystem(new DirectiveId(Long.parseLong(execution.getProcessBusinessKey())));
    }
}
