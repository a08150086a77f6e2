package org.duban.task;

import java.time.Instant;
import java.util.List;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DisputeRepository {

    private final JdbcClient jdbc;
    private final Ids ids;

    DisputeRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void insert(DutyId duty, String reason, AccountId raisedBy, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO dispute (id, duty_id, reason, raised_by, raised_at)
                        VALUES (:id, :duty, :reason, :by, :now)""")
                .param("id", ids.next())
                .param("duty", duty.value())
                .param("reason", reason)
                .param("by", raisedBy.value())
                .param("now", Moments.toDatabase(now))
                .update();
    }

    /** Decides the one open dispute of the duty. */
    void decide(DutyId duty, String decision, String reason, AccountId decidedBy, Instant now) {
        jdbc.sql(
                        """
                        UPDATE dispute SET decision = :decision, decision_reason = :reason, decided_by = :by,
                               decided_at = :now
                         WHERE duty_id = :duty AND decision IS NULL""")
                .param("decision", decision)
                .param("reason", reason)
                .param("by", decidedBy.value())
                .param("now", Moments.toDatabase(now))
                .param("duty", duty.value())
                .update();
    }

    /** Who raised it says the timeline: a supervisor may belong to the very department whose duty it is. */
    List<Dispute> openOnes(KeyTaskId task) {
        return jdbc.sql(
                        """
                        SELECT x.duty_id, x.reason, a.display_name, x.raised_at,
                               (SELECT e.kind FROM timeline_event e
                                 WHERE e.key_task_id = y.key_task_id AND e.department_id = y.department_id
                                   AND e.kind IN ('DISPUTED', 'DUTY_TAKEN_UP')
                                 ORDER BY e.id DESC LIMIT 1) AS raised_how,
                               (SELECT b.display_name FROM timeline_event e LEFT JOIN account b ON b.id = e.behalf_id
                                 WHERE e.key_task_id = y.key_task_id AND e.department_id = y.department_id
                                   AND e.kind IN ('DISPUTED', 'DUTY_TAKEN_UP')
                                 ORDER BY e.id DESC LIMIT 1) AS raised_for
                          FROM dispute x JOIN duty y ON y.id = x.duty_id JOIN account a ON a.id = x.raised_by
                         WHERE y.key_task_id = :task AND x.decision IS NULL ORDER BY x.id""")
                .param("task", task.value())
                .query((row, number) -> new Dispute(
                        new DutyId(row.getLong("duty_id")),
                        row.getString("reason"),
                        row.getString("display_name"),
                        row.getString("raised_for"),
                        Moments.read(row, "raised_at"),
                        TimelineEntry.Kind.DUTY_TAKEN_UP.name().equals(row.getString("raised_how"))))
                .list();
    }
}
