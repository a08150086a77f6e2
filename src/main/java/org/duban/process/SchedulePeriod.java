package org.duban.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.directive.DirectiveId;
import org.duban.report.ReportingPeriods;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class SchedulePeriod implements JavaDelegate {

    private final ReportingPeriods periods;

    SchedulePeriod(@Lazy ReportingPeriods periods) {
        this.periods = periods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DirectiveId directive = new DirectiveId(Long.parseLong(execution.getProcessBusinessKey()));
        execution.setVariable(
                "periodTurnsAt",
                periods.nextTurnAsSystem(directive).map(Date::from).orElse(null));
        // what instances of the model's first version wait for, which closes no periods
        execution.setVariable(
                "periodOpensAt",
                periods.nextOpeningAsSystem(directive).map(Date::from).orElse(null));
    }
}
