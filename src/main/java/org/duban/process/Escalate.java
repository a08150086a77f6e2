package org.duban.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.duban.ladder.Ladder;
import org.duban.task.KeyTaskId;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class Escalate implements JavaDelegate {

    /** The subject that is late. */
    static final String MISSED = "missed";

    private final Ladder ladder;

    Escalate(@Lazy Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<String> receipts = ladder
                .raiseAsSystem(new KeyTaskId(Long.parseLong(execution.getProcessBusinessKey())), (Long)
                        execution.getVariable(MISSED))
                .stream()
                .map(receipt -> Long.toString(receipt.value()))
                .toList();
        execution.setVariableLocal("receipts", Variables.untypedValue(receipts, true));
    }
}
