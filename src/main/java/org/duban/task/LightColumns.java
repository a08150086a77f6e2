package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A reading of a light as a row keeps it: the same columns in the key task and in each change. */
final class LightColumns {

    static final String NAMES =
            """
            light, light_rule, light_version, light_threshold, light_state, light_days_to_due, light_level, light_missed,
            light_verdict, light_elapsed, light_percent, light_sub_task, light_sub_task_no, light_at""";

    static final String VALUES =
            """
            :light, :lightRule, :lightVersion, :lightThreshold, :lightState, :lightDaysToDue, :lightLevel, :lightMissed,
            :lightVerdict, :lightElapsed, :lightPercent, :lightSubTask, :lightSubTaskNo, :lightAt""";

    static final String ASSIGNMENTS =
            """
            light = :light, light_rule = :lightRule, light_version = :lightVersion, light_threshold = :lightThreshold,
            light_state = :lightState, light_days_to_due = :lightDaysToDue, light_level = :lightLevel,
            light_missed = :lightMissed, light_verdict = :lightVerdict, light_elapsed = :lightElapsed,
            light_percent = :lightPercent, light_sub_task = :lightSubTask, light_sub_task_no = :lightSubTaskNo,
            light_at = :lightAt""";

    private LightColumns() {}

    /** The names, of a table with this alias. */
    static String of(String alias) {
        return Stream.of(NAMES.split(",\\s*")).map(name -> alias + "." + name).collect(Collectors.joining(", "));
    }

    static StatementSpec bind(StatementSpec statement, LightReading reading) {
        LightInputs inputs = reading.inputs();
        return statement
                .param("light", reading.light().name())
                .param("lightRule", reading.rule())
                .param("lightVersion", reading.version())
                .param("lightThreshold", reading.threshold())
                .param("lightState", inputs.state().name())
                .param("lightDaysToDue", inputs.daysToDue())
                .param("lightLevel", inputs.escalationLevel())
                .param("lightMissed", inputs.missedReports())
                .param("lightVerdict", inputs.verdict().name())
                .param("lightElapsed", inputs.elapsedPercent())
                .param("lightPercent", inputs.percent())
                .param("lightSubTask", inputs.subTask().worst())
                .param("lightSubTaskNo", inputs.subTask().no())
                .param("lightAt", Moments.toDatabase(reading.at()));
    }

    static LightReading map(ResultSet row) throws SQLException {
        return new LightReading(
                Light.valueOf(row.getString("light")),
                row.getString("light_rule"),
                row.getInt("light_threshold"),
                row.getInt("light_version"),
                new LightInputs(
                        LightInputs.State.valueOf(row.getString("light_state")),
                        row.getInt("light_days_to_due"),
                        row.getInt("light_level"),
                        row.getInt("light_missed"),
                        Verdict.valueOf(row.getString("light_verdict")),
                        row.getInt("light_elapsed"),
                        row.getInt("light_percent"),
                        SubTaskLight.of(row.getString("light_sub_task"), row.getString("light_sub_task_no"))),
                Moments.read(row, "light_at"));
    }
}
