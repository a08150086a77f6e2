package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SuspensionRepository {

    /** Of a key task that stands still. */
    record Standing(AccountId by, Instant since, LocalDate reviewOn) {}

    private final JdbcClient jdbc;
    private final Ids ids;

    SuspensionRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** @param with the suspension above with which it begins and ends, or {@code null} */
    long insert(KeyTaskId task, Long with, LocalDate reviewOn, String reason, AccountId by, Instant now) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO suspension (id, key_task_id, with_id, reason, review_on, suspended_by, suspended_at)
                        VALUES (:id, :task, :with, :reason, :reviewOn, :by, :now)""")
                .param("id", id)
                .param("task", task.value())
                .param("with", with)
                .param("reason", reason)
                .param("reviewOn", reviewOn)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .update();
        return id;
    }

    /** Those that stand still with this one. */
    Set<KeyTaskId> with(KeyTaskId task) {
        return Set.copyOf(jdbc.sql(
                        """
                        SELECT u.key_task_id FROM suspension u JOIN suspension w ON w.id = u.with_id
                         WHERE w.key_task_id = :task AND w.ended_at IS NULL AND u.ended_at IS NULL""")
                .param("task", task.value())
                .query((row, number) -> new KeyTaskId(row.getLong(1)))
                .list());
    }

    /** The one that lasts. */
    Standing standing(KeyTaskId task) {
        return jdbc.sql(
                        """
                        SELECT suspended_by, suspended_at, review_on FROM suspension
                         WHERE key_task_id = :task AND ended_at IS NULL""")
                .param("task", task.value())
                .query((row, number) -> new Standing(
                        new AccountId(row.getLong("suspended_by")),
                        Moments.read(row, "suspended_at"),
                        Moments.readDay(row, "review_on")))
                .single();
    }

    void reviewOn(KeyTaskId task, LocalDate day) {
        jdbc.sql("UPDATE suspension SET review_on = :day WHERE key_task_id = :task AND ended_at IS NULL")
                .param("day", day)
                .param("task", task.value())
                .update();
    }

    /** @param reason may be {@code null} */
    void end(
            KeyTask task,
            Suspension.Ending ending,
            AccountId by,
            Instant now,
            String reason,
            int workingDays,
            LocalDate newDueOn) {
        jdbc.sql(
                        """
                        UPDATE suspension
                           SET ending = :ending, ended_by = :by, ended_at = :now, end_reason = :reason,
                               working_days = :days, old_due_on = :old, new_due_on = :new
                         WHERE key_task_id = :task AND ended_at IS NULL""")
                .param("ending", ending.name())
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("reason", reason)
                .param("days", workingDays)
                .param("old", task.dueOn())
                .param("new", newDueOn)
                .param("task", task.id().value())
                .update();
    }

    /** For how many working days the key task stood still from this moment on, all told. */
    int workingDaysSince(KeyTaskId task, Instant moment) {
        return jdbc.sql(
                        """
                        SELECT COALESCE(SUM(working_days), 0) FROM suspension
                         WHERE key_task_id = :task AND ending = 'RESUMED' AND suspended_at >= :moment""")
                .param("task", task.value())
                .param("moment", Moments.toDatabase(moment))
                .query(Integer.class)
                .single();
    }

    /** Newest first. */
    List<Suspension> of(KeyTaskId task) {
        return jdbc.sql(
                        """
                        SELECT u.reason, u.review_on, s.display_name AS suspender, u.suspended_at, t.id AS with_task,
                               t.row_no AS with_no, u.ending,
                               e.display_name AS ender, u.ended_at, u.end_reason, u.working_days, u.old_due_on, u.new_due_on
                          FROM suspension u
                          JOIN account s ON s.id = u.suspended_by
                          LEFT JOIN account e ON e.id = u.ended_by
                          LEFT JOIN suspension w ON w.id = u.with_id
                          LEFT JOIN key_task t ON t.id = w.key_task_id
                         WHERE u.key_task_id = :task ORDER BY u.id DESC""")
                .param("task", task.value())
                .query(SuspensionRepository::map)
                .list();
    }

    private static Suspension map(ResultSet row, int number) throws SQLException {
        String ending = row.getString("ending");
        String with = row.getString("with_no");
        return new Suspension(
                row.getString("reason"),
                Moments.readDay(row, "review_on"),
                row.getString("suspender"),
                Moments.read(row, "suspended_at"),
                with == null ? null : new Suspension.Above(new KeyTaskId(row.getLong("with_task")), with),
                ending == null
                        ? null
                        : new Suspension.End(
                                Suspension.Ending.valueOf(ending),
                                row.getString("ender"),
                                Moments.read(row, "ended_at"),
                                row.getString("end_reason"),
                                row.getInt("working_days"),
                                Moments.readDay(row, "old_due_on"),
                                Moments.readDay(row, "new_due_on")));
    }
}
