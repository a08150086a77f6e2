package org.duban.ladder;

import org.duban.base.StoppedClocks;
import org.duban.task.KeyTaskEvents;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was raised for a due day was raised for the day to which that moved because the key task stood still: nothing is
 * raised a second time, nor comes down, and the step keeps the day that it was raised for.
 */
@Component
class ResumedLadder {

    private final JdbcClient jdbc;
    private final StoppedClocks clocks;

    ResumedLadder(JdbcClient jdbc, StoppedClocks clocks) {
        this.jdbc = jdbc;
        this.clocks = clocks;
    }

    /** The same for the reports and contributions of a duty that was disputed. */
    @EventListener
    void on(KeyTaskEvents.DisputeWaited waited) {
        if (waited.stop().workingDays() == 0) {
            return;
        }
        long task = waited.task().value();
        String owed = "key_task_id = :task AND kind IN ('REPORT', 'CONTRIBUTION') AND duty_id = "
                + waited.duty().value();
        jdbc.sql("UPDATE escalation SET moved_due_on = due_on WHERE moved_due_on IS NULL AND " + owed)
                .param("task", task)
                .update();
        clocks.moveDays("escalation", "moved_due_on", owed, task, waited.stop());
    }

    @EventListener
    void on(KeyTaskEvents.StoodStill stood) {
        long task = stood.task().value();
        jdbc.sql("UPDATE escalation SET moved_due_on = due_on WHERE key_task_id = :task AND moved_due_on IS NULL")
                .param("task", task)
                .update();
        clocks.moveDays("escalation", "moved_due_on", "key_task_id = :task", task, stood.stop());
    }
}
