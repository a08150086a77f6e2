package org.duban.task;

import java.time.Instant;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WaiverRepository {

    private final JdbcClient jdbc;
    private final Ids ids;

    WaiverRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    Optional<Waiver> standing(KeyTaskId task) {
        return jdbc.sql(
                        """
                        SELECT w.id, w.reason, a.display_name, w.waived_at
                          FROM sub_task_waiver w JOIN account a ON a.id = w.waived_by
                         WHERE w.key_task_id = :task AND w.revoked_at IS NULL""")
                .param("task", task.value())
                .query((row, number) -> new Waiver(
                        row.getLong("id"),
                        row.getString("reason"),
                        row.getString("display_name"),
                        Moments.read(row, "waived_at")))
                .optional();
    }

    void insert(KeyTaskId task, String reason, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO sub_task_waiver (id, key_task_id, reason, waived_by, waived_at)
                        VALUES (:id, :task, :reason, :by, :now)""")
                .param("id", ids.next())
                .param("task", task.value())
                .param("reason", reason)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .update();
    }

    /** @param by {@code null} where it falls away by itself */
    void revoke(KeyTaskId task, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE sub_task_waiver SET revoked_by = :by, revoked_at = :now
                         WHERE key_task_id = :task AND revoked_at IS NULL""")
                .param("by", by == null ? null : by.value())
                .param("now", Moments.toDatabase(now))
                .param("task", task.value())
                .update();
    }
}
