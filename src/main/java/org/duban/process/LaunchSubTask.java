package org.duban.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.task.Decompositions;
import org.duban.task.KeyTaskId;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class LaunchSubTask implements JavaDelegate {

    private final Decompositions decompositions;

    LaunchSubTask(@Lazy Decompositions decompositions) {
        this.decompositions = decompositions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decompositions.launchAsSystem(new KeyTaskId(Long.parseLong((String) execution.getVariable("subTask"))));
    }
}
