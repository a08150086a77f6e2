package org.duban.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.task.Acknowledgements;
import org.duban.task.DutyId;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class UrgeAcknowledgement implements JavaDelegate {

    private final Acknowledgements acknowledgements;

    UrgeAcknowledgement(@Lazy Acknowledgements acknowledgements) {
        this.acknowledgements = acknowledgements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        acknowledgements.urgeAsSystem(new DutyId(Long.parseLong(execution.getProcessBusinessKey())));
    }
}
