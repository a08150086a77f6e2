package org.duban.ladder;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Key tasks for whose completion nobody has applied. While an application waits, the ball is with the supervisors. */
@Component
class TaskDeadlines extends DeadlineQuery {

    private record Application(Instant appliedAt, Instant decidedAt) {}

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
                        "(SELECT COUNT(*) FROM completion c"
                                + " WHERE c.key_task_id = t.id AND c.decided_at IS NOT NULL AND c.outcome IS NULL)",
                        "t.times_extended",
                        "FROM key_task t WHERE t.closed_at IS NULL AND t.state = 'RUNNING'"));
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    @Override
    int waited(KeyTaskId task, LocalDate dueOn) {
        return jdbc
                .sql(
                        "SELECT applied_at, decided_at FROM completion WHERE key_task_id = :task AND decided_at IS NOT NULL")
                .param("task", task.value())
                .query((row, number) ->
                        new Application(Moments.read(row, "applied_at"), Moments.read(row, "decided_at")))
                .stream()
                .mapToInt(application -> {
                    LocalDate from = calendar.dayOf(application.appliedAt());
                    return WorkingDays.late(
                            calendar, from.isAfter(dueOn) ? from : dueOn, calendar.dayOf(application.decidedAt()));
                })
                .sum();
    }
}
