package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Copies of what only grows: what was there at one moment is there at each later one, as it was. */
final class Archive {

    /** What of each table never changes. */
    private static final Map<String, String> KEPT = new LinkedHashMap<>();

    static {
        KEPT.put("timeline_event", "key_task_id, kind, department_id, actor_id, behalf_id, note, figure, occurred_at");
        KEPT.put(
                "escalation",
                "kind, subject_id, key_task_id, level_no, due_on, days_late, working_days_late, priority, times_returned,"
                        + " times_extended, addressee, rule_name, table_version, raised_at");
        KEPT.put(
                "reminder",
                "kind, subject_id, due_on, lead_days, working_days_left, rule_name, table_version, sent_at");
        KEPT.put(
                "light_change",
                "key_task_id, from_light, from_rule, light, light_rule, light_version, light_state, light_days_to_due,"
                        + " light_level, light_missed, light_verdict, light_elapsed, light_percent, light_at");
        KEPT.put("supervisor_verdict", "key_task_id, verdict, reason, given_by, given_at");
        // what a key task is urged for moves with it when it goes on that stood still
        KEPT.put("urge", "duty_id, cause, subject_id, sent_at, sent_by, department_id");
        KEPT.put(
                "report_submission",
                "report_id, department_id, round_no, percent, body, submitted_by, submitted_at, late");
        KEPT.put("key_task_closing", "key_task_id, state, outcome, due_on, percent, escalation_level, closed_at");
        KEPT.put("extension", "key_task_id, asked_by, asked_at");
        KEPT.put("duty_transfer", "duty_id, from_department_id, to_department_id, requested_by, requested_at");
        KEPT.put("duty_held", "duty_id, department_id, duty_role, held_from");
        KEPT.put("hand_over", "from_id, to_id, made_by, made_at, reason");
        KEPT.put("key_task", "division_row_id, parent_id, row_no, original_due_on, launched_at");
        KEPT.put("suspension", "key_task_id, reason, suspended_by, suspended_at");
        KEPT.put("sub_task_waiver", "key_task_id, reason, waived_by, waived_at");
        KEPT.put(
                "score_event",
                "source, timeline_event_id, kind, directive_id, key_task_id, duty_id, department_id, duty_role, due_on,"
                        + " working_days_late, level_no, outcome, due_basis, own_part, occurred_at");
        KEPT.put(
                "score_line",
                "ledger_id, event_id, part, points, rule_name, rule_version, inputs, counter_of, decided_at");
        KEPT.put("score_ledger", "made_by, note, rule_version, up_to, started_at");
        KEPT.put("score_appeal", "line_id, event_id, reason, due_on, appealed_by, appealed_at");
        KEPT.put("progress_report", "period_id, original_due_on");
    }

    private final JdbcClient jdbc;
    private final Map<String, Map<Long, String>> copies = new HashMap<>();

    Archive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Compares with the last copy, and takes the next. */
    void compare() {
        KEPT.forEach((table, columns) -> {
            Map<Long, String> now = read(table, columns);
            Map<Long, String> before = copies.put(table, now);
            if (before != null) {
                assertThat(before.entrySet().stream()
                                .filter(each -> !each.getValue().equals(now.get(each.getKey()))))
                        .as("rows of %s that changed or went", table)
                        .isEmpty();
            }
        });
    }

    private Map<Long, String> read(String table, String columns) {
        Map<Long, String> rows = new HashMap<>();
        jdbc.sql("SELECT id, CONCAT_WS('|', " + columns + ") AS kept FROM " + table)
                .query((row, number) -> rows.put(row.getLong("id"), row.getString("kept")))
                .list();
        return rows;
    }
}
