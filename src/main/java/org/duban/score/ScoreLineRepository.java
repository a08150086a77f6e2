package org.duban.score;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.organisation.DepartmentId;
import org.duban.rule.Decision;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScoreLineRepository {

    private static final String SELECT =
            """
            SELECT l.id, l.ledger_id, l.part, l.points, l.rule_name, l.rule_version, l.decided_at,
                   e.id AS event_id, e.kind, e.duty_role, e.due_on, e.working_days_late, e.level_no, e.outcome,
                   e.due_basis, e.own_part, e.occurred_at, e.department_id, p.short_name, e.key_task_id, t.row_no, t.title,
                   EXISTS (SELECT 1 FROM duty y WHERE y.key_task_id = t.id AND y.department_id = e.department_id
                                                  AND y.state <> 'WITHDRAWN') AS has_part,
                   a.id AS appeal_id, a.state, a.reason, a.due_on AS appeal_due_on, w.display_name AS appealer,
                   a.appealed_at, a.decision_reason, d.display_name AS decider, a.decided_at AS appeal_decided_at
              FROM score_line l
              JOIN score_event e ON e.id = l.event_id
              JOIN key_task t ON t.id = e.key_task_id
              JOIN department p ON p.id = e.department_id
              LEFT JOIN score_appeal a ON a.event_id = e.id
              LEFT JOIN account w ON w.id = a.appealed_by
              LEFT JOIN account d ON d.id = a.decided_by
            """;

    private final JdbcClient jdbc;
    private final ScoreRules rules;
    private final Ids ids;

    ScoreLineRepository(JdbcClient jdbc, ScoreRules rules, Ids ids) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.ids = ids;
    }

    void insert(LedgerId ledger, long event, Decision decision, ScoreFact fact, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO score_line
                               (id, ledger_id, event_id, part, points, rule_name, rule_version, inputs, decided_at)
                        VALUES (:id, :ledger, :event, 'LINE', :points, :rule, :version, :inputs, :now)""")
                .param("id", ids.next())
                .param("ledger", ledger.value())
                .param("event", event)
                .param("points", fact.points(decision))
                .param("rule", decision.rule())
                .param("version", decision.version())
                .param("inputs", fact.text())
                .param("now", Moments.toDatabase(now))
                .update();
    }

    /** Takes the event's line of the ledger back, by another beside it. */
    void counter(LedgerId ledger, long event, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO score_line
                               (id, ledger_id, event_id, part, points, rule_name, rule_version, inputs, counter_of,
                                decided_at)
                        SELECT :id, l.ledger_id, l.event_id, 'COUNTER', -l.points, l.rule_name, l.rule_version, l.inputs,
                               l.id, :now
                          FROM score_line l
                         WHERE l.ledger_id = :ledger AND l.event_id = :event AND l.part = 'LINE'""")
                .param("id", ids.next())
                .param("ledger", ledger.value())
                .param("event", event)
                .param("now", Moments.toDatabase(now))
                .update();
    }

    Optional<ScoreLine> find(ScoreLineId id) {
        return jdbc.sql(SELECT + " WHERE l.id = :id")
                .param("id", id.value())
                .query(this::map)
                .optional();
    }

    Optional<ScoreLine> find(AppealId id) {
        return jdbc.sql(SELECT + " WHERE a.id = :id AND l.id = a.line_id")
                .param("id", id.value())
                .query(this::map)
                .optional();
    }

    /** @param condition over {@code l}, {@code e} and {@code a} */
    List<ScoreLine> list(String condition, Map<String, Object> params, String order, int limit) {
        return jdbc.sql(SELECT + " WHERE " + condition + " ORDER BY " + order + " LIMIT :limit")
                .params(params)
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    /** @param condition as of {@link #list} */
    List<ScoredTask> tasks(String condition, Map<String, Object> params) {
        return jdbc.sql(
                        """
                        SELECT t.id, t.row_no, t.title FROM key_task t WHERE t.id IN (
                               SELECT e.key_task_id FROM score_line l JOIN score_event e ON e.id = l.event_id WHERE """
                                + " " + condition + ") ORDER BY t.id")
                .params(params)
                .query((row, number) -> new ScoredTask(
                        new KeyTaskId(row.getLong("id")), row.getString("row_no"), row.getString("title")))
                .list();
    }

    private ScoreLine map(ResultSet row, int number) throws SQLException {
        return new ScoreLine(
                new ScoreLineId(row.getLong("id")),
                new LedgerId(row.getLong("ledger_id")),
                row.getString("part").equals("COUNTER"),
                row.getInt("points"),
                row.getString("rule_name"),
                rules.words(row.getString("rule_name"), row.getInt("rule_version")),
                row.getInt("rule_version"),
                Moments.read(row, "decided_at"),
                ScoreEventRepository.fact(row),
                Moments.readDay(row, "due_on"),
                Moments.read(row, "occurred_at"),
                new DepartmentId(row.getLong("department_id")),
                row.getString("short_name"),
                new KeyTaskId(row.getLong("key_task_id")),
                row.getString("row_no"),
                row.getString("title"),
                row.getBoolean("has_part"),
                appeal(row));
    }

    private static Appeal appeal(ResultSet row) throws SQLException {
        Long id = row.getObject("appeal_id", Long.class);
        return id == null
                ? null
                : new Appeal(
                        new AppealId(id),
                        Appeal.State.valueOf(row.getString("state")),
                        row.getString("reason"),
                        Moments.readDay(row, "appeal_due_on"),
                        row.getString("appealer"),
                        Moments.read(row, "appealed_at"),
                        row.getString("decision_reason"),
                        row.getString("decider"),
                        Moments.read(row, "appeal_decided_at"));
    }
}
