package org.duban.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.task.Escalations;
import org.duban.task.KeyTaskId;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class Escalate implements JavaDelegate {

    private final Escalations escalations;

    Escalate(@Lazy Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.escalateAsSystem(new KeyTaskId(Long.parseLong(execution.getProcessBusinessKey())));
    }
}
