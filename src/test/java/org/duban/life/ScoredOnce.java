package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.duban.account.Account;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.duban.score.LedgerId;
import org.duban.score.ScoreLedgers;
import org.duban.support.Fixture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each deed that counts is in the score ledger once, and counts the same when it is counted anew by the same rules. */
@Component
class ScoredOnce {

    /** The deeds as the other tables have them, by what names them in the ledger. */
    private static final Map<String, String> DEEDS = new LinkedHashMap<>();

    static {
        DEEDS.put("SIGNED/%", "timeline_event WHERE kind = 'ACKNOWLEDGED'");
        DEEDS.put("REPORTED/%", "report_submission WHERE round_no = 1");
        DEEDS.put("AMENDED/%", "report_submission WHERE round_no > 1");
        DEEDS.put("REPORT_RETURNED/%", "report_submission WHERE decision IN ('RETURNED', 'RECALLED')");
        DEEDS.put("REPORT_MISSED/%", "timeline_event WHERE kind = 'REPORT_MISSED'");
        DEEDS.put("CONTRIBUTED/%", "contribution WHERE state = 'SUBMITTED'");
        DEEDS.put("URGED/BY_HAND/%", "urge WHERE cause = 'BY_HAND'");
        DEEDS.put("URGED/ACKNOWLEDGEMENT_LATE/%", "urge WHERE cause = 'ACKNOWLEDGEMENT_LATE'");
        DEEDS.put("URGED/REPORT_LATE/%", "urge WHERE cause = 'REPORT_LATE'");
        DEEDS.put("URGED/CONTRIBUTION_LATE/%", "urge WHERE cause = 'CONTRIBUTION_LATE'");
        DEEDS.put("URGED/INSTRUCTION_LATE/%", "urge WHERE cause = 'INSTRUCTION_LATE'");
        DEEDS.put("URGED/TASK_LATE/%", "urge WHERE cause = 'TASK_LATE'");
        DEEDS.put("COMPLETION_RETURNED/%", "completion WHERE state = 'SENT_BACK'");
    }

    /** Steps above the first, each with a duty that answers for it: its own, or those whose departments confirm it. */
    private static final String CHARGED =
            """
            SELECT CONCAT('ESCALATED/', e.id, '/', e.duty_id) AS source FROM escalation e
             WHERE e.level_no > 1 AND e.duty_id IS NOT NULL
            UNION ALL
            SELECT CONCAT('ESCALATED/', e.id, '/', c.duty_id) FROM escalation e
              JOIN escalation_receipt c ON c.escalation_id = e.id
             WHERE e.level_no > 1 AND e.duty_id IS NULL""";

    /** Those of the key task that nobody confirms, from which only leaders hear. */
    private static final String UNCONFIRMED =
            """
            SELECT e.id FROM escalation e WHERE e.level_no > 1 AND e.duty_id IS NULL AND NOT EXISTS (
                   SELECT 1 FROM escalation_receipt c WHERE c.escalation_id = e.id)""";

    private final ScoreLedgers ledgers;
    private final Fixture fixture;
    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    ScoredOnce(ScoreLedgers ledgers, Fixture fixture, JdbcClient jdbc, WorkingCalendar calendar) {
        this.calendar = calendar;
        this.ledgers = ledgers;
        this.fixture = fixture;
        this.jdbc = jdbc;
    }

    void check() {
        SoftAssertions.assertSoftly(all -> {
            DEEDS.forEach((source, rows) -> all.assertThat(scored(source))
                    .as("%s in the score ledger, as %s", source, rows)
                    .isEqualTo(count(rows)));
            all.assertThat(scored("CONTRIBUTION_MISSED/%"))
                    .as("contributions that nobody waited for any more after their due day")
                    .isEqualTo(contributionsMissed());
        });
        none(
                "completions that nobody has a line of",
                "SELECT c.id FROM completion c WHERE c.state = 'CLOSED' AND NOT EXISTS (SELECT 1 FROM score_event e"
                        + " WHERE e.kind = 'COMPLETED' AND e.source LIKE CONCAT('COMPLETED/', c.id, '/%'))");
        none(
                "completed key tasks of which not each signed duty has a line",
                """
                SELECT t.id FROM key_task t JOIN duty y ON y.key_task_id = t.id
                  JOIN completion c ON c.id = (SELECT MAX(x.id) FROM completion x WHERE x.key_task_id = t.id)
                 WHERE t.state = 'CLOSED' AND c.state = 'CLOSED' AND CASE WHEN y.state = 'ACKNOWLEDGED' THEN 1 ELSE 0 END <> (
                       SELECT COUNT(*) FROM score_event e WHERE e.source = CONCAT('COMPLETED/', c.id, '/', y.id))""");
        assertThat(strings(CHARGED))
                .as("steps of the ladder, by who answers for them")
                .containsExactlyInAnyOrderElementsOf(
                        strings("SELECT e.source FROM score_event e WHERE e.kind = 'ESCALATED' AND NOT EXISTS ("
                                + "SELECT 1 FROM (" + UNCONFIRMED
                                + ") u WHERE e.source = CONCAT('ESCALATED/', u.id, '/', e.duty_id))"));
        none(
                "steps of the ladder that nobody has a line of, although no dispute lay with the supervisors then",
                "SELECT u.id FROM (" + UNCONFIRMED + ") u WHERE NOT EXISTS ("
                        + "SELECT 1 FROM score_event e WHERE e.kind = 'ESCALATED'"
                        + " AND e.source = CONCAT('ESCALATED/', u.id, '/', e.duty_id)) AND NOT EXISTS ("
                        + "SELECT 1 FROM escalation g JOIN duty y ON y.key_task_id = g.key_task_id"
                        + " JOIN dispute x ON x.duty_id = y.id WHERE g.id = u.id AND x.signed_at <= g.raised_at"
                        + " AND (x.decided_at IS NULL OR x.decided_at >= g.raised_at))");
        none(
                "lines that nothing explains",
                "SELECT id FROM score_line WHERE rule_name = '' OR rule_version < 1 OR inputs = ''");
        none(
                "events that have not exactly one line in a ledger that has reached them",
                """
                SELECT e.id FROM score_event e
                  JOIN (SELECT 0 AS id, (SELECT MAX(id) FROM score_event) AS reached
                        UNION ALL SELECT id, reached FROM score_ledger) w ON e.id <= w.reached
                 WHERE (SELECT COUNT(*) FROM score_line l
                         WHERE l.ledger_id = w.id AND l.event_id = e.id AND l.part = 'LINE') <> 1""");
        none(
                "lines taken back without an appeal that was upheld",
                """
                SELECT l.id FROM score_line l WHERE l.part = 'COUNTER' AND NOT EXISTS (
                       SELECT 1 FROM score_appeal a WHERE a.event_id = l.event_id AND a.state = 'UPHELD')""");
        none(
                "appeals upheld whose line stands in the running ledger",
                """
                SELECT a.id FROM score_appeal a WHERE a.state = 'UPHELD' AND (
                       SELECT SUM(l.points) FROM score_line l WHERE l.event_id = a.event_id AND l.ledger_id = 0) <> 0""");
        none(
                "lines that count otherwise than in the running ledger, by the same rules",
                """
                SELECT l.id FROM score_line l
                  JOIN score_line first_line ON first_line.event_id = l.event_id AND first_line.ledger_id = 0
                       AND first_line.part = 'LINE'
                 WHERE l.ledger_id <> 0 AND l.part = 'LINE' AND l.rule_version = first_line.rule_version
                   AND (l.points <> first_line.points OR l.rule_name <> first_line.rule_name
                        OR l.inputs <> first_line.inputs)""");
    }

    /** A ledger of today has what the running one has, with all appeals that were upheld. */
    void countedAnew(Crowd crowd) {
        Account supervisor = crowd.roster().supervisor();
        crowd.actAnew(supervisor, "count scores anew", Traces.row("score_ledger"), () -> ledgers.begin("期末复核"));
        LedgerId ledger = new LedgerId(
                jdbc.sql("SELECT MAX(id) FROM score_ledger").query(Long.class).single());
        boolean finished = false;
        while (!finished) {
            finished = fixture.as(supervisor, () -> ledgers.goOn(ledger)).finished();
        }
        assertThat(points(ledger)).isEqualTo(points(LedgerId.RUNNING)).isNotEmpty();
        check();
    }

    private List<String> points(LedgerId ledger) {
        return jdbc.sql(
                        """
                        SELECT CONCAT(e.department_id, ' ', COUNT(*), ' ', SUM(l.points)) FROM score_line l
                          JOIN score_event e ON e.id = l.event_id
                         WHERE l.ledger_id = :ledger GROUP BY e.department_id ORDER BY e.department_id""")
                .param("ledger", ledger.value())
                .query(String.class)
                .list();
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private void none(String what, String sql) {
        assertThat(jdbc.sql(sql).query(Long.class).list()).as(what).isEmpty();
    }

    private int scored(String source) {
        return count("score_event WHERE source LIKE '" + source + "'");
    }

    /** A lead that does not wait for the due day leaves nothing to answer for. */
    private int contributionsMissed() {
        return (int) jdbc
                .sql("SELECT due_on, closed_at FROM contribution WHERE state = 'NOT_WAITED_FOR'")
                .query((row, number) ->
                        calendar.dayOf(Moments.read(row, "closed_at")).isAfter(Moments.readDay(row, "due_on")))
                .list()
                .stream()
                .filter(missed -> missed)
                .count();
    }

    private int count(String rows) {
        return jdbc.sql("SELECT COUNT(*) FROM " + rows).query(Integer.class).single();
    }
}
