package org.duban.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTaskWorkflow;
import org.springframework.stereotype.Component;

/** Tells {@code key-task.bpmn} what happened. */
@Component
class CamundaKeyTaskWorkflow implements KeyTaskWorkflow {

    private final Engine engine;

    CamundaKeyTaskWorkflow(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void launched(KeyTaskId task, List<DutyId> duties, Instant acknowledgeBy) {
        engine.start(
                "key-task",
                key(task),
                Map.of(
                        "duties",
                        duties.stream().map(CamundaKeyTaskWorkflow::key).toList(),
                        "acknowledgeBy",
                        Date.from(acknowledgeBy)));
    }

    @Override
    public void acknowledged(KeyTaskId task, DutyId duty) {
        engine.complete("acknowledge", key(duty), Map.of("disputed", false));
    }

    @Override
    public void disputed(KeyTaskId task, DutyId duty) {
        engine.complete("acknowledge", key(duty), Map.of("disputed", true));
    }

    @Override
    public void dutyUpheld(KeyTaskId task, DutyId duty, Instant acknowledgeBy) {
        engine.complete("decide-dispute", key(duty), Map.of("upheld", true, "acknowledgeBy", Date.from(acknowledgeBy)));
    }

    @Override
    public void dutyWithdrawn(KeyTaskId task, DutyId duty) {
        engine.complete("decide-dispute", key(duty), Map.of("upheld", false));
    }

    @Override
    public void completionAppliedFor(KeyTaskId task) {
        engine.complete("apply-for-completion", key(task), Map.of());
    }

    @Override
    public void completionSentBack(KeyTaskId task) {
        engine.complete("verify-completion", key(task), Map.of("closed", false));
    }

    @Override
    public void completionVerified(KeyTaskId task) {
        engine.complete("verify-completion", key(task), Map.of("closed", true));
    }

    private static String key(KeyTaskId task) {
        return Long.toString(task.value());
    }

    private static String key(DutyId duty) {
        return Long.toString(duty.value());
    }
}
