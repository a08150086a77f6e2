package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.Role;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SuccessionRepository {

    enum Decision {
        ACCEPTED,
        DECLINED,
        /** The duty went another way before anybody decided. */
        OBSOLETE
    }

    record Open(DutyId duty, DepartmentId predecessor, Instant proposedAt) {}

    private final JdbcClient jdbc;
    private final Ids ids;

    SuccessionRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Proposes it for the department that has the duty now. @return whether it was not proposed before */
    boolean insert(DutyId duty, DepartmentId department, Instant now) {
        return revive(duty, department, now)
                || jdbc.sql(
                                        """
                        INSERT INTO succession_proposal (id, duty_id, department_id, proposed_at)
                        SELECT :id, y.id, y.department_id, :now FROM duty y
                         WHERE y.id = :duty AND y.department_id = :department AND NOT EXISTS (
                               SELECT 1 FROM succession_proposal p
                                WHERE p.duty_id = y.id AND p.department_id = y.department_id)""")
                                .param("id", ids.next())
                                .param("duty", duty.value())
                                .param("department", department.value())
                                .param("now", Moments.toDatabase(now))
                                .update()
                        > 0;
    }

    /** What nobody decided on because its key task ended is open again. */
    private boolean revive(DutyId duty, DepartmentId department, Instant now) {
        return jdbc.sql(
                                """
                        UPDATE succession_proposal SET decision = NULL, decided_at = NULL, proposed_at = :now
                         WHERE duty_id = :duty AND department_id = :department AND decision = 'OBSOLETE'""")
                        .param("duty", duty.value())
                        .param("department", department.value())
                        .param("now", Moments.toDatabase(now))
                        .update()
                > 0;
    }

    Optional<Open> open(DutyId duty) {
        return jdbc.sql(
                        """
                        SELECT duty_id, department_id, proposed_at FROM succession_proposal
                         WHERE duty_id = :duty AND decision IS NULL""")
                .param("duty", duty.value())
                .query(SuccessionRepository::map)
                .optional();
    }

    /** Those about the duties that the caller supervises. */
    List<Open> open(Collection<DutyId> duties, Caller me) {
        return duties.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                SELECT p.duty_id, p.department_id, p.proposed_at
                                  FROM succession_proposal p
                                  JOIN duty y ON y.id = p.duty_id
                                  JOIN key_task t ON t.id = y.key_task_id
                                 WHERE y.id IN (:duties) AND p.decision IS NULL AND t.directive_id IN (
                                       SELECT s.directive_id FROM directive_supervisor s
                                        WHERE s.account_id IN (:accounts))
                                 ORDER BY p.id""")
                        .param("duties", duties.stream().map(DutyId::value).toList())
                        .param("accounts", me.accountsAs(Role.SUPERVISOR))
                        .query(SuccessionRepository::map)
                        .list();
    }

    List<Open> open(KeyTaskId task) {
        return jdbc.sql(
                        """
                        SELECT p.duty_id, p.department_id, p.proposed_at
                          FROM succession_proposal p JOIN duty y ON y.id = p.duty_id
                         WHERE y.key_task_id = :task AND p.decision IS NULL ORDER BY y.position_no, p.id""")
                .param("task", task.value())
                .query(SuccessionRepository::map)
                .list();
    }

    private static Open map(ResultSet row, int number) throws SQLException {
        return new Open(
                new DutyId(row.getLong("duty_id")),
                new DepartmentId(row.getLong("department_id")),
                Moments.read(row, "proposed_at"));
    }

    /** @param by {@code null} where nobody decided */
    void decide(DutyId duty, Decision decision, DepartmentId successor, String reason, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE succession_proposal
                           SET decision = :decision, successor_id = :successor, decision_reason = :reason,
                               decided_by = :by, decided_at = :now
                         WHERE duty_id = :duty AND decision IS NULL""")
                .param("decision", decision.name())
                .param("successor", successor == null ? null : successor.value())
                .param("reason", reason)
                .param("by", by == null ? null : by.value())
                .param("now", Moments.toDatabase(now))
                .param("duty", duty.value())
                .update();
    }
}
