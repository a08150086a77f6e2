package org.duban.score;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.duban.account.Caller;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DutyRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums per department, as far as a caller may see them: a query each, however many departments there are. */
@Repository
class ScoreSums {

    /** Points for and against, each with what was taken back from it. */
    record Points(String name, int plus, int minus, int lines) {}

    record Workload(String name, int duties, int weight) {}

    private final JdbcClient jdbc;
    private final ScoreSettings settings;
    private final WorkingCalendar calendar;

    ScoreSums(JdbcClient jdbc, ScoreSettings settings, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.calendar = calendar;
    }

    Map<Long, Points> points(ScoreFilter filter, Caller me) {
        ScoreScope scope = new ScoreScope(me);
        Map<String, Object> params = params(filter, scope);
        params.put("ledger", filter.ledger().value());
        Map<Long, Points> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT e.department_id, p.short_name,
                               SUM(CASE WHEN l.part = 'LINE' AND l.points > 0 OR l.part = 'COUNTER' AND l.points < 0
                                        THEN l.points ELSE 0 END) AS points_for,
                               SUM(CASE WHEN l.part = 'LINE' AND l.points < 0 OR l.part = 'COUNTER' AND l.points > 0
                                        THEN l.points ELSE 0 END) AS points_against,
                               SUM(CASE WHEN l.part = 'LINE' THEN 1 ELSE 0 END) AS line_count
                          FROM score_event e
                          JOIN score_line l ON l.event_id = e.id AND l.ledger_id = :ledger
                          JOIN department p ON p.id = e.department_id
                         WHERE e.occurred_at >= :from AND e.occurred_at < :to"""
                                + ofDirective(filter, "e.directive_id")
                                + " AND " + scope.condition("e.directive_id", "e.department_id")
                                + " GROUP BY e.department_id, p.short_name")
                .params(params)
                .query(row -> {
                    found.put(
                            row.getLong("department_id"),
                            new Points(
                                    row.getString("short_name"),
                                    row.getInt("points_for"),
                                    row.getInt("points_against"),
                                    row.getInt("line_count")));
                });
        return found;
    }

    /** By how much a ledger differs from the running one, by the rules alone: over the events that both count, without appeals. */
    Map<Long, Integer> differences(ScoreFilter filter, Caller me) {
        ScoreScope scope = new ScoreScope(me);
        Map<String, Object> params = params(filter, scope);
        params.put("ledger", filter.ledger().value());
        Map<Long, Integer> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT e.department_id, SUM(l.points - r.points) AS difference
                          FROM score_event e
                          JOIN score_line l ON l.event_id = e.id AND l.ledger_id = :ledger AND l.part = 'LINE'
                          JOIN score_line r ON r.event_id = e.id AND r.ledger_id = 0 AND r.part = 'LINE'
                         WHERE e.occurred_at >= :from AND e.occurred_at < :to"""
                                + ofDirective(filter, "e.directive_id")
                                + " AND " + scope.condition("e.directive_id", "e.department_id")
                                + " GROUP BY e.department_id")
                .params(params)
                .query(row -> {
                    found.put(row.getLong("department_id"), row.getInt("difference"));
                });
        return found;
    }

    /**
     * The duties that a department had for some of the time while their key tasks were under way, in the stronger role that
     * it had; also if the duty went elsewhere or the key task was withdrawn since, so that a year that is over stays as it
     * was. What it never signed for and was rid of within the time is none, nor are the sub-tasks that it split off for
     * itself.
     */
    Map<Long, Workload> workloads(ScoreFilter filter, Caller me) {
        ScoreScope scope = new ScoreScope(me);
        Map<String, Object> params = params(filter, scope);
        Map<Long, Workload> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT w.department_id, p.short_name, COUNT(*) AS duties, SUM(w.cooperating) AS cooperating
                          FROM (SELECT h.duty_id, h.department_id,
                                       MIN(CASE h.duty_role WHEN 'COOPERATING' THEN 1 ELSE 0 END) AS cooperating
                                  FROM duty_held h
                                  JOIN duty y ON y.id = h.duty_id
                                  JOIN key_task t ON t.id = y.key_task_id
                                 WHERE h.held_from < :to AND (h.held_until IS NULL OR h.held_until >= :from)
                                   AND (h.signed_at IS NOT NULL
                                        OR (h.held_until IS NULL OR h.held_until >= :to)
                                       AND NOT EXISTS (SELECT 1 FROM key_task_closing w
                                                        WHERE w.key_task_id = t.id AND w.state = 'WITHDRAWN'
                                                          AND w.closed_at < :to))
                                   AND NOT EXISTS (SELECT 1 FROM key_task_closing c
                                                    WHERE c.key_task_id = t.id AND c.closed_at < :from
                                                      AND (c.reopened_at IS NULL OR c.reopened_at >= :to))
                                   AND NOT EXISTS (SELECT 1 FROM timeline_event o
                                                    WHERE o.key_task_id = t.id AND o.kind = 'SPLIT_OFF'
                                                      AND o.department_id = h.department_id)"""
                                + ofDirective(filter, "t.directive_id")
                                + " AND " + scope.condition("t.directive_id", "h.department_id")
                                + """
                                 GROUP BY h.duty_id, h.department_id) w
                          JOIN department p ON p.id = w.department_id
                         GROUP BY w.department_id, p.short_name""")
                .params(params)
                .query(row -> {
                    found.put(
                            row.getLong("department_id"),
                            workload(row.getString("short_name"), row.getInt("duties"), row.getInt("cooperating")));
                });
        return found;
    }

    private Workload workload(String name, int duties, int cooperating) {
        int weight = (duties - cooperating) * settings.weight(DutyRole.LEAD)
                + cooperating * settings.weight(DutyRole.COOPERATING);
        return new Workload(name, duties, weight);
    }

    static String ofDirective(ScoreFilter filter, String column) {
        return filter.directive() == null ? "" : " AND " + column + " = :directive";
    }

    Map<String, Object> params(ScoreFilter filter, ScoreScope scope) {
        Map<String, Object> params = scope.params();
        params.put("from", Moments.toDatabase(calendar.startOf(LocalDate.of(filter.year(), 1, 1))));
        params.put("to", Moments.toDatabase(calendar.startOf(LocalDate.of(filter.year() + 1, 1, 1))));
        if (filter.directive() != null) {
            params.put("directive", filter.directive().value());
        }
        return params;
    }
}
