package org.duban.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.task.Escalations;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class SweepOverdue implements JavaDelegate {

    private final Escalations escalations;

    SweepOverdue(@Lazy Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("overdueLeft", escalations.sweepAsSystem());
    }
}
