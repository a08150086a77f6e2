package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.base.Moments;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DutyRepository {

    private static final String SELECT =
            """
            SELECT y.id, y.key_task_id, y.department_id, p.short_name, y.duty_role, y.state, y.acknowledge_by,
                   COALESCE(y.first_acknowledge_by, y.acknowledge_by) AS first_acknowledge_by, y.dispute_by,
                   y.acknowledged_at, y.percent
              FROM duty y JOIN department p ON p.id = y.department_id
            """;

    private static final String REPORTING =
            """
            SELECT t.directive_id, y.key_task_id, y.id, y.department_id,
                   COALESCE(t.reopened_at, t.launched_at) AS runs_since,
                   COALESCE(t.reporting, d.reporting) AS frequency
              FROM duty y JOIN key_task t ON t.id = y.key_task_id JOIN directive d ON d.id = t.directive_id
             WHERE t.closed_at IS NULL AND t.suspended_at IS NULL AND y.duty_role <> 'COOPERATING' AND y.state IN ('AWAITING', 'ACKNOWLEDGED')
            """;

    private final JdbcClient jdbc;
    private final HeldDuties held;

    DutyRepository(JdbcClient jdbc, HeldDuties held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    void insert(DutyId id, KeyTaskId task, DepartmentId department, DutyRole role, int position, SigningClock clock) {
        jdbc.sql(
                        """
                        INSERT INTO duty
                               (id, key_task_id, department_id, duty_role, position_no, state, acknowledge_by,
                                dispute_by)
                        VALUES (:id, :task, :department, :role, :position, :state, :by, :disputeBy)""")
                .param("id", id.value())
                .param("task", task.value())
                .param("department", department.value())
                .param("role", role.name())
                .param("position", position)
                .param("state", Duty.State.AWAITING.name())
                .param("by", Moments.toDatabase(clock.acknowledgeBy()))
                .param("disputeBy", Moments.toDatabase(clock.disputeBy()))
                .update();
        held.begin(id);
    }

    Optional<Duty> find(DutyId id) {
        return jdbc.sql(SELECT + " WHERE y.id = :id")
                .param("id", id.value())
                .query(DutyRepository::map)
                .optional();
    }

    /** Withdrawn ones too, in the order of the document. */
    List<Duty> of(KeyTaskId task) {
        return jdbc.sql(SELECT + " WHERE y.key_task_id = :task ORDER BY y.position_no, y.id")
                .param("task", task.value())
                .query(DutyRepository::map)
                .list();
    }

    Map<KeyTaskId, List<Duty>> of(Collection<KeyTaskId> tasks) {
        if (tasks.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(SELECT + " WHERE y.key_task_id IN (:tasks) ORDER BY y.position_no, y.id")
                .param("tasks", tasks.stream().map(KeyTaskId::value).toList())
                .query(DutyRepository::map)
                .stream()
                .collect(Collectors.groupingBy(Duty::taskId));
    }

    /** How many duties the department has on key tasks that are not closed. */
    int countOpen(DepartmentId department) {
        return jdbc.sql(
                        """
                        SELECT COUNT(*) FROM duty y JOIN key_task t ON t.id = y.key_task_id
                         WHERE y.department_id = :department AND y.state <> 'WITHDRAWN' AND t.closed_at IS NULL""")
                .param("department", department.value())
                .query(Integer.class)
                .single();
    }

    /** How many of them wait for the signature of its head under a dispute. */
    int countUnsignedDisputes(DepartmentId department) {
        return jdbc.sql(
                        """
                        SELECT COUNT(*) FROM dispute x JOIN duty y ON y.id = x.duty_id
                          JOIN key_task t ON t.id = y.key_task_id
                         WHERE y.department_id = :department AND x.signed_at IS NULL AND x.decision IS NULL
                           AND t.closed_at IS NULL""")
                .param("department", department.value())
                .query(Integer.class)
                .single();
    }

    List<DutyReports.ReportingDuty> reporting(DirectiveId directive, ReportingFrequency frequency) {
        return jdbc.sql(REPORTING
                        + " AND t.directive_id = :directive AND COALESCE(t.reporting, d.reporting) = :frequency"
                        + " ORDER BY y.key_task_id, y.position_no, y.id")
                .param("frequency", frequency.name())
                .param("directive", directive.value())
                .query(DutyRepository::mapReporting)
                .list();
    }

    List<DutyReports.CooperatingDuty> cooperating(KeyTaskId task) {
        return jdbc.sql(
                        """
                        SELECT t.directive_id, y.id, y.department_id
                          FROM duty y JOIN key_task t ON t.id = y.key_task_id
                         WHERE t.id = :task AND y.duty_role = 'COOPERATING' AND y.state = 'ACKNOWLEDGED'
                         ORDER BY y.position_no, y.id""")
                .param("task", task.value())
                .query((row, number) -> new DutyReports.CooperatingDuty(
                        new DirectiveId(row.getLong("directive_id")),
                        new DutyId(row.getLong("id")),
                        new DepartmentId(row.getLong("department_id"))))
                .list();
    }

    Optional<DutyReports.ReportingDuty> reporting(DutyId id) {
        return jdbc.sql(REPORTING + " AND y.id = :id")
                .param("id", id.value())
                .query(DutyRepository::mapReporting)
                .optional();
    }

    void acknowledge(DutyId id, AccountId by, Instant now) {
        jdbc.sql("UPDATE duty SET state = 'ACKNOWLEDGED', acknowledged_at = :now, acknowledged_by = :by WHERE id = :id")
                .param("now", Moments.toDatabase(now))
                .param("by", by.value())
                .param("id", id.value())
                .update();
        held.signed(id);
    }

    void setState(DutyId id, Duty.State state) {
        jdbc.sql("UPDATE duty SET state = :state WHERE id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
        if (state == Duty.State.WITHDRAWN) {
            held.end(id);
        }
    }

    /**
     * To be signed anew, by whatever department and in whatever role it is now. The same department keeps the end of its
     * first clock, and of its time for disputing. MySQL sets one column after the other: the department is read before it
     * changes.
     */
    void reassign(DutyId id, DepartmentId department, DutyRole role, SigningClock clock) {
        held.end(id);
        jdbc.sql(
                        """
                        UPDATE duty
                           SET first_acknowledge_by = CASE WHEN department_id = :department
                                   THEN COALESCE(first_acknowledge_by, acknowledge_by) END,
                               dispute_by = CASE WHEN department_id = :department THEN dispute_by ELSE :disputeBy END,
                               state = 'AWAITING', department_id = :department, duty_role = :role, acknowledge_by = :by
                         WHERE id = :id""")
                .param("department", department.value())
                .param("role", role.name())
                .param("by", Moments.toDatabase(clock.acknowledgeBy()))
                .param("disputeBy", Moments.toDatabase(clock.disputeBy()))
                .param("id", id.value())
                .update();
        held.begin(id);
    }

    /** To be signed or disputed anew by its department, whose time begins anew. */
    void reopen(DutyId id, SigningClock clock) {
        jdbc.sql(
                        """
                        UPDATE duty
                           SET first_acknowledge_by = COALESCE(first_acknowledge_by, acknowledge_by),
                               dispute_by = :disputeBy, state = 'AWAITING', acknowledge_by = :by
                         WHERE id = :id""")
                .param("by", Moments.toDatabase(clock.acknowledgeBy()))
                .param("disputeBy", Moments.toDatabase(clock.disputeBy()))
                .param("id", id.value())
                .update();
        held.begin(id);
    }

    /** Goes on as it is under another department. */
    void succeed(DutyId id, DepartmentId department) {
        held.end(id);
        jdbc.sql("UPDATE duty SET department_id = :department WHERE id = :id")
                .param("department", department.value())
                .param("id", id.value())
                .update();
        held.begin(id);
    }

    /** Nobody has signed for it yet, of whoever has it now. */
    void unsign(DutyId id) {
        jdbc.sql("UPDATE duty SET acknowledged_at = NULL, acknowledged_by = NULL WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    void setRole(DutyId id, DutyRole role) {
        held.end(id);
        jdbc.sql("UPDATE duty SET duty_role = :role WHERE id = :id")
                .param("role", role.name())
                .param("id", id.value())
                .update();
        held.begin(id);
    }

    /** Those of the department on key tasks that are not closed, in one order for everybody. */
    List<DutyId> open(DepartmentId department) {
        return jdbc.sql(
                        """
                        SELECT y.id FROM duty y JOIN key_task t ON t.id = y.key_task_id
                         WHERE y.department_id = :department AND y.state <> 'WITHDRAWN' AND t.closed_at IS NULL
                         ORDER BY y.key_task_id, y.id""")
                .param("department", department.value())
                .query((row, number) -> new DutyId(row.getLong("id")))
                .list();
    }

    /** @param percent {@code null} where none is accepted any more */
    void setPercent(DutyId id, Integer percent) {
        jdbc.sql("UPDATE duty SET percent = :percent WHERE id = :id")
                .param("percent", percent)
                .param("id", id.value())
                .update();
    }

    private static DutyReports.ReportingDuty mapReporting(ResultSet row, int number) throws SQLException {
        return new DutyReports.ReportingDuty(
                new DirectiveId(row.getLong("directive_id")),
                new KeyTaskId(row.getLong("key_task_id")),
                new DutyId(row.getLong("id")),
                new DepartmentId(row.getLong("department_id")),
                ReportingFrequency.valueOf(row.getString("frequency")),
                Moments.read(row, "runs_since"));
    }

    private static Duty map(ResultSet row, int number) throws SQLException {
        return new Duty(
                new DutyId(row.getLong("id")),
                new KeyTaskId(row.getLong("key_task_id")),
                new DepartmentId(row.getLong("department_id")),
                row.getString("short_name"),
                DutyRole.valueOf(row.getString("duty_role")),
                Duty.State.valueOf(row.getString("state")),
                Moments.read(row, "acknowledge_by"),
                Moments.read(row, "first_acknowledge_by"),
                Moments.read(row, "dispute_by"),
                Moments.read(row, "acknowledged_at"),
                row.getObject("percent", Integer.class));
    }
}
