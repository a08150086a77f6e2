package org.duban.watchdog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.duban.base.Moments;
import org.duban.watchdog.EngineWatch.Stage;
import org.duban.watchdog.EngineWatch.Wait;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Trouble.Kind;
import org.duban.watchdog.Trouble.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is open in the ledger and waits in no inbox, or nowhere in the engine. Both are asked for a page at a time: their
 * tables don't compare identifiers in one type, so that a join of them would read all of one for each row of the other.
 */
@Configuration(proxyBeanMethods = false)
class Stalled {

    private static final int PAGE = 500;

    private static final String PLACE =
            """
            , t.directive_id, COALESCE(d.doc_number, d.title) AS label, t.row_no
            """;

    /** @param shown whether it stands in an inbox, where it should */
    private record Open(Wait expected, boolean shown, Trouble trouble) {

        Trouble missing(String what) {
            return new Trouble(trouble.key(), trouble.who(), trouble.where(), what, 0, trouble.since(), null);
        }
    }

    private record Query(Kind kind, JdbcClient jdbc, EngineWatch engine, String sql) implements Source {

        @Override
        public List<Trouble> read(String after, int limit) {
            List<Trouble> found = new ArrayList<>();
            long reached = Source.number(after);
            List<Open> page;
            do {
                page = page(reached);
                List<Trouble> missing = missing(page);
                if (!missing.isEmpty()) {
                    // somebody may have moved it on between the two readings, and then it has arrived by now
                    missing.retainAll(missing(page(reached)));
                    found.addAll(missing);
                }
                reached = page.isEmpty() ? reached : page.getLast().expected().subject();
            } while (page.size() == PAGE && found.size() < limit);
            return found.stream().limit(limit).toList();
        }

        private List<Open> page(long after) {
            return jdbc.sql(sql)
                    .param("after", after)
                    .param("limit", PAGE)
                    .query(this::map)
                    .list();
        }

        /** What the page lacks, in its order. */
        private List<Trouble> missing(List<Open> page) {
            Set<Wait> waiting = engine.waiting(page.stream().map(Open::expected).toList());
            List<Trouble> missing = new ArrayList<>();
            for (Open open : page) {
                if (!waiting.contains(open.expected())) {
                    missing.add(open.missing("PROCESS"));
                } else if (!open.shown()) {
                    missing.add(open.missing("ITEM"));
                }
            }
            return missing;
        }

        private Open map(ResultSet row, int number) throws SQLException {
            return new Open(
                    new Wait(Stage.valueOf(row.getString("stage")), row.getLong("id")),
                    row.getBoolean("shown"),
                    new Trouble(
                            new Key(kind, row.getString("id")),
                            row.getString("who"),
                            new Place(row.getLong("directive_id"), row.getString("label"), row.getString("row_no")),
                            null,
                            0,
                            Moments.read(row, "since"),
                            null));
        }
    }

    @Bean
    Source stalledDuties(JdbcClient jdbc, EngineWatch engine) {
        return new Query(
                Kind.DUTY,
                jdbc,
                engine,
                """
                SELECT y.id, CASE y.state WHEN 'AWAITING' THEN 'ACKNOWLEDGE' ELSE 'DECIDE_DISPUTE' END AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.subject_id = y.id AND i.kind =
                                      CASE y.state WHEN 'AWAITING' THEN 'ACKNOWLEDGE' ELSE 'DECIDE_DISPUTE' END) AS shown,
                       o.short_name AS who, t.launched_at AS since"""
                        + PLACE
                        + """
                  FROM duty y
                  JOIN key_task t ON t.id = y.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = y.department_id
                 WHERE y.state IN ('AWAITING', 'DISPUTED') AND t.closed_at IS NULL AND y.id > :after
                 ORDER BY y.id LIMIT :limit""");
    }

    @Bean
    Source stalledReports(JdbcClient jdbc, EngineWatch engine) {
        return new Query(
                Kind.REPORT,
                jdbc,
                engine,
                """
                SELECT g.id, CASE g.state WHEN 'SUBMITTED' THEN 'REVIEW_REPORT' ELSE 'WRITE_REPORT' END AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.subject_id = g.id AND i.kind = CASE g.state
                                      WHEN 'OPEN' THEN 'REPORT' WHEN 'RETURNED' THEN 'AMEND' ELSE 'REVIEW' END) AS shown,
                       o.short_name AS who, q.opened_at AS since"""
                        + PLACE
                        + """
                  FROM progress_report g
                  JOIN reporting_period q ON q.id = g.period_id
                  JOIN key_task t ON t.id = g.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = g.department_id
                 WHERE g.state IN ('OPEN', 'RETURNED', 'SUBMITTED') AND g.id > :after
                 ORDER BY g.id LIMIT :limit""");
    }

    @Bean
    Source stalledReceipts(JdbcClient jdbc, EngineWatch engine) {
        return new Query(
                Kind.RECEIPT,
                jdbc,
                engine,
                """
                SELECT c.id, 'RECEIVE_ESCALATION' AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.subject_id = c.id AND i.kind = 'RECEIVE_ESCALATION') AS shown,
                       o.short_name AS who, e.raised_at AS since"""
                        + PLACE
                        + """
                  FROM escalation_receipt c
                  JOIN escalation e ON e.id = c.escalation_id
                  JOIN key_task t ON t.id = e.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = c.department_id
                 WHERE c.received_at IS NULL AND c.void_at IS NULL AND t.closed_at IS NULL AND c.id > :after
                 ORDER BY c.id LIMIT :limit""");
    }

    @Bean
    Source stalledUrges(JdbcClient jdbc, EngineWatch engine) {
        return new Query(
                Kind.URGE,
                jdbc,
                engine,
                """
                SELECT c.id, 'RECEIVE_URGE' AS stage,
                       EXISTS (SELECT 1 FROM open_item i WHERE i.subject_id = c.id AND i.kind = 'URGED') AS shown,
                       o.short_name AS who, c.sent_at AS since"""
                        + PLACE
                        + """
                  FROM urge c
                  JOIN duty y ON y.id = c.duty_id
                  JOIN key_task t ON t.id = y.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = c.department_id
                 WHERE c.cause = 'BY_HAND' AND c.received_at IS NULL AND c.void_at IS NULL AND t.closed_at IS NULL
                   AND c.id > :after
                 ORDER BY c.id LIMIT :limit""");
    }

    @Bean
    Source stalledKeyTasks(JdbcClient jdbc, EngineWatch engine) {
        return new Query(
                Kind.KEY_TASK,
                jdbc,
                engine,
                """
                SELECT t.id, CASE t.state WHEN 'RUNNING' THEN 'APPLY_FOR_COMPLETION' ELSE 'VERIFY_COMPLETION' END AS stage,
                       (t.state = 'RUNNING' OR EXISTS (
                        SELECT 1 FROM open_item i WHERE i.key_task_id = t.id AND i.kind = 'VERIFY')) AS shown,
                       NULL AS who, t.launched_at AS since"""
                        + PLACE
                        + """
                  FROM key_task t
                  JOIN directive d ON d.id = t.directive_id
                 WHERE t.closed_at IS NULL AND t.id > :after
                 ORDER BY t.id LIMIT :limit""");
    }
}
