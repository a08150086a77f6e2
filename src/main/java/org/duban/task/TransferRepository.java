package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TransferRepository {

    enum Decision {
        APPROVED,
        REFUSED,
        /** Overtaken: the duty went elsewhere, or its key task was closed. */
        OBSOLETE
    }

    private static final String OPEN =
            """
            SELECT x.id, x.duty_id, x.from_department_id, f.short_name AS from_name, x.to_department_id,
                   o.short_name AS to_name, x.reason, a.display_name, x.requested_at
              FROM duty_transfer x JOIN duty y ON y.id = x.duty_id
              JOIN department f ON f.id = x.from_department_id
              JOIN department o ON o.id = x.to_department_id
              JOIN account a ON a.id = x.requested_by
             WHERE x.decision IS NULL
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    TransferRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Keeps with it how the duty stands with the department that has it now. */
    long insert(DutyId duty, DepartmentId to, String reason, AccountId by, Instant now) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO duty_transfer
                               (id, duty_id, from_department_id, to_department_id, reason, requested_by, requested_at,
                                acknowledge_by, first_acknowledge_by, acknowledged_at, acknowledged_by)
                        SELECT :id, y.id, y.department_id, :to, :reason, :by, :now, y.acknowledge_by,
                               y.first_acknowledge_by, y.acknowledged_at, y.acknowledged_by
                          FROM duty y WHERE y.id = :duty""")
                .param("id", id)
                .param("to", to.value())
                .param("reason", reason)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("duty", duty.value())
                .update();
        return id;
    }

    void decide(long id, Decision decision, String reason, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE duty_transfer SET decision = :decision, decision_reason = :reason, decided_by = :by,
                               decided_at = :now
                         WHERE id = :id""")
                .param("decision", decision.name())
                .param("reason", reason)
                .param("by", by == null ? null : by.value())
                .param("now", Moments.toDatabase(now))
                .param("id", id)
                .update();
    }

    /** The duty of the transfer, however it stands. */
    Optional<DutyId> dutyOf(long id) {
        return jdbc.sql("SELECT duty_id FROM duty_transfer WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new DutyId(row.getLong("duty_id")))
                .optional();
    }

    Optional<Transfer> open(DutyId duty) {
        return jdbc.sql(OPEN + " AND x.duty_id = :duty")
                .param("duty", duty.value())
                .query(TransferRepository::map)
                .optional();
    }

    List<Transfer> open(KeyTaskId task) {
        return jdbc.sql(OPEN + " AND y.key_task_id = :task ORDER BY x.id")
                .param("task", task.value())
                .query(TransferRepository::map)
                .list();
    }

    private static Transfer map(ResultSet row, int number) throws SQLException {
        return new Transfer(
                row.getLong("id"),
                new DutyId(row.getLong("duty_id")),
                new DepartmentId(row.getLong("from_department_id")),
                row.getString("from_name"),
                new DepartmentId(row.getLong("to_department_id")),
                row.getString("to_name"),
                row.getString("reason"),
                row.getString("display_name"),
                Moments.read(row, "requested_at"));
    }
}
