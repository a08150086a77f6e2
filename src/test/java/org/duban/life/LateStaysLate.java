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
            long duty,
            int round,
            boolean late,
            Instant at,
            LocalDate originalDue,
            LocalDate next,
            Instant decided) {}

    /** @param id what has a smaller one was there before it ended */
    private record Pause(long id, long task, Instant from, Instant to, int workingDays) {}

    /** @param id like that of a pause */
    private record Dispute(long id, long duty, Instant from, Instant to) {}

    private record Ended(long task, String lightState, LocalDate due, LocalDate closed, boolean withdrawn) {}

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private int afterADispute;

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

    /**
     * Against the day that held: the first one, but for what a return gave, the days for which it stood still, and those for
     * which it was open whose it was.
     */
    private void handInsSayWhetherTheyWereLate() {
        Map<Long, List<Pause>> pauses = pauses();
        Map<Long, List<Dispute>> disputes = disputes();
        Map<Long, LocalDate> due = new HashMap<>();
        Map<Long, Instant> asked = new HashMap<>();
        afterADispute = 0;
        jdbc.sql(
                        """
                        SELECT s.report_id, g.key_task_id, g.duty_id, s.round_no, s.late, s.submitted_at, g.original_due_on,
                               s.new_due_on, s.reviewed_at
                          FROM report_submission s JOIN progress_report g ON g.id = s.report_id
                         ORDER BY s.report_id, s.round_no""")
                .query((row, number) -> new HandIn(
                        row.getLong("report_id"),
                        row.getLong("key_task_id"),
                        row.getLong("duty_id"),
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
                    List<Pause> ofTask = pauses.getOrDefault(handIn.task(), List.of());
                    int days = 0;
                    for (Pause pause : ofTask) {
                        if (pause.id() > handIn.report()
                                && (since == null || since.isBefore(pause.to()))
                                && pause.to().isBefore(handIn.at())) {
                            days += pause.workingDays();
                        }
                    }
                    int disputed = disputes.getOrDefault(handIn.duty(), List.of()).stream()
                            .filter(dispute -> dispute.id() > handIn.report()
                                    && (since == null || since.isBefore(dispute.to()))
                                    && dispute.to().isBefore(handIn.at()))
                            .mapToInt(dispute -> waited(dispute, since, ofTask))
                            .sum();
                    afterADispute += disputed > 0 ? 1 : 0;
                    by = days + disputed > 0 ? calendar.plusWorkingDays(by, days + disputed) : by;
                    assertThat(handIn.late())
                            .as("%s was late for %s", handIn, by)
                            .isEqualTo(day(handIn.at()).isAfter(by));
                    due.put(handIn.report(), handIn.next());
                    asked.put(handIn.report(), handIn.decided());
                });
    }

    /** Hand-ins that had days back because of a dispute, when they were looked at last. */
    int afterADispute() {
        return afterADispute;
    }

    /** @param returned when the report was sent back last, or {@code null} */
    private int waited(Dispute dispute, Instant returned, List<Pause> pauses) {
        Instant from = returned == null || returned.isBefore(dispute.from()) ? dispute.from() : returned;
        int stoodStill = pauses.stream()
                .filter(pause -> !pause.from().isBefore(from) && !pause.to().isAfter(dispute.to()))
                .mapToInt(Pause::workingDays)
                .sum();
        return Math.max(0, calendar.workingDaysBetween(day(from), day(dispute.to())) - stoodStill);
    }

    /** Of each key task, in their order. */
    private Map<Long, List<Pause>> pauses() {
        return jdbc
                .sql(
                        "SELECT id, key_task_id, suspended_at, ended_at, working_days FROM suspension WHERE ended_at IS NOT NULL ORDER BY id")
                .query((row, number) -> new Pause(
                        row.getLong("id"),
                        row.getLong("key_task_id"),
                        Moments.read(row, "suspended_at"),
                        Moments.read(row, "ended_at"),
                        row.getInt("working_days")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Pause::task));
    }

    /** Those that supervisors ended, of each duty. What a decision opens comes after the timeline has told of it. */
    private Map<Long, List<Dispute>> disputes() {
        return jdbc
                .sql(
                        """
                        SELECT MIN(e.id) AS id, x.duty_id, x.signed_at, x.decided_at
                          FROM dispute x
                          JOIN duty y ON y.id = x.duty_id
                          JOIN timeline_event e ON e.key_task_id = y.key_task_id AND e.occurred_at = x.decided_at
                           AND e.kind IN ('DUTY_CONFIRMED', 'DUTY_CHANGED', 'DUTY_SUCCEEDED')
                         WHERE x.signed_at IS NOT NULL
                           AND x.decision IN ('DUTY_CONFIRMED', 'DUTY_CHANGED', 'DUTY_SUCCEEDED')
                         GROUP BY x.id, x.duty_id, x.signed_at, x.decided_at""")
                .query((row, number) -> new Dispute(
                        row.getLong("id"),
                        row.getLong("duty_id"),
                        Moments.read(row, "signed_at"),
                        Moments.read(row, "decided_at")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Dispute::duty));
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
