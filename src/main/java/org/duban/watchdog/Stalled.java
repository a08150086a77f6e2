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

    /** The item has the name of the stage. */
    private static final String STAGE_OF_DUTY =
            """
            CASE WHEN y.state = 'DISPUTED' THEN 'DECIDE_DISPUTE'
                 WHEN EXISTS (SELECT 1 FROM dispute x
                               WHERE x.duty_id = y.id AND x.signed_at IS NULL AND x.decision IS NULL) THEN 'SIGN_DISPUTE'
                 ELSE 'ACKNOWLEDGE' END
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
                SELECT y.id, %1$s AS stage,
                       EXISTS (SELECT 1 FROM open_item i WHERE i.subject_id = y.id AND i.kind = %1$s) AS shown,
                       o.short_name AS who, t.launched_at AS since"""
                                .formatted(STAGE_OF_DUTY)
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
    Source stalledTransfers(JdbcClient jdbc, EngineWatch engine) {
        return new Query(
                Kind.TRANSFER,
                jdbc,
                engine,
                """
                SELECT x.id, 'DECIDE_TRANSFER' AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.subject_id = x.id AND i.kind = 'DECIDE_TRANSFER') AS shown,
                       o.short_name AS who, x.requested_at AS since"""
                        + PLACE
                        + """
                  FROM duty_transfer x
                  JOIN duty y ON y.id = x.duty_id
                  JOIN key_task t ON t.id = y.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = x.from_department_id
                 WHERE x.decision IS NULL AND x.id > :after
                 ORDER BY x.id LIMIT :limit""");
    }

    @Bean
    Source stalledReports(JdbcClient jdbc, EngineWatch engine) {
        return new Query(
                Kind.REPORT,
                jdbc,
                engine,
                """
                SELECT g.id, CASE g.state WHEN 'SUBMITTED' THEN 'REVIEW_REPORT' WHEN 'WITH_HEAD' THEN 'APPROVE_REPORT'
                            ELSE 'WRITE_REPORT' END AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.subject_id = g.id AND i.kind = CASE g.state
                                      WHEN 'OPEN' THEN 'REPORT' WHEN 'RETURNED' THEN 'AMEND'
                                      WHEN 'WITH_HEAD' THEN 'APPROVE_REPORT' ELSE 'REVIEW' END) AS shown,
                       o.short_name AS who, q.opened_at AS since"""
                        + PLACE
                        + """
                  FROM progress_report g
                  JOIN reporting_period q ON q.id = g.period_id
                  JOIN key_task t ON t.id = g.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = g.department_id
                 WHERE g.state IN ('OPEN', 'WITH_HEAD', 'RETURNED', 'SUBMITTED') AND g.id > :after
                 ORDER BY g.id LIMIT :limit""");
    }

    /** One that is countersigned waits with those who do that; without any, nobody moves it. */
    @Bean
    Source stalledExtensions(JdbcClient jdbc, EngineWatch engine) {
        return new Query(
                Kind.EXTENSION,
                jdbc,
                engine,
                """
                SELECT x.id, CASE x.state WHEN 'SIGNING' THEN 'SIGN_EXTENSION' ELSE 'DECIDE_EXTENSION' END AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.subject_id = x.id AND i.kind =
                                      CASE x.state WHEN 'SIGNING' THEN 'SIGN_EXTENSION' ELSE 'DECIDE_EXTENSION' END) AS shown,
                       o.short_name AS who, x.asked_at AS since"""
                        + PLACE
                        + """
                  FROM extension x
                  JOIN duty y ON y.id = x.duty_id
                  JOIN key_task t ON t.id = x.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = y.department_id
                 WHERE x.state IN ('SIGNING', 'DECIDING') AND x.id > :after
                 ORDER BY x.id LIMIT :limit""");
    }

    /** Also where the key task has ended: an appeal is about the past. */
    @Bean
    Source stalledScoreAppeals(JdbcClient jdbc, EngineWatch engine) {
        return new Query(
                Kind.SCORE_APPEAL,
                jdbc,
                engine,
                """
                SELECT x.id, 'DECIDE_SCORE_APPEAL' AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.subject_id = x.id AND i.kind = 'DECIDE_SCORE_APPEAL') AS shown,
                       o.short_name AS who, x.appealed_at AS since"""
                        + PLACE
                        + """
                  FROM score_appeal x
                  JOIN score_event e ON e.id = x.event_id
                  JOIN key_task t ON t.id = e.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = e.department_id
                 WHERE x.state = 'OPEN' AND x.id > :after
                 ORDER BY x.id LIMIT :limit""");
    }

    @Bean
    Source stalledInstructions(JdbcClient jdbc, EngineWatch engine) {
        String stage =
                """
                CASE n.state WHEN 'ASSIGNING' THEN 'ASSIGN_INSTRUCTION' WHEN 'REPORTING' THEN 'REPORT_INSTRUCTION'
                     ELSE 'CONFIRM_INSTRUCTION' END""";
        return new Query(
                Kind.INSTRUCTION,
                jdbc,
                engine,
                "SELECT n.id, " + stage
                        + " AS stage, EXISTS (SELECT 1 FROM open_item i WHERE i.subject_id = n.id AND i.kind = "
                        + stage + ") AS shown, NULL AS who, n.handled_at AS since" + PLACE
                        + """
                  FROM instruction n
                  JOIN key_task t ON t.id = n.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                 WHERE n.state IN ('ASSIGNING', 'REPORTING', 'CONFIRMING') AND n.id > :after
                 ORDER BY n.id LIMIT :limit""");
    }

    @Bean
    Source stalledAnswers(JdbcClient jdbc, EngineWatch engine) {
        return new Query(
                Kind.ANSWER,
                jdbc,
                engine,
                """
                SELECT w.id, 'ANSWER_INSTRUCTION' AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.subject_id = w.id AND i.kind = 'ANSWER_INSTRUCTION') AS shown,
                       o.short_name AS who, w.assigned_at AS since"""
                        + PLACE
                        + """
                  FROM instruction_answer w
                  JOIN instruction n ON n.id = w.instruction_id
                  JOIN key_task t ON t.id = n.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = w.department_id
                 WHERE w.state IN ('OPEN', 'RETURNED') AND w.id > :after
                 ORDER BY w.id LIMIT :limit""");
    }

    @Bean
    Source stalledContributions(JdbcClient jdbc, EngineWatch engine) {
        return new Query(
                Kind.CONTRIBUTION,
                jdbc,
                engine,
                """
                SELECT c.id, 'WRITE_CONTRIBUTION' AS stage,
                       EXISTS (SELECT 1 FROM open_item i WHERE i.subject_id = c.id AND i.kind = 'CONTRIBUTE') AS shown,
                       o.short_name AS who, q.opened_at AS since"""
                        + PLACE
                        + """
                  FROM contribution c
                  JOIN reporting_period q ON q.id = c.period_id
                  JOIN key_task t ON t.id = c.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = c.department_id
                 WHERE c.state = 'OPEN' AND c.id > :after
                 ORDER BY c.id LIMIT :limit""");
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
                SELECT t.id,
                       CASE t.state WHEN 'RUNNING' THEN 'APPLY_FOR_COMPLETION'
                                    WHEN 'ON_SITE_CHECK' THEN 'ON_SITE_CHECK' ELSE 'VERIFY_COMPLETION' END AS stage,
                       (t.state = 'RUNNING' OR EXISTS (
                        SELECT 1 FROM open_item i WHERE i.key_task_id = t.id AND i.kind =
                               CASE t.state WHEN 'ON_SITE_CHECK' THEN 'SITE_CHECK' ELSE 'VERIFY' END)) AS shown,
                       NULL AS who, t.launched_at AS since"""
                        + PLACE
                        + """
                  FROM key_task t
                  JOIN directive d ON d.id = t.directive_id
                 WHERE t.closed_at IS NULL AND t.id > :after
                   AND NOT (t.state = 'COUNTERSIGNING' AND EXISTS (
                       SELECT 1 FROM countersignature c WHERE c.key_task_id = t.id AND c.state = 'OPEN'))
                 ORDER BY t.id LIMIT :limit""");
    }

    @Bean
    Source stalledCountersignatures(JdbcClient jdbc, EngineWatch engine) {
        return new Query(
                Kind.COUNTERSIGNATURE,
                jdbc,
                engine,
                """
                SELECT c.id, 'COUNTERSIGN' AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.subject_id = c.id AND i.kind = 'COUNTERSIGN') AS shown,
                       o.short_name AS who, c.asked_at AS since"""
                        + PLACE
                        + """
                  FROM countersignature c
                  JOIN key_task t ON t.id = c.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = c.department_id
                 WHERE c.state = 'OPEN' AND c.id > :after
                 ORDER BY c.id LIMIT :limit""");
    }
}
