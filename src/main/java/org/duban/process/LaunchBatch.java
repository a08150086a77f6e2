package org.duban.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.directive.DirectiveId;
import org.duban.task.Launching;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class LaunchBatch implements JavaDelegate {

    private final Launching launching;

    LaunchBatch(@Lazy Launching launching) {
        this.launching = launching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DirectiveId directive = new DirectiveId(Long.parseLong(execution.getProcessBusinessKey()));
        execution.setVariable("rowsLeft", launching.launchNextBatchAsSystem(directive));
    }
}
