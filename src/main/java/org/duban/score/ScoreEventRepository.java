package org.duban.score;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.duban.base.Moments;
import org.duban.directive.DutyRole;
import org.duban.organisation.DepartmentId;
import org.duban.task.Deed;
import org.duban.task.DutyId;
import org.duban.task.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScoreEventRepository {

    /**
     * Whose deed it is.
     *
     * @param department that of the deed; else the one that had the duty on the day after which it was late, where a
     *     transfer came in between; else the one that has it now, as a successor does
     * @param ownPart the key task is a sub-task that this very department has split off
     * @param completedBefore the department has a completion of this duty already; an end that is none (终止) is not one
     */
    record Concerned(
            long directive,
            long task,
            long department,
            DutyRole role,
            boolean extended,
            boolean completedBefore,
            boolean ownPart) {}

    /** @param cancelled an appeal against its line was upheld */
    record Event(long id, ScoreFact fact, boolean cancelled) {}

    private final JdbcClient jdbc;

    ScoreEventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param department whose deed it is, or {@code null} for that of the duty
     * @param lateSince from when on it was late; {@code null} where it counts for whoever has the duty now
     */
    Concerned concerned(DutyId duty, DepartmentId department, Instant lateSince) {
        return jdbc.sql(
                        """
                        SELECT t.directive_id, y.key_task_id, p.id AS department_id, y.duty_role, t.times_extended,
                               EXISTS (SELECT 1 FROM score_event e
                                        WHERE e.duty_id = y.id AND e.department_id = p.id AND e.kind = 'COMPLETED'
                                          AND e.outcome <> 'TERMINATED') AS completed_before,
                               EXISTS (SELECT 1 FROM timeline_event o
                                        WHERE o.key_task_id = t.id AND o.kind = 'SPLIT_OFF'
                                          AND o.department_id = p.id) AS own_part
                          FROM duty y
                          JOIN key_task t ON t.id = y.key_task_id
                          JOIN department p ON p.id = COALESCE(:department,
                               (SELECT x.from_department_id FROM duty_transfer x
                                 WHERE x.duty_id = y.id AND x.decision = 'APPROVED' AND x.decided_at >= :lateSince
                                 ORDER BY x.decided_at, x.id LIMIT 1), y.department_id)
                         WHERE y.id = :duty""")
                .param("department", department == null ? null : department.value())
                .param("lateSince", Moments.toDatabase(lateSince))
                .param("duty", duty.value())
                .query((row, number) -> new Concerned(
                        row.getLong("directive_id"),
                        row.getLong("key_task_id"),
                        row.getLong("department_id"),
                        DutyRole.valueOf(row.getString("duty_role")),
                        row.getInt("times_extended") > 0,
                        row.getBoolean("completed_before"),
                        row.getBoolean("own_part")))
                .single();
    }

    /** Whether it is the first of its source; the key task is locked, so that nobody tells the same at this moment. */
    boolean insert(long id, Deed deed, Concerned concerned, ScoreFact fact, Instant now) {
        return jdbc.sql(
                                """
                        INSERT INTO score_event
                               (id, source, timeline_event_id, kind, directive_id, key_task_id, duty_id, department_id,
                                duty_role, due_on, working_days_late, level_no, outcome, due_basis, own_part,
                                occurred_at)
                        SELECT :id, :source, :entry, :kind, :directive, :task, :duty, :department, :role, :due, :late,
                               :level, :outcome, :basis, :ownPart, :now
                          FROM duty y
                         WHERE y.id = :duty AND NOT EXISTS (SELECT 1 FROM score_event e WHERE e.source = :source)""")
                        .param("id", id)
                        .param("source", deed.kind() + "/" + deed.source())
                        .param("entry", deed.entry())
                        .param("kind", deed.kind().name())
                        .param("directive", concerned.directive())
                        .param("task", concerned.task())
                        .param("duty", deed.duty().value())
                        .param("department", concerned.department())
                        .param("role", fact.role().name())
                        .param("due", deed.dueOn())
                        .param("late", fact.workingDaysLate())
                        .param("level", fact.level())
                        .param("outcome", fact.outcomeName())
                        .param("basis", fact.dueBasis().name())
                        .param("ownPart", fact.ownPart())
                        .param("now", Moments.toDatabase(now))
                        .update()
                > 0;
    }

    /** The newest event, 0 where there is none; and how many there are. */
    long newest() {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM score_event")
                .query(Long.class)
                .single();
    }

    int count(long upTo) {
        return jdbc.sql("SELECT COUNT(*) FROM score_event WHERE id <= :upTo")
                .param("upTo", upTo)
                .query(Integer.class)
                .single();
    }

    /** In ascending order. */
    List<Event> between(long after, long upTo, int limit) {
        return events("e.id > :after", Map.of("after", after), upTo, limit);
    }

    /** Those that were committed after the ledger had passed them, in ascending order. */
    List<Event> leftOut(LedgerId ledger, long upTo, int limit) {
        return events(
                "NOT EXISTS (SELECT 1 FROM score_line l WHERE l.ledger_id = :ledger AND l.event_id = e.id)",
                Map.of("ledger", ledger.value()),
                upTo,
                limit);
    }

    private List<Event> events(String which, Map<String, Object> params, long upTo, int limit) {
        return jdbc.sql(
                        """
                        SELECT e.id, e.kind, e.duty_role, e.working_days_late, e.level_no, e.outcome, e.due_basis,
                               e.own_part, EXISTS (SELECT 1 FROM score_appeal a
                                        WHERE a.event_id = e.id AND a.state = 'UPHELD') AS cancelled
                          FROM score_event e WHERE e.id <= :upTo AND """
                                + " " + which + " ORDER BY e.id LIMIT :limit")
                .params(params)
                .param("upTo", upTo)
                .param("limit", limit)
                .query((row, number) -> new Event(row.getLong("id"), fact(row), row.getBoolean("cancelled")))
                .list();
    }

    static ScoreFact fact(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new ScoreFact(
                Deed.Kind.valueOf(row.getString("kind")),
                DutyRole.valueOf(row.getString("duty_role")),
                row.getInt("working_days_late"),
                row.getInt("level_no"),
                outcome.equals(ScoreFact.NO_OUTCOME) ? null : Outcome.valueOf(outcome),
                DueBasis.valueOf(row.getString("due_basis")),
                row.getBoolean("own_part"));
    }
}
