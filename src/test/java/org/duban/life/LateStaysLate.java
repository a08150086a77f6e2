package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** DESIGN, invariant 3: who was late is so for good, as counted anew from dates alone. */
@Component
class LateStaysLate {

    private record HandIn(
            long report,
            long task,
            int round,
            boolean late,
            Instant at,
            LocalDate originalDue,
            LocalDate next,
            Instant decided) {}

    private record Pause(long id, long task, Instant to, int workingDays) {}

    private record Ended(long task, String lightState, LocalDate due, LocalDate closed, boolean withdrawn) {}

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    LateStaysLate(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    void check(LifeSize size) {
        originalDueDaysAreThoseOfTheLaunch(size);
        originalDueDaysOfSubTasksAreThoseOfTheSplit();
        dueDaysAreThoseLastDecided();
        handInsSayWhetherTheyWereLate();
        endedOnesSayWhetherTheyWereLate();
        assertThat(jdbc.sql(
                                """
                                SELECT id FROM progress_report g WHERE g.due_on < g.original_due_on
                                    OR g.first_submitted_at IS NULL
                                   AND EXISTS (SELECT 1 FROM report_submission s WHERE s.report_id = g.id)""")
                        .query(Long.class)
                        .list())
                .as("reports due earlier than at first, or without the moment of the first hand-in")
                .isEmpty();
    }

    private void originalDueDaysAreThoseOfTheLaunch(LifeSize size) {
        List<LocalDate> original = jdbc.sql("SELECT t.original_due_on FROM key_task t"
                        + " JOIN division_row r ON r.id = t.division_row_id ORDER BY r.position_no")
                .query(LocalDate.class)
                .list();
        assertThat(original).isEqualTo(PlanLife.dueDays(size, original.size()));
    }

    /** Of a sub-task, the day is that for which it was split off. */
    private void originalDueDaysOfSubTasksAreThoseOfTheSplit() {
        assertThat(jdbc.sql(
                                """
                                SELECT t.id FROM key_task t WHERE t.parent_id IS NOT NULL AND NOT EXISTS (
                                       SELECT 1 FROM timeline_event e
                                        WHERE e.key_task_id = t.id AND e.kind = 'SPLIT_OFF'
                                          AND CAST(e.figure AS DATE) = t.original_due_on)""")
                        .query(Long.class)
                        .list())
                .as("sub-tasks with another original due date than that for which they were split off")
                .isEmpty();
    }

    /**
     * The original one, but for the last decision: an extension, taking up again, going on after it stood still, ending while
     * it stood still, or taking over the earlier day of the one that went into it.
     */
    private void dueDaysAreThoseLastDecided() {
        Map<Long, LocalDate> decided = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT m.task, m.due FROM (
                               SELECT key_task_id AS task, new_due_on AS due, ended_at AS decided FROM extension
                                WHERE state = 'APPROVED'
                               UNION ALL
                               SELECT key_task_id, new_due_on, reopened_at FROM key_task_closing
                                WHERE reopened_at IS NOT NULL
                               UNION ALL
                               SELECT key_task_id, new_due_on, ended_at FROM suspension WHERE ended_at IS NOT NULL
                               UNION ALL
                               SELECT e.key_task_id, CAST(e.figure AS DATE), e.occurred_at FROM timeline_event e
                                WHERE e.kind = 'DUE_MOVED' AND EXISTS (
                                      SELECT 1 FROM timeline_event x
                                       WHERE x.key_task_id = e.key_task_id AND x.kind = 'MERGED'
                                         AND x.occurred_at = e.occurred_at)) m
                         ORDER BY m.decided""")
                .query((row, number) -> decided.put(row.getLong("task"), Moments.readDay(row, "due")))
                .list();
        assertThat(jdbc.sql("SELECT id, due_on, original_due_on FROM key_task")
                        .query((row, number) -> {
                            LocalDate due =
                                    decided.getOrDefault(row.getLong("id"), Moments.readDay(row, "original_due_on"));
                            return due.equals(Moments.readDay(row, "due_on")) ? null : row.getLong("id") + " " + due;
                        })
                        .list())
                .as("key tasks due on a day that nobody decided")
                .containsOnlyNulls();
    }

    /** Against the day that held: the first one, but for what a return gave and the days for which it stood still. */
    private void handInsSayWhetherTheyWereLate() {
        Map<Long, List<Pause>> pauses = pauses();
        Map<Long, LocalDate> due = new HashMap<>();
        Map<Long, Instant> asked = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT s.report_id, g.key_task_id, s.round_no, s.late, s.submitted_at, g.original_due_on,
                               s.new_due_on, s.reviewed_at
                          FROM report_submission s JOIN progress_report g ON g.id = s.report_id
                         ORDER BY s.report_id, s.round_no""")
                .query((row, number) -> new HandIn(
                        row.getLong("report_id"),
                        row.getLong("key_task_id"),
                        row.getInt("round_no"),
                        row.getBoolean("late"),
                        Moments.read(row, "submitted_at"),
                        Moments.readDay(row, "original_due_on"),
                        Moments.readDay(row, "new_due_on"),
                        Moments.read(row, "reviewed_at")))
                .list()
                .forEach(handIn -> {
                    LocalDate by = due.getOrDefault(handIn.report(), handIn.originalDue());
                    Instant since = asked.get(handIn.report());
                    for (Pause pause : pauses.getOrDefault(handIn.task(), List.of())) {
                        if (pause.id() > handIn.report()
                                && (since == null || since.isBefore(pause.to()))
                                && pause.to().isBefore(handIn.at())) {
                            by = calendar.plusWorkingDays(by, pause.workingDays());
                        }
                    }
                    assertThat(handIn.late())
                            .as("%s was late for %s", handIn, by)
                            .isEqualTo(day(handIn.at()).isAfter(by));
                    due.put(handIn.report(), handIn.next());
                    asked.put(handIn.report(), handIn.decided());
                });
    }

    /** Of each key task, in their order. Identifiers ascend: what has a smaller one was there before. */
    private Map<Long, List<Pause>> pauses() {
        return jdbc
                .sql(
                        "SELECT id, key_task_id, ended_at, working_days FROM suspension WHERE ended_at IS NOT NULL ORDER BY id")
                .query((row, number) -> new Pause(
                        row.getLong("id"),
                        row.getLong("key_task_id"),
                        Moments.read(row, "ended_at"),
                        row.getInt("working_days")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Pause::task));
    }

    private void endedOnesSayWhetherTheyWereLate() {
        jdbc.sql("SELECT id, light_state, due_on, closed_at, state FROM key_task WHERE closed_at IS NOT NULL")
                .query((row, number) -> new Ended(
                        row.getLong("id"),
                        row.getString("light_state"),
                        Moments.readDay(row, "due_on"),
                        day(Moments.read(row, "closed_at")),
                        row.getString("state").equals("WITHDRAWN")))
                .list()
                .forEach(ended -> assertThat(ended.lightState())
                        .as("%s", ended)
                        .isEqualTo(
                                ended.withdrawn()
                                        ? "WITHDRAWN"
                                        : ended.closed().isAfter(ended.due()) ? "CLOSED_LATE" : "CLOSED_IN_TIME"));
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(calendar.zone()).toLocalDate();
    }
}
