package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Watchdog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * DESIGN, invariants 1 and 6, over the whole database: to be asserted whenever no action is under way. What
 * the watchdog finds by asking, this counts by itself in another way.
 */
@Component
public class LedgerAgreesWithEngine {

    /** What waits in the process, as its open item says it and as the user task's definition and assignee say it. */
    private static final String ITEMS =
            """
            SELECT CASE i.kind
                     WHEN 'ACKNOWLEDGE' THEN CONCAT('acknowledge ', i.subject_id)
                     WHEN 'SIGN_DISPUTE' THEN CONCAT('sign-dispute ', i.subject_id)
                     WHEN 'DECIDE_DISPUTE' THEN CONCAT('decide-dispute ', i.subject_id)
                     WHEN 'DECIDE_TRANSFER' THEN CONCAT('decide-transfer ', i.subject_id)
                     WHEN 'REPORT' THEN CONCAT('write-report ', i.subject_id)
                     WHEN 'AMEND' THEN CONCAT('write-report ', i.subject_id)
                     WHEN 'CONTRIBUTE' THEN CONCAT('write-contribution ', i.subject_id)
                     WHEN 'APPROVE_REPORT' THEN CONCAT('approve-report ', i.subject_id)
                     WHEN 'REVIEW' THEN CONCAT('review-report ', i.subject_id)
                     WHEN 'SIGN_EXTENSION' THEN CONCAT('sign-extension ', i.subject_id)
                     WHEN 'DECIDE_EXTENSION' THEN CONCAT('decide-extension ', i.subject_id)
                     WHEN 'DECIDE_SCORE_APPEAL' THEN CONCAT('decide-appeal ', i.subject_id)
                     WHEN 'ASSIGN_INSTRUCTION' THEN CONCAT('assign-instruction ', i.subject_id)
                     WHEN 'ANSWER_INSTRUCTION' THEN CONCAT('answer-instruction ', i.subject_id)
                     WHEN 'REPORT_INSTRUCTION' THEN CONCAT('report-instruction ', i.subject_id)
                     WHEN 'CONFIRM_INSTRUCTION' THEN CONCAT('confirm-instruction ', i.subject_id)
                     WHEN 'COUNTERSIGN' THEN CONCAT('countersign ', i.subject_id)
                     WHEN 'RECEIVE_ESCALATION' THEN CONCAT('receive-escalation ', i.subject_id)
                     WHEN 'URGED' THEN CONCAT('receive-urge ', i.subject_id)
                     WHEN 'VERIFY' THEN CONCAT('verify-completion ', i.key_task_id)
                     WHEN 'SITE_CHECK' THEN CONCAT('on-site-check ', i.key_task_id)
                     WHEN 'RESUME' THEN CONCAT('resume ', i.subject_id)
                   END
              FROM open_item i WHERE i.kind <> 'DECIDE_SUCCESSION'
            """;

    /** The same, as the states of the ledger's own rows say it. */
    private static final String STATES =
            """
            SELECT CONCAT(CASE WHEN EXISTS (SELECT 1 FROM dispute x
                                             WHERE x.duty_id = y.id AND x.signed_at IS NULL AND x.decision IS NULL)
                               THEN 'SIGN_DISPUTE ' ELSE 'ACKNOWLEDGE ' END, y.id)
              FROM duty y JOIN key_task t ON t.id = y.key_task_id
             WHERE y.state = 'AWAITING' AND t.closed_at IS NULL
            UNION ALL
            SELECT CONCAT('DECIDE_DISPUTE ', y.id) FROM duty y JOIN key_task t ON t.id = y.key_task_id
             WHERE y.state = 'DISPUTED' AND t.closed_at IS NULL
            UNION ALL
            SELECT CONCAT(CASE g.state WHEN 'OPEN' THEN 'REPORT ' WHEN 'RETURNED' THEN 'AMEND '
                                      WHEN 'WITH_HEAD' THEN 'APPROVE_REPORT ' ELSE 'REVIEW ' END, g.id)
              FROM progress_report g WHERE g.state IN ('OPEN', 'WITH_HEAD', 'RETURNED', 'SUBMITTED')
            UNION ALL
            SELECT CONCAT('CONTRIBUTE ', c.id) FROM contribution c WHERE c.state = 'OPEN'
            UNION ALL
            SELECT CONCAT(CASE x.state WHEN 'SIGNING' THEN 'SIGN_EXTENSION ' ELSE 'DECIDE_EXTENSION ' END, x.id)
              FROM extension x WHERE x.state IN ('SIGNING', 'DECIDING')
            UNION ALL
            SELECT CONCAT('DECIDE_SCORE_APPEAL ', x.id) FROM score_appeal x WHERE x.state = 'OPEN'
            UNION ALL
            SELECT CONCAT(CASE n.state WHEN 'ASSIGNING' THEN 'ASSIGN_INSTRUCTION ' WHEN 'REPORTING'
                          THEN 'REPORT_INSTRUCTION ' ELSE 'CONFIRM_INSTRUCTION ' END, n.id)
              FROM instruction n WHERE n.state IN ('ASSIGNING', 'REPORTING', 'CONFIRMING')
            UNION ALL
            SELECT CONCAT('ANSWER_INSTRUCTION ', w.id) FROM instruction_answer w WHERE w.state IN ('OPEN', 'RETURNED')
            UNION ALL
            SELECT CONCAT('DECIDE_TRANSFER ', x.id) FROM duty_transfer x WHERE x.decision IS NULL
            UNION ALL
            SELECT CONCAT('RECEIVE_ESCALATION ', c.id) FROM escalation_receipt c
              JOIN escalation e ON e.id = c.escalation_id JOIN key_task t ON t.id = e.key_task_id
             WHERE c.received_at IS NULL AND c.void_at IS NULL AND t.closed_at IS NULL
            UNION ALL
            SELECT CONCAT('URGED ', u.id) FROM urge u
              JOIN duty y ON y.id = u.duty_id JOIN key_task t ON t.id = y.key_task_id
             WHERE u.cause = 'BY_HAND' AND u.received_at IS NULL AND u.void_at IS NULL AND t.closed_at IS NULL
            UNION ALL
            SELECT CONCAT('DECIDE_SUCCESSION ', p.duty_id) FROM succession_proposal p WHERE p.decision IS NULL
            UNION ALL
            SELECT CONCAT('VERIFY ', c.id) FROM completion c JOIN key_task t ON t.id = c.key_task_id
             WHERE t.state = 'COMPLETION_APPLIED' AND c.state = 'VERIFYING' AND c.decided_at IS NULL
            UNION ALL
            SELECT CONCAT('COUNTERSIGN ', s.id) FROM countersignature s
              JOIN key_task t ON t.id = s.key_task_id
              JOIN completion c ON c.id = s.completion_id
              JOIN duty y ON y.id = s.duty_id AND y.department_id = s.department_id
             WHERE s.state = 'OPEN' AND t.state = 'COUNTERSIGNING' AND c.state = 'COUNTERSIGNING'
            UNION ALL
            SELECT CONCAT('SITE_CHECK ', s.id) FROM site_check s
              JOIN key_task t ON t.id = s.key_task_id
              JOIN completion c ON c.id = s.completion_id
             WHERE s.state = 'ORDERED' AND t.state = 'ON_SITE_CHECK' AND c.state = 'ON_SITE_CHECK'
            UNION ALL
            SELECT CONCAT('RESUME ', u.key_task_id) FROM suspension u WHERE u.ended_at IS NULL AND u.with_id IS NULL
            """;

    /** What waits for a department that it is not of, or that has no duty on the key task. */
    private static final String STRANDED =
            """
            SELECT CONCAT(i.kind, ' ', i.subject_id) FROM open_item i
              LEFT JOIN duty y ON i.kind IN ('ACKNOWLEDGE', 'SIGN_DISPUTE') AND y.id = i.subject_id
              LEFT JOIN progress_report g ON i.kind IN ('REPORT', 'AMEND', 'APPROVE_REPORT') AND g.id = i.subject_id
              LEFT JOIN contribution c ON i.kind = 'CONTRIBUTE' AND c.id = i.subject_id
              LEFT JOIN extension x ON i.kind = 'SIGN_EXTENSION' AND x.id = i.subject_id
              LEFT JOIN instruction_answer w ON i.kind = 'ANSWER_INSTRUCTION' AND w.id = i.subject_id
              LEFT JOIN countersignature s ON i.kind = 'COUNTERSIGN' AND s.id = i.subject_id
             WHERE i.department_id IS NOT NULL AND (
                   i.department_id <> COALESCE(y.department_id, g.department_id, c.department_id, x.department_id,
                                               w.department_id, s.department_id, i.department_id)
                OR NOT EXISTS (SELECT 1 FROM duty z WHERE z.key_task_id = i.key_task_id
                                  AND z.department_id = i.department_id AND z.state <> 'WITHDRAWN'))
            UNION ALL
            SELECT CONCAT('report ', g.id) FROM progress_report g JOIN duty y ON y.id = g.duty_id
             WHERE g.state IN ('OPEN', 'WITH_HEAD', 'RETURNED', 'SUBMITTED') AND y.department_id <> g.department_id
            UNION ALL
            SELECT CONCAT('contribution ', c.id) FROM contribution c JOIN duty y ON y.id = c.duty_id
             WHERE c.state = 'OPEN' AND y.department_id <> c.department_id
            UNION ALL
            SELECT CONCAT('extension ', x.id) FROM extension x JOIN duty y ON y.id = x.duty_id
             WHERE x.state IN ('SIGNING', 'DECIDING') AND y.department_id <> x.department_id
            UNION ALL
            SELECT CONCAT('application ', c.id) FROM completion c JOIN duty y ON y.id = c.duty_id
             WHERE c.decided_at IS NULL AND (y.department_id <> c.department_id OR y.state = 'WITHDRAWN')
            """;

    /** What stands still with a key task above is looked at again with that one. */
    private static final String GO_ON_WITH_ANOTHER =
            "SELECT CONCAT('resume ', u.key_task_id) FROM suspension u WHERE u.ended_at IS NULL AND u.with_id IS NOT NULL";

    private static final String TASKS = "SELECT CONCAT(TASK_DEF_KEY_, ' ', ASSIGNEE_) FROM ACT_RU_TASK";

    private final JdbcClient jdbc;
    private final Watchdog watchdog;

    LedgerAgreesWithEngine(JdbcClient jdbc, Watchdog watchdog) {
        this.jdbc = jdbc;
        this.watchdog = watchdog;
    }

    public void check() {
        assertThat(watchdog.listAsSystem(EnumSet.allOf(Trouble.Group.class), Trouble.Key.START, 50)
                        .rows())
                .as("what the watchdog finds; the work of a department without a head goes on")
                .allMatch(trouble -> trouble.key().kind() == Trouble.Kind.HEADLESS);
        assertThat(list(ITEMS))
                .as("open items and wait states")
                .containsExactlyInAnyOrderElementsOf(list(TASKS + " WHERE TASK_DEF_KEY_ <> 'apply-for-completion'"
                        + " AND CONCAT(TASK_DEF_KEY_, ' ', ASSIGNEE_) NOT IN (" + GO_ON_WITH_ANOTHER + ")"));
        assertThat(list("SELECT CONCAT(kind, ' ', subject_id) FROM open_item"))
                .as("open items and the states of what they are about")
                .containsExactlyInAnyOrderElementsOf(list(STATES));
        assertThat(list(STRANDED))
                .as("what waits for another department than its own")
                .isEmpty();
        assertThat(
                        list(
                                "SELECT CONCAT(duty_id, ' ', department_id, ' ', duty_role) FROM duty_held WHERE held_until IS NULL"))
                .as("who is kept as having a duty, and who has it")
                .containsExactlyInAnyOrderElementsOf(list(
                        "SELECT CONCAT(id, ' ', department_id, ' ', duty_role) FROM duty WHERE state <> 'WITHDRAWN'"));
        assertThat(list(TASKS + " WHERE TASK_DEF_KEY_ = 'apply-for-completion'"))
                .as("key tasks in execution")
                .containsExactlyInAnyOrderElementsOf(
                        list("SELECT CONCAT('apply-for-completion ', id) FROM key_task WHERE state = 'RUNNING'"));
        assertThat(
                        list(
                                """
                                SELECT CONCAT('countersignature ', id) FROM countersignature s WHERE s.state = 'OPEN'
                                   AND NOT EXISTS (SELECT 1 FROM open_item i
                                                    WHERE i.kind = 'COUNTERSIGN' AND i.subject_id = s.id
                                                      AND i.department_id = s.department_id)
                                UNION ALL
                                SELECT CONCAT('check ', id) FROM site_check s WHERE s.state = 'ORDERED'
                                   AND NOT EXISTS (SELECT 1 FROM open_item i
                                                    WHERE i.kind = 'SITE_CHECK' AND i.subject_id = s.id)
                                UNION ALL
                                SELECT CONCAT('application ', c.id) FROM completion c JOIN key_task t ON t.id = c.key_task_id
                                 WHERE (c.decided_at IS NULL) <> (t.state IN
                                       ('COUNTERSIGNING', 'COMPLETION_APPLIED', 'ON_SITE_CHECK'))
                                   AND c.id = (SELECT MAX(x.id) FROM completion x WHERE x.key_task_id = t.id)"""))
                .as("orphans of applications for completion")
                .isEmpty();
        assertThat(list("SELECT CONCAT(kind, ' ', subject_id) FROM open_item WHERE parked = TRUE"))
                .as("what is put aside, and waits about key tasks that stand still")
                .containsExactlyInAnyOrderElementsOf(
                        list(
                                """
                                SELECT CONCAT(i.kind, ' ', i.subject_id) FROM open_item i
                                  JOIN key_task t ON t.id = i.key_task_id
                                 WHERE t.suspended_at IS NOT NULL AND i.kind NOT IN ('RESUME', 'DECIDE_SCORE_APPEAL')"""));
        assertThat(list("SELECT CONCAT(key_task_id, ' ', suspended_at) FROM suspension WHERE ended_at IS NULL"))
                .as("key tasks that stand still")
                .containsExactlyInAnyOrderElementsOf(
                        list(
                                "SELECT CONCAT(id, ' ', suspended_at) FROM key_task WHERE suspended_at IS NOT NULL AND closed_at IS NULL"));
        assertThat(list("SELECT CONCAT('', id) FROM key_task WHERE suspended_at IS NOT NULL AND closed_at IS NOT NULL"))
                .as("key tasks that ended and stand still")
                .isEmpty();
        assertThat(list("SELECT CONCAT('', key_task_id) FROM key_task_closing WHERE reopened_at IS NULL"))
                .as("key tasks that ended")
                .containsExactlyInAnyOrderElementsOf(
                        list("SELECT CONCAT('', id) FROM key_task WHERE closed_at IS NOT NULL"));
        assertThat(running("key-task"))
                .as("open key tasks")
                .containsExactlyInAnyOrderElementsOf(
                        list("SELECT CONCAT('', id) FROM key_task WHERE closed_at IS NULL"));
        assertThat(running("acknowledgement"))
                .as("unsigned duties")
                .containsExactlyInAnyOrderElementsOf(
                        list(
                                """
                                SELECT CONCAT('', y.id) FROM duty y JOIN key_task t ON t.id = y.key_task_id
                                 WHERE y.state IN ('AWAITING', 'DISPUTED') AND t.closed_at IS NULL"""));
        assertThat(running("progress-report"))
                .as("unfinished reports")
                .containsExactlyInAnyOrderElementsOf(
                        list(
                                "SELECT CONCAT('', id) FROM progress_report WHERE state IN ('OPEN','WITH_HEAD','RETURNED','SUBMITTED')"));
        assertThat(running("extension"))
                .as("open requests for extensions")
                .containsExactlyInAnyOrderElementsOf(
                        list("SELECT CONCAT('', id) FROM extension WHERE state IN ('SIGNING', 'DECIDING')"));
        assertThat(running("score-appeal"))
                .as("open appeals")
                .containsExactlyInAnyOrderElementsOf(
                        list("SELECT CONCAT('', id) FROM score_appeal WHERE state = 'OPEN'"));
        assertThat(
                        list(
                                """
                        SELECT CONCAT('', e.id) FROM score_event e
                         WHERE (SELECT COUNT(*) FROM score_line l
                                 WHERE l.event_id = e.id AND l.ledger_id = 0 AND l.part = 'LINE') <> 1"""))
                .as("events without a line in the running ledger")
                .isEmpty();
        assertThat(running("instruction"))
                .as("open instructions")
                .containsExactlyInAnyOrderElementsOf(
                        list("SELECT CONCAT('', id) FROM instruction WHERE state NOT IN ('DONE', 'VOID')"));
        assertThat(list("SELECT CONCAT('', id) FROM instruction WHERE state = 'ANSWERING'"))
                .as("instructions whose answers are waited for")
                .containsExactlyInAnyOrderElementsOf(
                        list(
                                """
                                SELECT DISTINCT CONCAT('', w.instruction_id) FROM instruction_answer w
                                 WHERE w.state IN ('OPEN', 'RETURNED')"""));
        assertThat(running("directive"))
                .as("launched directives with something left to launch or report")
                .containsAll(
                        list(
                                """
                                SELECT CONCAT('', d.id) FROM directive d
                                 WHERE d.state = 'LAUNCHING'
                                    OR d.state = 'RUNNING' AND d.reporting <> 'NONE' AND EXISTS (
                                       SELECT 1 FROM key_task t WHERE t.directive_id = d.id AND t.closed_at IS NULL)"""))
                .doesNotHaveDuplicates();
        assertThat(running("daily-supervision")).as("daily rounds").containsExactly("duban");
        assertThat(list("SELECT CONCAT(definition, ' ', business_key) FROM started_process"
                        + " WHERE definition IN ('key-task', 'directive')"))
                .as("what was ever launched, and started")
                .containsExactlyInAnyOrderElementsOf(
                        list(
                                """
                                SELECT CONCAT('key-task ', id) FROM key_task
                                UNION ALL
                                SELECT CONCAT('directive ', id) FROM directive WHERE state <> 'DRAFT'"""));
        assertThat(
                        list(
                                """
                        SELECT CONCAT(p.PROC_DEF_ID_, ' ', p.BUSINESS_KEY_) FROM ACT_RU_EXECUTION p
                         WHERE p.PARENT_ID_ IS NULL
                           AND NOT EXISTS (SELECT 1 FROM ACT_RU_TASK k WHERE k.PROC_INST_ID_ = p.ID_)
                           AND NOT EXISTS (SELECT 1 FROM ACT_RU_JOB j
                                            WHERE j.PROCESS_INSTANCE_ID_ = p.ID_ AND j.RETRIES_ > 0)"""))
                .as("instances that nobody and no timer moves")
                .isEmpty();
    }

    private List<String> running(String process) {
        return list("SELECT p.BUSINESS_KEY_ FROM ACT_RU_EXECUTION p JOIN ACT_RE_PROCDEF d ON d.ID_ = p.PROC_DEF_ID_"
                + " WHERE p.PARENT_ID_ IS NULL AND d.KEY_ = '" + process + "'");
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
