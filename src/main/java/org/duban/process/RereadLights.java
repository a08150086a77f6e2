package org.duban.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.task.Lights;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class RereadLights implements JavaDelegate {

    private final Lights lights;

    RereadLights(@Lazy Lights lights) {
        this.lights = lights;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lights.rereadOpenOnes();
    }
}
