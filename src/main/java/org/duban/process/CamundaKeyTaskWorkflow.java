package org.duban.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTaskWorkflow;
import org.springframework.stereotype.Component;

/** Tells {@code key-task.bpmn} and the {@code acknowledgement.bpmn} of its duties what happened. */
@Component
class CamundaKeyTaskWorkflow implements KeyTaskWorkflow {

    private final Engine engine;

    CamundaKeyTaskWorkflow(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void launched(KeyTaskId task, List<DutyId> duties, Instant acknowledgeBy) {
        engine.start("key-task", key(task), clocks(duties, acknowledgeBy));
    }

    @Override
    public void split(KeyTaskId task, List<KeyTaskId> subTasks) {
        engine.tell(
                "task-split",
                key(task),
                Map.of(
                        "subTasks",
                        subTasks.stream().map(CamundaKeyTaskWorkflow::key).toList()));
    }

    @Override
    public void acknowledged(KeyTaskId task, DutyId duty) {
        engine.complete("acknowledge", key(duty), Map.of("prepared", false, "disputed", false));
    }

    @Override
    public void disputed(KeyTaskId task, DutyId duty) {
        engine.complete("acknowledge", key(duty), Map.of("prepared", false, "disputed", true));
    }

    @Override
    public void disputePrepared(KeyTaskId task, DutyId duty) {
        engine.complete("acknowledge", key(duty), Map.of("prepared", true));
    }

    @Override
    public void disputeSigned(KeyTaskId task, DutyId duty) {
        engine.complete("sign-dispute", key(duty), Map.of("signed", true, "disputed", true));
    }

    @Override
    public void disputeRejected(KeyTaskId task, DutyId duty) {
        engine.complete("sign-dispute", key(duty), Map.of("signed", false));
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
    public void dutyGone(KeyTaskId task, DutyId duty) {
        engine.tell("duty-gone", key(duty), Map.of());
    }

    @Override
    public void dutiesAssigned(KeyTaskId task, List<DutyId> duties, Instant acknowledgeBy) {
        engine.tell("duty-assigned", key(task), clocks(duties, acknowledgeBy));
    }

    @Override
    public void transferRequested(KeyTaskId task, long transfer) {
        engine.tell("transfer-requested", key(task), Map.of("transfer", Long.toString(transfer)));
    }

    @Override
    public void transferApproved(KeyTaskId task, long transfer, DutyId duty, Instant acknowledgeBy) {
        engine.complete(
                "decide-transfer",
                Long.toString(transfer),
                Map.of("approved", true, "duty", key(duty), "acknowledgeBy", Date.from(acknowledgeBy)));
    }

    @Override
    public void transferRefused(KeyTaskId task, long transfer) {
        engine.complete("decide-transfer", Long.toString(transfer), Map.of("approved", false));
    }

    @Override
    public void completionAppliedFor(KeyTaskId task, List<Long> countersignatures) {
        engine.complete(
                "apply-for-completion",
                key(task),
                Map.of(
                        "countersignatures",
                        countersignatures.stream().map(String::valueOf).toList(),
                        "returned",
                        false));
    }

    @Override
    public void countersigned(KeyTaskId task, long countersignature) {
        engine.complete("countersign", Long.toString(countersignature), Map.of("returned", false));
    }

    @Override
    public void countersignatureReturned(KeyTaskId task, long countersignature) {
        engine.complete("countersign", Long.toString(countersignature), Map.of("returned", true));
    }

    @Override
    public void countersigningCutShort(KeyTaskId task) {
        engine.tell("countersigning-cut-short", key(task), Map.of());
    }

    @Override
    public void completionTakenBack(KeyTaskId task) {
        engine.tell("completion-taken-back", key(task), Map.of());
    }

    @Override
    public void siteCheckOrdered(KeyTaskId task) {
        engine.complete("verify-completion", key(task), Map.of("verdict", "on-site-check"));
    }

    @Override
    public void siteCheckRecorded(KeyTaskId task) {
        engine.complete("on-site-check", key(task), Map.of());
    }

    @Override
    public void completionSentBack(KeyTaskId task) {
        engine.complete("verify-completion", key(task), Map.of("verdict", "sent-back"));
    }

    @Override
    public void completionVerified(KeyTaskId task) {
        engine.complete("verify-completion", key(task), Map.of("verdict", "closed"));
    }

    @Override
    public void withdrawn(KeyTaskId task) {
        engine.tell("task-withdrawn", key(task), Map.of());
    }

    @Override
    public void suspended(KeyTaskId task) {
        engine.tell("task-suspended", key(task), Map.of());
    }

    @Override
    public void resumed(KeyTaskId task) {
        engine.complete("resume", key(task), Map.of());
    }

    @Override
    public void reopened(KeyTaskId task, List<DutyId> unsigned, Instant acknowledgeBy) {
        engine.startAgain("task-reopened", key(task), clocks(unsigned, acknowledgeBy));
    }

    private static Map<String, Object> clocks(List<DutyId> duties, Instant acknowledgeBy) {
        return Map.of(
                "duties",
                duties.stream().map(CamundaKeyTaskWorkflow::key).toList(),
                "acknowledgeBy",
                Date.from(acknowledgeBy));
    }

    private static String key(KeyTaskId task) {
        return Long.toString(task.value());
    }

    private static String key(DutyId duty) {
        return Long.toString(duty.value());
    }
}
