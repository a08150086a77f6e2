package org.duban.process;

import java.util.Map;
import org.duban.ladder.LadderWorkflow;
import org.duban.ladder.ReceiptId;
import org.duban.ladder.UrgeId;
import org.duban.task.KeyTaskId;
import org.springframework.stereotype.Component;

/** Tells {@code key-task.bpmn} what is late, and who was urged. */
@Component
class CamundaLadderWorkflow implements LadderWorkflow {

    private final Engine engine;

    CamundaLadderWorkflow(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void deadlineMissed(KeyTaskId task, long subject) {
        engine.tell("deadline-missed", Long.toString(task.value()), Map.of(Escalate.MISSED, subject));
    }

    @Override
    public void receiptSettled(ReceiptId receipt) {
        engine.complete("receive-escalation", Long.toString(receipt.value()), Map.of());
    }

    @Override
    public void urged(KeyTaskId task, UrgeId urge) {
        engine.tell("department-urged", Long.toString(task.value()), Map.of("urge", Long.toString(urge.value())));
    }

    @Override
    public void urgeSettled(UrgeId urge) {
        engine.complete("receive-urge", Long.toString(urge.value()), Map.of());
    }
}
