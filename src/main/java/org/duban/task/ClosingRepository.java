package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClosingRepository {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final WorkingCalendar calendar;

    ClosingRepository(JdbcClient jdbc, Ids ids, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.calendar = calendar;
    }

    /**
     * How the key task ends now.
     *
     * @param task as it was until now
     * @param outcome {@code null} where it is withdrawn
     */
    void insert(KeyTask task, KeyTask.State state, Outcome outcome, String reason, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO key_task_closing
                               (id, key_task_id, state, outcome, due_on, percent, escalation_level, reason, closed_by,
                                closed_at)
                        VALUES (:id, :task, :state, :outcome, :due, :percent, :level, :reason, :by, :now)""")
                .param("id", ids.next())
                .param("task", task.id().value())
                .param("state", state.name())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("due", task.dueOn())
                .param("percent", task.percent())
                .param("level", task.escalationLevel())
                .param("reason", reason)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .update();
    }

    /** The last end was none. */
    void reopen(KeyTaskId task, LocalDate newDueOn, String reason, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE key_task_closing
                           SET reopen_reason = :reason, new_due_on = :due, reopened_by = :by, reopened_at = :now
                         WHERE key_task_id = :task AND reopened_at IS NULL""")
                .param("reason", reason)
                .param("due", newDueOn)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("task", task.value())
                .update();
    }

    /** Oldest first. */
    List<Closing> of(KeyTaskId task) {
        return jdbc.sql(
                        """
                        SELECT e.state, e.outcome, e.due_on, e.escalation_level, e.reason, c.display_name AS closed_by_name,
                               e.closed_at, e.reopen_reason, e.new_due_on, r.display_name AS reopened_by_name, e.reopened_at
                          FROM key_task_closing e
                          LEFT JOIN account c ON c.id = e.closed_by
                          LEFT JOIN account r ON r.id = e.reopened_by
                         WHERE e.key_task_id = :task ORDER BY e.closed_at, e.id""")
                .param("task", task.value())
                .query(this::map)
                .list();
    }

    private Closing map(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        LocalDate dueOn = Moments.readDay(row, "due_on");
        Instant closedAt = Moments.read(row, "closed_at");
        return new Closing(
                KeyTask.State.valueOf(row.getString("state")),
                outcome == null ? null : Outcome.valueOf(outcome),
                dueOn,
                KeyTask.daysLate(dueOn, calendar.dayOf(closedAt), calendar.today()),
                row.getInt("escalation_level"),
                row.getString("reason"),
                row.getString("closed_by_name"),
                closedAt,
                row.getString("reopen_reason"),
                Moments.readDay(row, "new_due_on"),
                row.getString("reopened_by_name"),
                Moments.read(row, "reopened_at"));
    }
}
