package org.duban.extension;

import org.duban.base.StoppedClocks;
import org.duban.task.KeyTaskEvents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A request that waits when its key task goes on that stood still: the due date has moved, so what was asked for moves with
 * it, in that transaction. Its timer finds the new due date by itself.
 */
@Component
class ResumedExtensions {

    private static final String OPEN = "key_task_id = :task AND state IN ('SIGNING', 'DECIDING')";

    private final StoppedClocks clocks;

    ResumedExtensions(StoppedClocks clocks) {
        this.clocks = clocks;
    }

    @EventListener
    void on(KeyTaskEvents.StoodStill stood) {
        long task = stood.task().value();
        clocks.moveDays("extension", "from_due_on", OPEN, task, stood.stop());
        clocks.moveDays("extension", "asked_due_on", OPEN, task, stood.stop());
    }
}
