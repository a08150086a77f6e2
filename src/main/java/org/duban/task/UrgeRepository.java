package org.duban.task;

import java.time.Clock;
import java.time.LocalDate;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.base.Stop;
import org.duban.base.StoppedClocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UrgeRepository {

    enum Cause {
        ACKNOWLEDGEMENT_LATE,
        REPORT_LATE,
        CONTRIBUTION_LATE,
        INSTRUCTION_LATE,
        TASK_LATE
    }

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final StoppedClocks clocks;

    UrgeRepository(JdbcClient jdbc, Ids ids, Clock clock, StoppedClocks clocks) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.clocks = clocks;
    }

    /** Whether this is the first urge about the subject and its due day; a second one is not recorded. */
    boolean record(DutyId duty, Cause cause, long subjectId, LocalDate dueOn) {
        return jdbc.sql(
                                """
                        INSERT INTO urge (id, duty_id, cause, subject_id, due_on, sent_at)
                        SELECT :id, :duty, :cause, :subject, :due, :now FROM duty y
                         WHERE y.id = :duty AND NOT EXISTS (
                               SELECT 1 FROM urge u
                                WHERE u.cause = :cause AND u.subject_id = :subject
                                  AND COALESCE(u.moved_due_on, u.due_on) = :due)""")
                        .param("id", ids.next())
                        .param("duty", duty.value())
                        .param("cause", cause.name())
                        .param("subject", subjectId)
                        .param("due", dueOn)
                        .param("now", Moments.toDatabase(clock.instant()))
                        .update()
                > 0;
    }

    /** These hold for the days to which what was urged for moves: nobody is urged for it again. */
    void move(KeyTaskId task, String condition, Stop stop) {
        String which = "duty_id IN (SELECT y.id FROM duty y WHERE y.key_task_id = :task) AND " + condition;
        jdbc.sql("UPDATE urge SET moved_due_on = due_on WHERE moved_due_on IS NULL AND " + which)
                .param("task", task.value())
                .update();
        clocks.moveDays("urge", "moved_due_on", which, task.value(), stop);
    }
}
