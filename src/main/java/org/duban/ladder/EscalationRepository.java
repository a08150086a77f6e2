package org.duban.ladder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.base.Moments;
import org.duban.organisation.DepartmentId;
import org.duban.rule.Decision;
import org.duban.task.Duty;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EscalationRepository {

    /** What was raised for one due day. */
    record Raised(long subject, LocalDate dueOn) {}

    private static final String SELECT =
            """
            SELECT e.id, e.key_task_id, e.kind, p.short_name, e.level_no, e.due_on, e.working_days_late, e.priority,
                   e.times_returned, e.times_extended, e.addressee, e.rule_name, e.table_version, e.raised_at,
                   t.row_no, t.title
              FROM escalation e
              JOIN key_task t ON t.id = e.key_task_id
              LEFT JOIN duty y ON y.id = e.duty_id
              LEFT JOIN department p ON p.id = e.department_id
            """;

    /** Still so late: of a clock for signing only the newest can be. */
    private static final String STANDING =
            """
             t.closed_at IS NULL AND t.suspended_at IS NULL AND (
                   e.kind = 'TASK' AND t.due_on = COALESCE(e.moved_due_on, e.due_on) AND t.escalation_level = e.level_no
                OR e.kind = 'REPORT' AND EXISTS (SELECT 1 FROM progress_report g
                       WHERE g.id = e.subject_id AND g.state IN ('OPEN', 'WITH_HEAD', 'RETURNED') AND g.due_on = COALESCE(e.moved_due_on, e.due_on))
                OR e.kind = 'CONTRIBUTION' AND EXISTS (SELECT 1 FROM contribution c
                       WHERE c.id = e.subject_id AND c.state = 'OPEN' AND c.due_on = COALESCE(e.moved_due_on, e.due_on))
                OR e.kind = 'INSTRUCTION' AND EXISTS (SELECT 1 FROM instruction_answer w
                       WHERE w.id = e.subject_id AND w.state IN ('OPEN', 'RETURNED') AND w.due_on = COALESCE(e.moved_due_on, e.due_on))
                OR e.kind = 'ACKNOWLEDGEMENT' AND y.state = 'AWAITING' AND y.acknowledge_by < :now)
               AND NOT EXISTS (SELECT 1 FROM escalation higher
                       WHERE higher.kind = e.kind AND higher.subject_id = e.subject_id
                         AND (COALESCE(higher.moved_due_on, higher.due_on) > COALESCE(e.moved_due_on, e.due_on)
                              OR COALESCE(higher.moved_due_on, higher.due_on) = COALESCE(e.moved_due_on, e.due_on)
                             AND higher.level_no > e.level_no))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    EscalationRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The highest level of each of the subjects for each due day for which there was one. */
    Map<Raised, Integer> levels(DeadlineKind kind, Collection<Long> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        SELECT subject_id, COALESCE(moved_due_on, due_on) AS due_on, MAX(level_no) AS reached
                          FROM escalation
                         WHERE kind = :kind AND subject_id IN (:subjects)
                         GROUP BY subject_id, COALESCE(moved_due_on, due_on)""")
                .param("kind", kind.name())
                .param("subjects", subjects)
                .query((row, number) -> Map.entry(
                        new Raised(row.getLong("subject_id"), Moments.readDay(row, "due_on")), row.getInt("reached")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param duty {@code null} where it is the key task's */
    void insert(long id, Deadline late, Duty duty, int daysLate, int workingDaysLate, Decision decision, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO escalation
                               (id, kind, subject_id, key_task_id, duty_id, department_id, level_no, due_on, days_late,
                                working_days_late, priority, times_returned, times_extended, addressee, rule_name,
                                table_version, raised_at)
                        VALUES (:id, :kind, :subject, :task, :duty, :department, :level, :due, :days,
                                :workingDays, :priority, :returned, :extended, :addressee, :rule, :version, :now)""")
                .param("id", id)
                .param("kind", late.kind().name())
                .param("subject", late.subject())
                .param("task", late.task().value())
                .param("duty", duty == null ? null : duty.id().value())
                .param("department", duty == null ? null : duty.departmentId().value())
                .param("level", decision.number("level"))
                .param("due", late.dueOn())
                .param("days", daysLate)
                .param("workingDays", workingDaysLate)
                .param("priority", late.priority().name())
                .param("returned", late.timesReturned())
                .param("extended", late.timesExtended())
                .param("addressee", decision.text("addressee"))
                .param("rule", decision.rule())
                .param("version", decision.version())
                .param("now", Moments.toDatabase(now))
                .update();
    }

    /**
     * Newest first.
     *
     * @param reader whose own ones, by the department of the time, beside those of the key task itself and those that it is
     *     asked to confirm in the place of another one; {@code null} for all
     */
    List<EscalationStep> of(KeyTaskId task, DepartmentId reader) {
        return jdbc.sql(
                        SELECT
                                + """
                         WHERE e.key_task_id = :task
                           AND (:reader IS NULL OR e.duty_id IS NULL OR e.department_id = :reader OR EXISTS (
                               SELECT 1 FROM escalation_receipt c
                                 LEFT JOIN open_item i ON i.kind = 'RECEIVE_ESCALATION' AND i.subject_id = c.id
                                WHERE c.escalation_id = e.id AND COALESCE(i.department_id, c.department_id) = :reader))
                         ORDER BY e.id DESC""")
                .param("task", task.value())
                .param("reader", reader == null ? null : reader.value())
                .query(EscalationRepository::map)
                .list();
    }

    /** The highest first. @param scope of {@code key_task t} */
    List<LadderRecords.Standing> standing(int level, String scope, Map<String, Object> params, int limit) {
        return jdbc.sql(SELECT + " WHERE e.level_no >= :level AND " + STANDING + " AND " + scope
                        + " ORDER BY e.level_no DESC, e.due_on, e.id LIMIT :limit")
                .params(params)
                .param("level", level)
                .param("now", Moments.toDatabase(clock.instant()))
                .param("limit", limit)
                .query((row, number) ->
                        new LadderRecords.Standing(map(row, number), row.getString("row_no"), row.getString("title")))
                .list();
    }

    private static EscalationStep map(ResultSet row, int number) throws SQLException {
        return new EscalationStep(
                row.getLong("id"),
                new KeyTaskId(row.getLong("key_task_id")),
                DeadlineKind.valueOf(row.getString("kind")),
                row.getString("short_name"),
                row.getInt("level_no"),
                Moments.readDay(row, "due_on"),
                row.getInt("working_days_late"),
                Priority.valueOf(row.getString("priority")),
                row.getInt("times_returned"),
                row.getInt("times_extended"),
                Addressee.valueOf(row.getString("addressee")),
                row.getString("rule_name"),
                row.getInt("table_version"),
                Moments.read(row, "raised_at"),
                List.of());
    }
}
