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
    record Points(String name, int plus, int minus, int lines) {

        int total() {
            return plus + minus;
        }
    }

    record Workload(String name, int duties, int weight) {}

    private final JdbcClient jdbc;
    private final ScoreSettings settings;
    private final WorkingCalendar calendar;

    ScoreSums(JdbcClient jdbc, ScoreSettings settings, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.calendar = calendar;
    }

    /** @param upTo the last event that counts */
    Map<Long, Points> points(ScoreFilter filter, Caller me, long upTo) {
        ScoreScope scope = new ScoreScope(me);
        Map<String, Object> params = params(filter, scope);
        params.put("ledger", filter.ledger().value());
        params.put("upTo", upTo);
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
                         WHERE e.occurred_at >= :from AND e.occurred_at < :to AND e.id <= :upTo"""
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

    /** The duties that stood in the time, on key tasks that were not withdrawn. */
    Map<Long, Workload> workloads(ScoreFilter filter, Caller me) {
        ScoreScope scope = new ScoreScope(me);
        Map<String, Object> params = params(filter, scope);
        Map<Long, Workload> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT y.department_id, p.short_name, COUNT(*) AS duties,
                               SUM(CASE y.duty_role WHEN 'COOPERATING' THEN 1 ELSE 0 END) AS cooperating
                          FROM duty y
                          JOIN key_task t ON t.id = y.key_task_id
                          JOIN department p ON p.id = y.department_id
                         WHERE y.state <> 'WITHDRAWN' AND t.state <> 'WITHDRAWN' AND t.launched_at < :to
                           AND (t.closed_at IS NULL OR t.closed_at >= :from)"""
                                + ofDirective(filter, "t.directive_id")
                                + " AND " + scope.condition("t.directive_id", "y.department_id")
                                + " GROUP BY y.department_id, p.short_name")
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
