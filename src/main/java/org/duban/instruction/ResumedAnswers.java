package org.duban.instruction;

import org.duban.base.StoppedClocks;
import org.duban.task.KeyTaskEvents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Answers are due later by the working days for which their key task stood still; in the transaction in which it goes on. */
@Component
class ResumedAnswers {

    private final StoppedClocks clocks;

    ResumedAnswers(StoppedClocks clocks) {
        this.clocks = clocks;
    }

    @EventListener
    void on(KeyTaskEvents.StoodStill stood) {
        clocks.moveDays(
                "instruction_answer",
                "due_on",
                "state IN ('OPEN', 'RETURNED')"
                        + " AND instruction_id IN (SELECT n.id FROM instruction n WHERE n.key_task_id = :task)",
                stood.task().value(),
                stood.stop());
    }
}
