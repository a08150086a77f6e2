package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was done, counted twice: by the actions that were acknowledged ({@link Traces}) and by what is in the ledger. And
 * the ledger counted twice: by its timeline and by its tables, for what people do and for what the clock does.
 */
final class Shadow {

    /** Besides the timeline: by the name in the traces, where the rows are. */
    private static final Map<String, String> TABLES = Map.of(
            "substitution",
            "substitution WHERE made_by = absent_id",
            "hand_over",
            "hand_over",
            "score_ledger",
            "score_ledger");

    /** What people do, and the rows that say the same. */
    private static final Map<String, Kind[]> BY_PEOPLE = new LinkedHashMap<>();

    /** What the clock does, in the same way. */
    private static final Map<String, Kind[]> BY_THE_CLOCK = new LinkedHashMap<>();

    static {
        people("report_submission", Kind.REPORT_SUBMITTED);
        people("report_submission WHERE decision = 'RETURNED'", Kind.REPORT_RETURNED);
        people("report_submission WHERE decision = 'RECALLED'", Kind.REPORT_RECALLED);
        people("report_submission WHERE decision = 'ACCEPTED' OR decision = 'RECALLED'", Kind.REPORT_ACCEPTED);
        people("progress_report WHERE final_report = TRUE", Kind.FINAL_REPORT_BEGUN);
        people("contribution WHERE state = 'SUBMITTED'", Kind.CONTRIBUTED);
        people("duty_transfer WHERE decision = 'APPROVED'", Kind.DUTY_TRANSFERRED);
        people("duty_transfer WHERE decision = 'REFUSED'", Kind.TRANSFER_REFUSED);
        people("dispute WHERE decision = 'DUTY_CONFIRMED'", Kind.DUTY_CONFIRMED);
        people("dispute WHERE decision = 'DUTY_CHANGED'", Kind.DUTY_CHANGED);
        people("dispute WHERE decision = 'WITHDRAWN'", Kind.DUTY_WITHDRAWN);
        people("dispute WHERE decision = 'REJECTED'", Kind.DISPUTE_REJECTED);
        people("succession_proposal WHERE decision = 'ACCEPTED'", Kind.DUTY_SUCCEEDED);
        people("succession_proposal WHERE decision = 'DECLINED'", Kind.SUCCESSION_DECLINED);
        people("extension WHERE signed_at IS NOT NULL", Kind.EXTENSION_SUBMITTED);
        people("extension WHERE state = 'APPROVED'", Kind.EXTENSION_APPROVED);
        people("extension WHERE state = 'REFUSED'", Kind.EXTENSION_REFUSED);
        people("extension WHERE state = 'REJECTED'", Kind.EXTENSION_REJECTED);
        people("extension WHERE state = 'TAKEN_BACK'", Kind.EXTENSION_TAKEN_BACK, Kind.EXTENSION_DROPPED);
        people("instruction", Kind.INSTRUCTION_WRITTEN);
        people("instruction WHERE state = 'DONE'", Kind.INSTRUCTION_DONE);
        people("instruction_answer", Kind.INSTRUCTION_ASSIGNED);
        people("instruction_reply WHERE answered_at IS NOT NULL", Kind.INSTRUCTION_ANSWERED);
        people("instruction_reply WHERE returned_at IS NOT NULL", Kind.INSTRUCTION_RETURNED);
        people("instruction_result", Kind.INSTRUCTION_REPORTED);
        people("instruction_result WHERE confirmed = FALSE", Kind.INSTRUCTION_ASKED_AGAIN);
        people("urge WHERE cause = 'BY_HAND'", Kind.URGED);
        people("urge WHERE received_at IS NOT NULL", Kind.URGE_RECEIVED);
        people("escalation_receipt WHERE received_at IS NOT NULL", Kind.ESCALATION_RECEIVED);
        people("supervisor_verdict", Kind.VERDICT_GIVEN, Kind.VERDICT_TAKEN_BACK);
        people("completion", Kind.COMPLETION_APPLIED);
        people("completion WHERE state = 'CLOSED'", Kind.CLOSED);
        people("completion WHERE state = 'SENT_BACK'", Kind.COMPLETION_SENT_BACK);
        people("completion WHERE state = 'TAKEN_BACK'", Kind.COMPLETION_TAKEN_BACK);
        people("countersignature WHERE state = 'AGREED'", Kind.COUNTERSIGNED);
        people("countersignature WHERE state = 'RETURNED'", Kind.COUNTERSIGN_RETURNED);
        people("countersignature WHERE state = 'WAIVED'", Kind.COUNTERSIGN_WAIVED);
        people("site_check", Kind.SITE_CHECK_ORDERED);
        people("site_check WHERE finding IS NOT NULL", Kind.SITE_CHECK_RECORDED);
        people("key_task_closing WHERE state = 'CLOSED'", Kind.CLOSED);
        people("key_task_closing WHERE state = 'WITHDRAWN'", Kind.TASK_WITHDRAWN, Kind.MERGED_INTO);
        people("key_task_closing WHERE reopened_at IS NOT NULL", Kind.REOPENED);
        people("suspension", Kind.SUSPENDED);
        people("suspension WHERE ending = 'RESUMED'", Kind.RESUMED);
        people("sub_task", Kind.SPLIT_OFF);
        people("sub_task_waiver", Kind.SUB_TASKS_WAIVED);
        people("sub_task_waiver WHERE revoked_by IS NOT NULL", Kind.SUB_TASKS_AWAITED);
        people("score_appeal", Kind.SCORE_APPEALED);
        people("score_appeal WHERE state = 'UPHELD'", Kind.SCORE_APPEAL_UPHELD);
        people("score_appeal WHERE state = 'REFUSED'", Kind.SCORE_APPEAL_REFUSED);
        people("score_appeal WHERE state = 'TAKEN_BACK'", Kind.SCORE_APPEAL_TAKEN_BACK);
        people("score_line WHERE ledger_id = 0 AND part = 'COUNTER'", Kind.SCORE_APPEAL_UPHELD);
        clock("key_task WHERE parent_id IS NULL", Kind.LAUNCHED);
        clock("urge WHERE cause = 'ACKNOWLEDGEMENT_LATE'", Kind.ACKNOWLEDGEMENT_URGED);
        clock("urge WHERE cause = 'REPORT_LATE'", Kind.REPORT_URGED);
        clock("urge WHERE cause = 'CONTRIBUTION_LATE'", Kind.CONTRIBUTION_URGED);
        clock("escalation WHERE kind = 'TASK'", Kind.ESCALATED);
        clock("escalation WHERE kind = 'REPORT' AND level_no > 1", Kind.REPORT_ESCALATED);
        clock("urge WHERE cause = 'INSTRUCTION_LATE'", Kind.INSTRUCTION_URGED);
        clock("escalation WHERE kind = 'CONTRIBUTION' AND level_no > 1", Kind.CONTRIBUTION_ESCALATED);
        clock("escalation WHERE kind = 'INSTRUCTION' AND level_no > 1", Kind.INSTRUCTION_ESCALATED);
        clock("escalation WHERE kind = 'ACKNOWLEDGEMENT' AND level_no > 1", Kind.ACKNOWLEDGEMENT_ESCALATED);
        clock("progress_report WHERE state = 'MISSED'", Kind.REPORT_MISSED);
        clock("contribution WHERE state = 'NOT_WAITED_FOR'", Kind.CONTRIBUTION_NOT_WAITED_FOR);
        clock("extension WHERE state = 'LAPSED'", Kind.EXTENSION_LAPSED, Kind.EXTENSION_UNSIGNED);
        clock("succession_proposal", Kind.SUCCESSION_PROPOSED);
        clock("sub_task_waiver WHERE revoked_at IS NOT NULL AND revoked_by IS NULL", Kind.SUB_TASKS_AWAITED);
    }

    private Shadow() {}

    private static void people(String rows, Kind... kinds) {
        BY_PEOPLE.put(rows, kinds);
    }

    private static void clock(String rows, Kind... kinds) {
        BY_THE_CLOCK.put(rows, kinds);
    }

    /** What is in the ledger of all that people did. */
    static Traces ofPeople(JdbcClient jdbc) {
        Traces found = timeline(jdbc, "IS NOT NULL");
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            int rows = count(jdbc, table.getValue());
            found = rows == 0 ? found : found.plus(new Traces(Map.of(table.getKey(), rows)));
        }
        return found;
    }

    /** What is in the ledger of all that the clock did. */
    static Traces ofTheClock(JdbcClient jdbc) {
        return timeline(jdbc, "IS NULL")
                .plus(new Traces(
                        Map.of("reminder", count(jdbc, "reminder"), "light_change", count(jdbc, "light_change"))));
    }

    /** The timeline says as much as the tables do. */
    static void agrees(JdbcClient jdbc) {
        Traces people = timeline(jdbc, "IS NOT NULL");
        BY_PEOPLE.forEach((rows, kinds) -> agree(jdbc, rows, people, kinds));
        assertThat(count(jdbc, "substitution WHERE made_by <> absent_id"))
                .as("substitutions that came with a hand-over")
                .isEqualTo(count(jdbc, "hand_over_item WHERE kind = 'SUBSTITUTION'"));
        Traces clock = timeline(jdbc, "IS NULL");
        BY_THE_CLOCK.forEach((rows, kinds) -> agree(jdbc, rows, clock, kinds));
    }

    private static void agree(JdbcClient jdbc, String rows, Traces timeline, Kind... kinds) {
        int expected = 0;
        for (Kind kind : kinds) {
            expected += timeline.times(kind);
        }
        assertThat(count(jdbc, rows)).as("rows of %s", rows).isEqualTo(expected);
    }

    private static Traces timeline(JdbcClient jdbc, String actor) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("SELECT kind, COUNT(*) AS times FROM timeline_event WHERE actor_id " + actor + " GROUP BY kind")
                .query((row, number) -> counts.put(row.getString("kind"), row.getInt("times")))
                .list();
        return new Traces(counts);
    }

    private static int count(JdbcClient jdbc, String rows) {
        return jdbc.sql("SELECT COUNT(*) FROM " + rows).query(Integer.class).single();
    }
}
