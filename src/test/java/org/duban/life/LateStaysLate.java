package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** DESIGN, invariant 3: who was late is so for good, as counted anew from dates alone. */
@Component
class LateStaysLate {

    private record HandIn(long report, int round, boolean late, LocalDate on, LocalDate originalDue, LocalDate next) {}

    private record Ended(long task, String lightState, LocalDate due, LocalDate closed, boolean withdrawn) {}

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    LateStaysLate(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    void check(LifeSize size) {
        originalDueDaysAreThoseOfTheLaunch(size);
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

    /** The original one, but for the last extension that was granted or the last time it was taken up again. */
    private void dueDaysAreThoseLastDecided() {
        assertThat(jdbc.sql(
                                """
                                SELECT t.id FROM key_task t LEFT JOIN (
                                       SELECT x.key_task_id, x.new_due_on, x.ended_at AS decided FROM extension x
                                        WHERE x.state = 'APPROVED'
                                       UNION ALL
                                       SELECT c.key_task_id, c.new_due_on, c.reopened_at FROM key_task_closing c
                                        WHERE c.reopened_at IS NOT NULL) moved
                                    ON moved.key_task_id = t.id AND moved.decided = (
                                       SELECT MAX(last.decided) FROM (
                                              SELECT x.key_task_id, x.ended_at AS decided FROM extension x
                                               WHERE x.state = 'APPROVED'
                                              UNION ALL
                                              SELECT c.key_task_id, c.reopened_at FROM key_task_closing c
                                               WHERE c.reopened_at IS NOT NULL) last
                                        WHERE last.key_task_id = t.id)
                                 WHERE t.due_on <> COALESCE(moved.new_due_on, t.original_due_on)""")
                        .query(Long.class)
                        .list())
                .as("key tasks due on a day that nobody decided")
                .isEmpty();
    }

    private void handInsSayWhetherTheyWereLate() {
        Map<Long, LocalDate> due = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT s.report_id, s.round_no, s.late, s.submitted_at, g.original_due_on, s.new_due_on
                          FROM report_submission s JOIN progress_report g ON g.id = s.report_id
                         ORDER BY s.report_id, s.round_no""")
                .query((row, number) -> new HandIn(
                        row.getLong("report_id"),
                        row.getInt("round_no"),
                        row.getBoolean("late"),
                        day(Moments.read(row, "submitted_at")),
                        Moments.readDay(row, "original_due_on"),
                        Moments.readDay(row, "new_due_on")))
                .list()
                .forEach(handIn -> {
                    LocalDate by = due.getOrDefault(handIn.report(), handIn.originalDue());
                    assertThat(handIn.late())
                            .as("%s was late for %s", handIn, by)
                            .isEqualTo(handIn.on().isAfter(by));
                    due.put(handIn.report(), handIn.next());
                });
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
