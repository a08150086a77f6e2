package org.duban.task;

import java.time.Clock;
import java.time.LocalDate;
import org.duban.base.Ids;
import org.duban.base.Moments;
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

    UrgeRepository(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether this is the first urge about the subject and its due day; a second one is not recorded. */
    boolean record(DutyId duty, Cause cause, long subjectId, LocalDate dueOn) {
        return jdbc.sql(
                                """
                        INSERT INTO urge (id, duty_id, cause, subject_id, due_on, sent_at)
                        SELECT :id, :duty, :cause, :subject, :due, :now FROM duty y
                         WHERE y.id = :duty AND NOT EXISTS (
                               SELECT 1 FROM urge u
                                WHERE u.cause = :cause AND u.subject_id = :subject AND u.due_on = :due)""")
                        .param("id", ids.next())
                        .param("duty", duty.value())
                        .param("cause", cause.name())
                        .param("subject", subjectId)
                        .param("due", dueOn)
                        .param("now", Moments.toDatabase(clock.instant()))
                        .update()
                > 0;
    }
}
