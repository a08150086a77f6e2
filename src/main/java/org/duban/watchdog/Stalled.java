package org.duban.watchdog;

import java.util.EnumSet;
import org.duban.watchdog.EngineWatch.Stage;
import org.duban.watchdog.Trouble.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is open in the ledger, where it should wait in the process, and whether it waits in an inbox: in that of the
 * department whose it is, unless it is the supervisors'; parked for as long as the key task stands still.
 */
@Configuration(proxyBeanMethods = false)
class Stalled {

    private static final String PLACE =
            """
            , t.directive_id, COALESCE(d.doc_number, d.title) AS label, t.row_no
            """;

    /** What is confirmed waits for whoever has the duty now, which may have gone into another one. */
    private static final String OF_A_DUTY =
            """
             EXISTS (SELECT 1 FROM duty z WHERE z.key_task_id = i.key_task_id AND z.department_id = i.department_id
                        AND z.state <> 'WITHDRAWN')
            """;

    /** The item has the name of the stage. */
    private static final String STAGE_OF_DUTY =
            """
            CASE WHEN y.state = 'DISPUTED' THEN 'DECIDE_DISPUTE'
                 WHEN EXISTS (SELECT 1 FROM dispute x
                               WHERE x.duty_id = y.id AND x.signed_at IS NULL AND x.decision IS NULL) THEN 'SIGN_DISPUTE'
                 ELSE 'ACKNOWLEDGE' END
            """;

    @Bean
    OpenWork stalledDuties(JdbcClient jdbc, EngineWatch engine) {
        return new OpenWork(
                Kind.DUTY,
                EnumSet.of(Stage.ACKNOWLEDGE, Stage.SIGN_DISPUTE, Stage.DECIDE_DISPUTE),
                "y.id",
                jdbc,
                engine,
                """
                SELECT y.id, %1$s AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.parked = (t.suspended_at IS NOT NULL)
                                  AND i.subject_id = y.id AND i.kind = %1$s
                                  AND COALESCE(i.department_id, y.department_id) = y.department_id) AS shown,
                       o.short_name AS who, t.launched_at AS since"""
                                .formatted(STAGE_OF_DUTY)
                        + PLACE
                        + """
                  FROM duty y
                  JOIN key_task t ON t.id = y.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = y.department_id
                 WHERE y.state IN ('AWAITING', 'DISPUTED') AND t.closed_at IS NULL""");
    }

    @Bean
    OpenWork stalledTransfers(JdbcClient jdbc, EngineWatch engine) {
        return new OpenWork(
                Kind.TRANSFER,
                EnumSet.of(Stage.DECIDE_TRANSFER),
                "x.id",
                jdbc,
                engine,
                """
                SELECT x.id, 'DECIDE_TRANSFER' AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.parked = (t.suspended_at IS NOT NULL)
                                  AND i.subject_id = x.id AND i.kind = 'DECIDE_TRANSFER') AS shown,
                       o.short_name AS who, x.requested_at AS since"""
                        + PLACE
                        + """
                  FROM duty_transfer x
                  JOIN duty y ON y.id = x.duty_id
                  JOIN key_task t ON t.id = y.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = x.from_department_id
                 WHERE x.decision IS NULL""");
    }

    @Bean
    OpenWork stalledReports(JdbcClient jdbc, EngineWatch engine) {
        return new OpenWork(
                Kind.REPORT,
                EnumSet.of(Stage.WRITE_REPORT, Stage.APPROVE_REPORT, Stage.REVIEW_REPORT),
                "g.id",
                jdbc,
                engine,
                """
                SELECT g.id, CASE g.state WHEN 'SUBMITTED' THEN 'REVIEW_REPORT' WHEN 'WITH_HEAD' THEN 'APPROVE_REPORT'
                            ELSE 'WRITE_REPORT' END AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.parked = (t.suspended_at IS NOT NULL)
                                  AND i.subject_id = g.id AND i.kind = CASE g.state
                                      WHEN 'OPEN' THEN 'REPORT' WHEN 'RETURNED' THEN 'AMEND'
                                      WHEN 'WITH_HEAD' THEN 'APPROVE_REPORT' ELSE 'REVIEW' END
                                  AND COALESCE(i.department_id, g.department_id) = g.department_id) AS shown,
                       o.short_name AS who, q.opened_at AS since"""
                        + PLACE
                        + """
                  FROM progress_report g
                  JOIN reporting_period q ON q.id = g.period_id
                  JOIN key_task t ON t.id = g.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = g.department_id
                 WHERE g.state IN ('OPEN', 'WITH_HEAD', 'RETURNED', 'SUBMITTED')""");
    }

    /** One that is countersigned waits with those who do that; without any, nobody moves it. */
    @Bean
    OpenWork stalledExtensions(JdbcClient jdbc, EngineWatch engine) {
        return new OpenWork(
                Kind.EXTENSION,
                EnumSet.of(Stage.SIGN_EXTENSION, Stage.DECIDE_EXTENSION),
                "x.id",
                jdbc,
                engine,
                """
                SELECT x.id, CASE x.state WHEN 'SIGNING' THEN 'SIGN_EXTENSION' ELSE 'DECIDE_EXTENSION' END AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.parked = (t.suspended_at IS NOT NULL)
                                  AND i.subject_id = x.id AND i.kind =
                                      CASE x.state WHEN 'SIGNING' THEN 'SIGN_EXTENSION' ELSE 'DECIDE_EXTENSION' END
                                  AND COALESCE(i.department_id, x.department_id) = x.department_id) AS shown,
                       o.short_name AS who, x.asked_at AS since"""
                        + PLACE
                        + """
                  FROM extension x
                  JOIN key_task t ON t.id = x.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = x.department_id
                 WHERE x.state IN ('SIGNING', 'DECIDING')""");
    }

    /** Also where the key task has ended: an appeal is about the past. */
    @Bean
    OpenWork stalledScoreAppeals(JdbcClient jdbc, EngineWatch engine) {
        return new OpenWork(
                Kind.SCORE_APPEAL,
                EnumSet.of(Stage.DECIDE_SCORE_APPEAL),
                "x.id",
                jdbc,
                engine,
                """
                SELECT x.id, 'DECIDE_SCORE_APPEAL' AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.parked = FALSE AND i.subject_id = x.id AND i.kind = 'DECIDE_SCORE_APPEAL') AS shown,
                       o.short_name AS who, x.appealed_at AS since"""
                        + PLACE
                        + """
                  FROM score_appeal x
                  JOIN score_event e ON e.id = x.event_id
                  JOIN key_task t ON t.id = e.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = e.department_id
                 WHERE x.state = 'OPEN'""");
    }

    @Bean
    OpenWork stalledInstructions(JdbcClient jdbc, EngineWatch engine) {
        String stage =
                """
                CASE n.state WHEN 'ASSIGNING' THEN 'ASSIGN_INSTRUCTION' WHEN 'REPORTING' THEN 'REPORT_INSTRUCTION'
                     ELSE 'CONFIRM_INSTRUCTION' END""";
        return new OpenWork(
                Kind.INSTRUCTION,
                EnumSet.of(Stage.ASSIGN_INSTRUCTION, Stage.REPORT_INSTRUCTION, Stage.CONFIRM_INSTRUCTION),
                "n.id",
                jdbc,
                engine,
                "SELECT n.id, " + stage
                        + " AS stage, EXISTS (SELECT 1 FROM open_item i WHERE i.parked = (t.suspended_at IS NOT NULL)"
                        + " AND i.subject_id = n.id AND i.kind = "
                        + stage + ") AS shown, NULL AS who, n.handled_at AS since" + PLACE
                        + """
                  FROM instruction n
                  JOIN key_task t ON t.id = n.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                 WHERE n.state IN ('ASSIGNING', 'REPORTING', 'CONFIRMING')""");
    }

    @Bean
    OpenWork stalledAnswers(JdbcClient jdbc, EngineWatch engine) {
        return new OpenWork(
                Kind.ANSWER,
                EnumSet.of(Stage.ANSWER_INSTRUCTION),
                "w.id",
                jdbc,
                engine,
                """
                SELECT w.id, 'ANSWER_INSTRUCTION' AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.parked = (t.suspended_at IS NOT NULL)
                                  AND i.subject_id = w.id AND i.kind = 'ANSWER_INSTRUCTION'
                                  AND i.department_id = w.department_id) AS shown,
                       o.short_name AS who, w.assigned_at AS since"""
                        + PLACE
                        + """
                  FROM instruction_answer w
                  JOIN instruction n ON n.id = w.instruction_id
                  JOIN key_task t ON t.id = n.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = w.department_id
                 WHERE w.state IN ('OPEN', 'RETURNED')""");
    }

    @Bean
    OpenWork stalledContributions(JdbcClient jdbc, EngineWatch engine) {
        return new OpenWork(
                Kind.CONTRIBUTION,
                EnumSet.of(Stage.WRITE_CONTRIBUTION),
                "c.id",
                jdbc,
                engine,
                """
                SELECT c.id, 'WRITE_CONTRIBUTION' AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.parked = (t.suspended_at IS NOT NULL)
                                  AND i.subject_id = c.id AND i.kind = 'CONTRIBUTE'
                                  AND i.department_id = c.department_id) AS shown,
                       o.short_name AS who, q.opened_at AS since"""
                        + PLACE
                        + """
                  FROM contribution c
                  JOIN reporting_period q ON q.id = c.period_id
                  JOIN key_task t ON t.id = c.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = c.department_id
                 WHERE c.state = 'OPEN'""");
    }

    @Bean
    OpenWork stalledReceipts(JdbcClient jdbc, EngineWatch engine) {
        return new OpenWork(
                Kind.RECEIPT,
                EnumSet.of(Stage.RECEIVE_ESCALATION),
                "c.id",
                jdbc,
                engine,
                """
                SELECT c.id, 'RECEIVE_ESCALATION' AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.parked = (t.suspended_at IS NOT NULL)
                                  AND i.subject_id = c.id AND i.kind = 'RECEIVE_ESCALATION'
                                  AND"""
                        + OF_A_DUTY
                        + """
                       ) AS shown,
                       o.short_name AS who, e.raised_at AS since"""
                        + PLACE
                        + """
                  FROM escalation_receipt c
                  JOIN escalation e ON e.id = c.escalation_id
                  JOIN key_task t ON t.id = e.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = c.department_id
                 WHERE c.received_at IS NULL AND c.void_at IS NULL AND t.closed_at IS NULL""");
    }

    @Bean
    OpenWork stalledUrges(JdbcClient jdbc, EngineWatch engine) {
        return new OpenWork(
                Kind.URGE,
                EnumSet.of(Stage.RECEIVE_URGE),
                "c.id",
                jdbc,
                engine,
                """
                SELECT c.id, 'RECEIVE_URGE' AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.parked = (t.suspended_at IS NOT NULL)
                                  AND i.subject_id = c.id AND i.kind = 'URGED' AND"""
                        + OF_A_DUTY
                        + """
                       ) AS shown,
                       o.short_name AS who, c.sent_at AS since"""
                        + PLACE
                        + """
                  FROM urge c
                  JOIN duty y ON y.id = c.duty_id
                  JOIN key_task t ON t.id = y.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = c.department_id
                 WHERE c.cause = 'BY_HAND' AND c.received_at IS NULL AND c.void_at IS NULL AND t.closed_at IS NULL""");
    }

    @Bean
    OpenWork stalledKeyTasks(JdbcClient jdbc, EngineWatch engine) {
        return new OpenWork(
                Kind.KEY_TASK,
                EnumSet.of(Stage.APPLY_FOR_COMPLETION, Stage.VERIFY_COMPLETION, Stage.ON_SITE_CHECK),
                "t.id",
                jdbc,
                engine,
                """
                SELECT t.id,
                       CASE t.state WHEN 'RUNNING' THEN 'APPLY_FOR_COMPLETION'
                                    WHEN 'ON_SITE_CHECK' THEN 'ON_SITE_CHECK' ELSE 'VERIFY_COMPLETION' END AS stage,
                       (t.state = 'RUNNING' OR EXISTS (
                        SELECT 1 FROM open_item i
                                WHERE i.parked = (t.suspended_at IS NOT NULL)
                                  AND i.key_task_id = t.id AND i.kind =
                               CASE t.state WHEN 'ON_SITE_CHECK' THEN 'SITE_CHECK' ELSE 'VERIFY' END)) AS shown,
                       NULL AS who, t.launched_at AS since"""
                        + PLACE
                        + """
                  FROM key_task t
                  JOIN directive d ON d.id = t.directive_id
                 WHERE t.closed_at IS NULL
                   AND NOT (t.state = 'COUNTERSIGNING' AND EXISTS (
                       SELECT 1 FROM countersignature c WHERE c.key_task_id = t.id AND c.state = 'OPEN'))""");
    }

    /** Those that stand still with a key task above are looked at again with that one. */
    @Bean
    OpenWork stalledSuspensions(JdbcClient jdbc, EngineWatch engine) {
        return new OpenWork(
                Kind.SUSPENSION,
                EnumSet.of(Stage.RESUME),
                "t.id",
                jdbc,
                engine,
                """
                SELECT t.id, 'RESUME' AS stage,
                       EXISTS (SELECT 1 FROM suspension u
                                 LEFT JOIN suspension w ON w.id = u.with_id
                                 JOIN open_item i ON i.subject_id = COALESCE(w.key_task_id, u.key_task_id)
                                WHERE u.key_task_id = t.id AND u.ended_at IS NULL
                                  AND i.parked = FALSE AND i.kind = 'RESUME') AS shown,
                       NULL AS who, t.suspended_at AS since"""
                        + PLACE
                        + """
                  FROM key_task t
                  JOIN directive d ON d.id = t.directive_id
                 WHERE t.suspended_at IS NOT NULL""");
    }

    @Bean
    OpenWork stalledCountersignatures(JdbcClient jdbc, EngineWatch engine) {
        return new OpenWork(
                Kind.COUNTERSIGNATURE,
                EnumSet.of(Stage.COUNTERSIGN),
                "c.id",
                jdbc,
                engine,
                """
                SELECT c.id, 'COUNTERSIGN' AS stage,
                       EXISTS (SELECT 1 FROM open_item i
                                WHERE i.parked = (t.suspended_at IS NOT NULL)
                                  AND i.subject_id = c.id AND i.kind = 'COUNTERSIGN'
                                  AND i.department_id = c.department_id) AS shown,
                       o.short_name AS who, c.asked_at AS since"""
                        + PLACE
                        + """
                  FROM countersignature c
                  JOIN key_task t ON t.id = c.key_task_id
                  JOIN directive d ON d.id = t.directive_id
                  LEFT JOIN department o ON o.id = c.department_id
                 WHERE c.state = 'OPEN'""");
    }
}
