package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.directive.DutyRole;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DisputeRepository {

    /** How a dispute ended that no supervisor decided on. */
    enum Ending {
        /** The head did not sign it. */
        REJECTED,
        /** It was overtaken before the head signed it. */
        OBSOLETE
    }

    /** Who raised it says the timeline: a supervisor may belong to the very department whose duty it is. */
    private static final String OPEN =
            """
            SELECT x.id, x.duty_id, x.reason, a.display_name, x.raised_at, h.display_name AS signed_by,
                   x.nobody_concerned, x.proposed_department_id, p.short_name AS proposed_department, x.proposed_role,
                   (SELECT e.kind FROM timeline_event e
                     WHERE e.key_task_id = y.key_task_id AND e.department_id = y.department_id
                       AND e.kind IN ('DISPUTED', 'DUTY_TAKEN_UP')
                     ORDER BY e.id DESC LIMIT 1) AS raised_how,
                   (SELECT b.display_name FROM timeline_event e LEFT JOIN account b ON b.id = e.behalf_id
                     WHERE e.key_task_id = y.key_task_id AND e.department_id = y.department_id
                       AND e.kind IN ('DISPUTED', 'DUTY_TAKEN_UP')
                     ORDER BY e.id DESC LIMIT 1) AS raised_for
              FROM dispute x JOIN duty y ON y.id = x.duty_id JOIN account a ON a.id = x.raised_by
              LEFT JOIN account h ON h.id = x.signed_by
              LEFT JOIN department p ON p.id = x.proposed_department_id
             WHERE x.decision IS NULL
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    DisputeRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** A duty that a supervisor takes up: nothing was coordinated, and nothing needs a signature. */
    void insert(DutyId duty, String reason, AccountId raisedBy, Instant now) {
        insert(duty, new Objection(reason, List.of(), false, null, null), raisedBy, now);
        sign(duty, raisedBy, now);
    }

    /** A draft, until it is signed. */
    void insert(DutyId duty, Objection objection, AccountId raisedBy, Instant now) {
        long id = ids.next();
        DepartmentId proposed = objection.proposedDepartment();
        DutyRole role = objection.proposedRole();
        jdbc.sql(
                        """
                        INSERT INTO dispute
                               (id, duty_id, reason, raised_by, raised_at, nobody_concerned, proposed_department_id,
                                proposed_role)
                        VALUES (:id, :duty, :reason, :by, :now, :nobody, :department, :role)""")
                .param("id", id)
                .param("duty", duty.value())
                .param("reason", objection.reason())
                .param("by", raisedBy.value())
                .param("now", Moments.toDatabase(now))
                .param("nobody", objection.nobodyConcerned())
                .param("department", proposed == null ? null : proposed.value())
                .param("role", role == null ? null : role.name())
                .update();
        for (Objection.Coordination each : objection.coordination()) {
            jdbc.sql(
                            """
                            INSERT INTO dispute_coordination (id, dispute_id, department_id, coordinated_on, result)
                            VALUES (:id, :dispute, :department, :day, :result)""")
                    .param("id", ids.next())
                    .param("dispute", id)
                    .param("department", each.department().value())
                    .param("day", each.on())
                    .param("result", each.result().name())
                    .update();
        }
    }

    void sign(DutyId duty, AccountId by, Instant now) {
        jdbc.sql("UPDATE dispute SET signed_by = :by, signed_at = :now WHERE duty_id = :duty AND decision IS NULL")
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("duty", duty.value())
                .update();
    }

    /** Decides the one open dispute of the duty, signed or not. Returns whether there was one. */
    boolean decide(DutyId duty, String decision, String reason, AccountId decidedBy, Instant now) {
        return jdbc.sql(
                                """
                        UPDATE dispute SET decision = :decision, decision_reason = :reason, decided_by = :by,
                               decided_at = :now
                         WHERE duty_id = :duty AND decision IS NULL""")
                        .param("decision", decision)
                        .param("reason", reason)
                        .param("by", decidedBy.value())
                        .param("now", Moments.toDatabase(now))
                        .param("duty", duty.value())
                        .update()
                > 0;
    }

    /** Since when the duty's dispute waits for a decision; empty where none does. */
    Optional<Instant> waitsSince(DutyId duty) {
        return jdbc.sql(
                        "SELECT signed_at FROM dispute WHERE duty_id = :duty AND decision IS NULL AND signed_at IS NOT NULL")
                .param("duty", duty.value())
                .query((row, number) -> Moments.read(row, "signed_at"))
                .optional();
    }

    /** Since when the key task's disputes wait for a decision, by duty. */
    Map<DutyId, Instant> waitSince(KeyTaskId task) {
        Map<DutyId, Instant> since = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT x.duty_id, x.signed_at FROM dispute x JOIN duty y ON y.id = x.duty_id
                         WHERE y.key_task_id = :task AND x.decision IS NULL AND x.signed_at IS NOT NULL""")
                .param("task", task.value())
                .query(row -> {
                    since.put(new DutyId(row.getLong("duty_id")), Moments.read(row, "signed_at"));
                });
        return since;
    }

    /** Those that wait for a decision. */
    List<Dispute> openOnes(KeyTaskId task) {
        return withCoordination(jdbc.sql(OPEN + " AND x.signed_at IS NOT NULL AND y.key_task_id = :id ORDER BY x.id")
                .param("id", task.value()));
    }

    /** What waits for the signature of the department's head. */
    Optional<Dispute> draft(DutyId duty) {
        return withCoordination(jdbc.sql(OPEN + " AND x.signed_at IS NULL AND x.duty_id = :id")
                        .param("id", duty.value()))
                .stream()
                .findFirst();
    }

    private List<Dispute> withCoordination(JdbcClient.StatementSpec open) {
        Map<Long, List<Dispute.Coordinated>> coordination = new HashMap<>();
        List<Dispute> disputes = open.query((row, number) -> {
                    List<Dispute.Coordinated> of = new ArrayList<>();
                    coordination.put(row.getLong("id"), of);
                    return map(row, of);
                })
                .list();
        if (!coordination.isEmpty()) {
            jdbc.sql(
                            """
                            SELECT c.dispute_id, d.short_name, c.coordinated_on, c.result
                              FROM dispute_coordination c JOIN department d ON d.id = c.department_id
                             WHERE c.dispute_id IN (:ids) ORDER BY c.id""")
                    .param("ids", coordination.keySet())
                    .query(row -> {
                        coordination
                                .get(row.getLong("dispute_id"))
                                .add(new Dispute.Coordinated(
                                        row.getString("short_name"),
                                        Moments.readDay(row, "coordinated_on"),
                                        Objection.Result.valueOf(row.getString("result"))));
                    });
        }
        return disputes;
    }

    private static Dispute map(ResultSet row, List<Dispute.Coordinated> coordination) throws SQLException {
        return new Dispute(
                new DutyId(row.getLong("duty_id")),
                row.getString("reason"),
                row.getString("display_name"),
                row.getString("raised_for"),
                Moments.read(row, "raised_at"),
                TimelineEntry.Kind.DUTY_TAKEN_UP.name().equals(row.getString("raised_how")),
                row.getString("signed_by"),
                coordination,
                row.getBoolean("nobody_concerned"),
                proposal(row));
    }

    private static Dispute.Proposal proposal(ResultSet row) throws SQLException {
        Long department = row.getObject("proposed_department_id", Long.class);
        String role = row.getString("proposed_role");
        return department == null && role == null
                ? null
                : new Dispute.Proposal(
                        department == null ? null : new DepartmentId(department),
                        row.getString("proposed_department"),
                        role == null ? null : DutyRole.valueOf(role));
    }
}
