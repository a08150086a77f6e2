package org.duban.extension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.account.Handling;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.organisation.DepartmentId;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ExtensionRepository {

    private static final String SELECT =
            """
            SELECT x.id, x.key_task_id, x.duty_id, x.department_id, p.short_name, x.state, x.from_due_on, x.asked_due_on,
                   x.new_due_on, x.reason, x.percent, x.progress, a.display_name AS asker, x.asked_at,
                   s.display_name AS signer, x.signed_at, e.display_name AS ender, x.ended_at, x.ended_reason
              FROM extension x
              JOIN department p ON p.id = x.department_id
              JOIN account a ON a.id = x.asked_by
              LEFT JOIN account s ON s.id = x.signed_by
              LEFT JOIN account e ON e.id = x.ended_by
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    ExtensionRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    ExtensionId insert(KeyTask task, Duty duty, Extension.State state, Request request, AccountId by, Instant now) {
        ExtensionId id = new ExtensionId(ids.next());
        jdbc.sql(
                        """
                        INSERT INTO extension
                               (id, key_task_id, duty_id, department_id, state, from_due_on, asked_due_on, reason, percent,
                                progress, asked_by, asked_at)
                        VALUES (:id, :task, :duty, :department, :state, :from, :asked, :reason, :percent, :progress, :by, :now)""")
                .param("id", id.value())
                .param("task", task.id().value())
                .param("duty", duty.id().value())
                .param("department", duty.departmentId().value())
                .param("state", state.name())
                .param("from", task.dueOn())
                .param("asked", request.newDueOn())
                .param("reason", request.reason())
                .param("percent", request.percent())
                .param("progress", request.progress())
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .update();
        return id;
    }

    Optional<Extension> find(ExtensionId id) {
        return jdbc.sql(SELECT + " WHERE x.id = :id")
                .param("id", id.value())
                .query(ExtensionRepository::map)
                .optional();
    }

    /** Newest first; all of them. */
    List<Extension> of(KeyTaskId task) {
        return jdbc.sql(SELECT + " WHERE x.key_task_id = :task ORDER BY x.id DESC")
                .param("task", task.value())
                .query(ExtensionRepository::map)
                .list();
    }

    /** Newest first: those that the department asked for itself, and what has left other departments. */
    List<Extension> asSeenBy(DepartmentId reader, KeyTaskId task) {
        return jdbc.sql(SELECT
                        + " WHERE x.key_task_id = :task AND (x.department_id = :reader OR x.signed_at IS NOT NULL)"
                        + " ORDER BY x.id DESC")
                .param("task", task.value())
                .param("reader", reader.value())
                .query(ExtensionRepository::map)
                .list();
    }

    /** The one that waits for an answer. */
    Optional<Extension> open(KeyTaskId task) {
        return jdbc.sql(SELECT + " WHERE x.key_task_id = :task AND x.state IN ('SIGNING', 'DECIDING')")
                .param("task", task.value())
                .query(ExtensionRepository::map)
                .optional();
    }

    /** The one of the duty that waits for an answer. */
    Optional<Extension> openOf(DutyId duty) {
        return jdbc.sql(SELECT + " WHERE x.duty_id = :duty AND x.state IN ('SIGNING', 'DECIDING')")
                .param("duty", duty.value())
                .query(ExtensionRepository::map)
                .optional();
    }

    int countApproved(DutyId duty) {
        return jdbc.sql("SELECT COUNT(*) FROM extension WHERE duty_id = :duty AND state = 'APPROVED'")
                .param("duty", duty.value())
                .query(Integer.class)
                .single();
    }

    void sign(ExtensionId id, AccountId by, Instant now) {
        jdbc.sql("UPDATE extension SET state = 'DECIDING', signed_by = :by, signed_at = :now WHERE id = :id")
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    /**
     * @param by {@code null} where nobody answered in time, or nobody has to any more
     * @param newDueOn {@code null} unless it is granted
     */
    void end(ExtensionId id, Extension.State state, LocalDate newDueOn, String reason, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE extension
                           SET state = :state, new_due_on = :due, ended_reason = :reason, ended_by = :by, ended_at = :now
                         WHERE id = :id""")
                .param("state", state.name())
                .param("due", newDueOn)
                .param("reason", reason)
                .param("by", by == null ? null : by.value())
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    /** What waits for an answer goes on as that of the other department; what is over stays that of whoever asked. */
    void handOver(DutyId duty, DepartmentId to) {
        jdbc.sql("UPDATE extension SET department_id = :to WHERE duty_id = :duty AND state IN ('SIGNING', 'DECIDING')")
                .param("to", to.value())
                .param("duty", duty.value())
                .update();
    }

    /** Goes on as that of another duty, into which its own went. */
    void hand(DutyId from, DutyId to) {
        jdbc.sql("UPDATE extension SET duty_id = :to WHERE duty_id = :from")
                .param("to", to.value())
                .param("from", from.value())
                .update();
    }

    /** Who did the last thing to it, if a person did. */
    Optional<Handling> lastHandling(ExtensionId id) {
        return jdbc.sql(
                        """
                        SELECT COALESCE(ended_by, signed_by) AS handler, COALESCE(ended_at, signed_at) AS handled_at
                          FROM extension
                         WHERE id = :id AND (ended_by IS NOT NULL OR signed_by IS NOT NULL AND ended_at IS NULL)""")
                .param("id", id.value())
                .query((row, number) ->
                        new Handling(new AccountId(row.getLong("handler")), Moments.read(row, "handled_at")))
                .optional();
    }

    private static Extension map(ResultSet row, int number) throws SQLException {
        return new Extension(
                new ExtensionId(row.getLong("id")),
                new KeyTaskId(row.getLong("key_task_id")),
                new DutyId(row.getLong("duty_id")),
                new DepartmentId(row.getLong("department_id")),
                row.getString("short_name"),
                Extension.State.valueOf(row.getString("state")),
                Moments.readDay(row, "from_due_on"),
                Moments.readDay(row, "asked_due_on"),
                Moments.readDay(row, "new_due_on"),
                row.getString("reason"),
                row.getInt("percent"),
                row.getString("progress"),
                row.getString("asker"),
                Moments.read(row, "asked_at"),
                row.getString("signer"),
                Moments.read(row, "signed_at"),
                row.getString("ender"),
                Moments.read(row, "ended_at"),
                row.getString("ended_reason"));
    }
}
