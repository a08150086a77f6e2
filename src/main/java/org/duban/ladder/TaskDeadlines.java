package org.duban.ladder;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Key tasks that have not come before the supervisors as completed. From when an application reaches them until they send
 * it back, the ball is with them; while departments countersign, or take it back, it is with themselves.
 */
@Component
class TaskDeadlines extends DeadlineQuery {

    /**
     * @param stoodStillSince working days for which the key task stood still since it reached the supervisors: by so many
     *     days earlier it was due then
     * @param stoodStillMeanwhile those of them that lie before the decision
     */
    private record Application(Instant reachedAt, Instant decidedAt, int stoodStillSince, int stoodStillMeanwhile) {}

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    TaskDeadlines(JdbcClient jdbc, WorkingCalendar calendar) {
        super(
                jdbc,
                calendar,
                DeadlineKind.TASK,
                new Columns(
                        "t.id",
                        "NULL",
                        "t.due_on",
                        false,
                        "(SELECT COUNT(*) FROM completion c" + " WHERE c.key_task_id = t.id AND c.state = 'SENT_BACK')",
                        "t.times_extended",
                        "FROM key_task t WHERE t.closed_at IS NULL AND t.suspended_at IS NULL"
                                + " AND t.state IN ('RUNNING', 'COUNTERSIGNING')"));
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** Who has applied has met the day, and who countersigns has one of its own. */
    @Override
    public boolean reminds(Deadline due) {
        return jdbc.sql("SELECT COUNT(*) FROM key_task WHERE id = :id AND state = 'RUNNING'")
                        .param("id", due.subject())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    int waited(KeyTaskId task, LocalDate dueOn) {
        return jdbc
                .sql(
                        """
                        SELECT c.reached_at, c.decided_at,
                               COALESCE(SUM(u.working_days), 0) AS since_then,
                               COALESCE(SUM(CASE WHEN u.ended_at <= c.decided_at THEN u.working_days END), 0) AS meanwhile
                          FROM completion c
                          JOIN key_task t ON t.id = c.key_task_id
                          LEFT JOIN suspension u ON u.key_task_id = t.id AND u.ending = 'RESUMED'
                               AND u.ended_at >= c.reached_at
                               AND (t.reopened_at IS NULL OR u.ended_at > t.reopened_at)
                         WHERE c.key_task_id = :task AND c.state = 'SENT_BACK'
                         GROUP BY c.id, c.reached_at, c.decided_at""")
                .param("task", task.value())
                .query((row, number) -> new Application(
                        Moments.read(row, "reached_at"),
                        Moments.read(row, "decided_at"),
                        row.getInt("since_then"),
                        row.getInt("meanwhile")))
                .stream()
                .mapToInt(application -> waited(application, dueOn))
                .sum();
    }

    private int waited(Application application, LocalDate dueOn) {
        LocalDate dueThen = calendar.minusWorkingDays(dueOn, application.stoodStillSince());
        LocalDate from = calendar.dayOf(application.reachedAt());
        int passed = WorkingDays.late(
                calendar, from.isAfter(dueThen) ? from : dueThen, calendar.dayOf(application.decidedAt()));
        return Math.max(0, passed - application.stoodStillMeanwhile());
    }
}
