package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.rule.Decision;
import org.duban.rule.DecisionTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** DESIGN, invariant 4: each light and each step of the ladder follows from its inputs by the rule and version it names. */
@Component
class Explained {

    private record Said(long id, Map<String, Object> inputs, String rule, int version, String result) {}

    private final DecisionTables tables;
    private final JdbcClient jdbc;

    Explained(DecisionTables tables, JdbcClient jdbc) {
        this.tables = tables;
        this.jdbc = jdbc;
    }

    void check() {
        check("light", "light", lights("key_task"));
        check("light", "light", lights("light_change"));
        check("escalation", "level", escalations());
        check("score", "points", scoreLines());
        assertThat(jdbc.sql(
                                "SELECT id FROM score_line WHERE inputs LIKE '%ownPart=true' AND part = 'LINE' AND points > 0")
                        .query(Long.class)
                        .list())
                .as("points for tasks that a department made for itself")
                .isEmpty();
        assertThat(jdbc.sql(
                                """
                                SELECT id FROM reminder WHERE rule_name = '' OR table_version < 1
                                    OR working_days_left < 0 OR working_days_left > lead_days""")
                        .query(Long.class)
                        .list())
                .as("reminders that nothing explains")
                .isEmpty();
    }

    private void check(String table, String output, List<Said> all) {
        Map<Map<String, Object>, Decision> decided = new HashMap<>();
        for (Said said : all) {
            Decision decision = decided.computeIfAbsent(said.inputs(), inputs -> tables.decide(table, inputs));
            assertThat(List.of(said.rule(), said.version(), said.result()))
                    .as("%s %s by %s", table, said.id(), said.inputs())
                    .isEqualTo(List.of(
                            decision.rule(),
                            decision.version(),
                            String.valueOf(decision.outputs().get(output))));
        }
    }

    private List<Said> lights(String table) {
        return jdbc.sql("SELECT * FROM " + table)
                .query((row, number) -> new Said(
                        row.getLong("id"),
                        Map.of(
                                "state", row.getString("light_state"),
                                "daysToDue", row.getInt("light_days_to_due"),
                                "escalationLevel", row.getInt("light_level"),
                                "missedReports", row.getInt("light_missed"),
                                "verdict", row.getString("light_verdict"),
                                "pointsBehind", row.getInt("light_elapsed") - row.getInt("light_percent"),
                                "elapsedShare", row.getInt("light_elapsed"),
                                "reportedPercent", row.getInt("light_percent"),
                                "worstSubTask", row.getString("light_sub_task")),
                        row.getString("light_rule"),
                        row.getInt("light_version"),
                        row.getString("light")))
                .list();
    }

    /** Points of what takes a line back have the other sign. */
    private List<Said> scoreLines() {
        return jdbc.sql("SELECT * FROM score_line WHERE inputs NOT LIKE '%ownPart%'")
                .query((row, number) -> new Said(
                        row.getLong("id"),
                        scoreInputs(row.getString("inputs")),
                        row.getString("rule_name"),
                        row.getInt("rule_version"),
                        String.valueOf((row.getString("part").equals("COUNTER") ? -1 : 1) * row.getInt("points"))))
                .list();
    }

    private static Map<String, Object> scoreInputs(String text) {
        Map<String, Object> inputs = new HashMap<>();
        for (String each : text.split(" ")) {
            String[] parts = each.split("=");
            boolean number = parts[1].matches("\\d+");
            inputs.put(parts[0], number ? Integer.valueOf(parts[1]) : parts[1]);
        }
        return inputs;
    }

    private List<Said> escalations() {
        return jdbc.sql("SELECT * FROM escalation")
                .query((row, number) -> new Said(
                        row.getLong("id"),
                        Map.of(
                                "kind", row.getString("kind"),
                                "workingDaysLate", row.getInt("working_days_late"),
                                "priority", row.getString("priority"),
                                "timesReturned", row.getInt("times_returned"),
                                "timesExtended", row.getInt("times_extended")),
                        row.getString("rule_name"),
                        row.getInt("table_version"),
                        row.getString("level_no")))
                .list();
    }
}
