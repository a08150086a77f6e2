package org.duban.process;

import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.directive.DirectiveId;
import org.duban.report.ReportingPeriods;
import org.duban.task.KeyTaskId;
import org.duban.watchdog.RoundFailures;
import org.duban.watchdog.RoundStep;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class SchedulePeriod implements JavaDelegate {

    private static final Set<RoundStep> STEPS = EnumSet.of(RoundStep.CLOSE_REPORT, RoundStep.OPEN_REPORTS);

    private final ReportingPeriods periods;
    private final RoundFailures failures;

    SchedulePeriod(@Lazy ReportingPeriods periods, RoundFailures failures) {
        this.periods = periods;
        this.failures = failures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DirectiveId directive = new DirectiveId(Long.parseLong(execution.getProcessBusinessKey()));
        Set<KeyTaskId> failed = failures.tasksAsSystem(STEPS, directive.value()).stream()
                .map(KeyTaskId::new)
                .collect(Collectors.toSet());
        execution.setVariable(
                "periodTurnsAt",
                periods.nextTurnAsSystem(directive, failed).map(Date::from).orElse(null));
        // what instances of the model's first version wait for, which closes no periods
        execution.setVariable(
                "periodOpensAt",
                periods.nextOpeningAsSystem(directive).map(Date::from).orElse(null));
    }
}
