package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.directive.DirectiveId;
import org.duban.directive.Target;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CompletionRepository {

    private static final String SELECT =
            """
            SELECT c.id, c.key_task_id, c.duty_id, c.department_id, p.short_name, c.statement, a.display_name,
                   c.applied_at, c.due_on, c.state, c.outcome, c.reason, c.decided_at
              FROM completion c
              JOIN department p ON p.id = c.department_id
              JOIN account a ON a.id = c.applied_by
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    CompletionRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    long insert(Duty duty, LocalDate dueOn, String statement, AccountId appliedBy, Instant now) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO completion
                               (id, key_task_id, duty_id, department_id, statement, applied_by, applied_at, due_on, state)
                        VALUES (:id, :task, :duty, :department, :statement, :by, :now, :due, 'VERIFYING')""")
                .param("id", id)
                .param("task", duty.taskId().value())
                .param("duty", duty.id().value())
                .param("department", duty.departmentId().value())
                .param("statement", statement)
                .param("by", appliedBy.value())
                .param("now", Moments.toDatabase(now))
                .param("due", dueOn)
                .update();
        return id;
    }

    /** In the order of the targets in the document. */
    void insertTargets(long id, List<CompletionTarget> targets) {
        targets.forEach(reached -> jdbc.sql(
                        """
                        INSERT INTO completion_target (completion_id, target_id, amount, met, note)
                        VALUES (:completion, :target, :amount, :met, :note)""")
                .param("completion", id)
                .param("target", reached.target().id())
                .param("amount", reached.amount())
                .param("met", reached.met())
                .param("note", reached.note())
                .update());
    }

    /** What the applications say of these targets, by application, in the order of the targets. */
    Map<Long, List<CompletionTarget>> targetsOf(KeyTaskId task, List<Target> targets) {
        Map<Long, List<CompletionTarget>> reached = new HashMap<>();
        Map<Long, Map<Long, CompletionTarget>> said = new HashMap<>();
        Map<Long, Target> byId = targets.stream().collect(Collectors.toMap(Target::id, Function.identity()));
        jdbc.sql(
                        """
                        SELECT r.completion_id, r.target_id, r.amount, r.met, r.note
                          FROM completion_target r JOIN completion c ON c.id = r.completion_id
                         WHERE c.key_task_id = :task""")
                .param("task", task.value())
                .query(row -> {
                    Target target = byId.get(row.getLong("target_id"));
                    if (target != null) {
                        said.computeIfAbsent(row.getLong("completion_id"), id -> new HashMap<>())
                                .put(
                                        target.id(),
                                        new CompletionTarget(
                                                target,
                                                row.getBigDecimal("amount"),
                                                row.getObject("met", Boolean.class),
                                                row.getString("note")));
                    }
                });
        said.forEach((completion, figures) -> reached.put(
                completion,
                targets.stream()
                        .map(target -> figures.get(target.id()))
                        .filter(Objects::nonNull)
                        .toList()));
        return reached;
    }

    Optional<Completion> find(long id) {
        return jdbc.sql(SELECT + " WHERE c.id = :id")
                .param("id", id)
                .query(CompletionRepository::map)
                .optional();
    }

    /** Applications under a directive that wait for its supervisors and were not on an on-site check, by key task. */
    List<Completion> unchecked(DirectiveId directive) {
        return jdbc.sql(
                        SELECT
                                + """
                          JOIN key_task t ON t.id = c.key_task_id
                         WHERE t.directive_id = :directive AND t.state = 'COMPLETION_APPLIED' AND c.state = 'VERIFYING'
                           AND t.suspended_at IS NULL
                           AND NOT EXISTS (SELECT 1 FROM site_check s WHERE s.completion_id = c.id)
                         ORDER BY c.key_task_id""")
                .param("directive", directive.value())
                .query(CompletionRepository::map)
                .list();
    }

    /** What waits for a decision goes on as that of the successor, and of the duty that it has; the others keep whose they were. */
    void succeed(DutyId from, DutyId to, DepartmentId successor) {
        jdbc.sql("UPDATE completion SET duty_id = :to, department_id = :department"
                        + " WHERE duty_id = :from AND decided_at IS NULL")
                .param("to", to.value())
                .param("department", successor.value())
                .param("from", from.value())
                .update();
    }

    void setState(long id, Completion.State state) {
        jdbc.sql("UPDATE completion SET state = :state WHERE id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    /** Nobody is asked to countersign any more. It has been with the supervisors since the first time, also on the site. */
    void reachSupervisors(long id, Instant now) {
        jdbc.sql("UPDATE completion SET state = 'VERIFYING', reached_at = COALESCE(reached_at, :now) WHERE id = :id")
                .param("now", Moments.toDatabase(now))
                .param("id", id)
                .update();
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

    /**
     * Ends it.
     *
     * @param outcome {@code null} unless it closes the key task
     */
    void decide(long id, Completion.State state, Outcome outcome, String reason, AccountId decidedBy, Instant now) {
        jdbc.sql(
                        """
                        UPDATE completion
                           SET state = :state, outcome = :outcome, reason = :reason, decided_by = :by, decided_at = :now
                         WHERE id = :id""")
                .param("state", state.name())
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
                new DutyId(row.getLong("duty_id")),
                new DepartmentId(row.getLong("department_id")),
                row.getString("short_name"),
                row.getString("statement"),
                row.getString("display_name"),
                Moments.read(row, "applied_at"),
                Moments.readDay(row, "due_on"),
                Completion.State.valueOf(row.getString("state")),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("reason"),
                Moments.read(row, "decided_at"),
                List.of(),
                List.of(),
                List.of());
    }
}
