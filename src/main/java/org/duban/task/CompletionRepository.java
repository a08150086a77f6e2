package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CompletionRepository {

    private static final String SELECT =
            """
            SELECT c.id, c.key_task_id, p.short_name, c.statement, a.display_name, c.applied_at, c.outcome, c.reason,
                   c.decided_at
              FROM completion c
              JOIN duty y ON y.id = c.duty_id
              JOIN department p ON p.id = y.department_id
              JOIN account a ON a.id = c.applied_by
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    CompletionRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    long insert(KeyTaskId task, DutyId duty, String statement, AccountId appliedBy, Instant now) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO completion (id, key_task_id, duty_id, statement, applied_by, applied_at)
                        VALUES (:id, :task, :duty, :statement, :by, :now)""")
                .param("id", id)
                .param("task", task.value())
                .param("duty", duty.value())
                .param("statement", statement)
                .param("by", appliedBy.value())
                .param("now", Moments.toDatabase(now))
                .update();
        return id;
    }

    Optional<Completion> undecided(KeyTaskId task) {
        return jdbc.sql(SELECT + " WHERE c.key_task_id = :task AND c.decided_at IS NULL")
                .param("task", task.value())
                .query(CompletionRepository::map)
                .optional();
    }

    /** Oldest first. */
    List<Completion> of(KeyTaskId task) {
        return jdbc.sql(SELECT + " WHERE c.key_task_id = :task ORDER BY c.id")
                .param("task", task.value())
                .query(CompletionRepository::map)
                .list();
    }

    /** @param outcome {@code null} when it is sent back */
    void decide(long id, Outcome outcome, String reason, AccountId decidedBy, Instant now) {
        jdbc.sql(
                        """
                        UPDATE completion SET outcome = :outcome, reason = :reason, decided_by = :by, decided_at = :now
                         WHERE id = :id""")
                .param("outcome", outcome == null ? null : outcome.name())
                .param("reason", reason)
                .param("by", decidedBy.value())
                .param("now", Moments.toDatabase(now))
                .param("id", id)
                .update();
    }

    private static Completion map(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Completion(
                row.getLong("id"),
                new KeyTaskId(row.getLong("key_task_id")),
                row.getString("short_name"),
                row.getString("statement"),
                row.getString("display_name"),
                Moments.read(row, "applied_at"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("reason"),
                Moments.read(row, "decided_at"));
    }
}
