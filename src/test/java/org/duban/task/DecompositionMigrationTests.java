package org.duban.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Migrations.migrate;

import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.duban.support.MariaDb;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Key tasks from before there were sub-tasks stay what they are, on both databases. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class DecompositionMigrationTests {

    static final List<String> databases = Stream.of(
                    "jdbc:h2:mem:decomposition;DB_CLOSE_DELAY=-1", MariaDb.createDatabase())
            .toList();

    @ParameterizedTest
    @FieldSource("databases")
    void keepsWhatRowEachComesFrom(String url) throws Exception {
        migrate(url, "21");
        try (var connection = DriverManager.getConnection(url)) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (String row : List.of(
                    """
                    INSERT INTO directive (id, slug, title, issuer, jurisdiction, reporting, state)
                    VALUES (1, 'a', '试验文件', '试验机关', '国家', 'NONE', 'RUNNING')""",
                    """
                    INSERT INTO division_row (id, directive_id, position_no, row_no, title)
                    VALUES (7, 1, 1, '1', '试验任务')""",
                    """
                    INSERT INTO key_task (id, directive_id, division_row_id, row_no, title, original_due_on, due_on, state,
                                          percent, light, light_rule, light_days_to_due, light_elapsed, light_percent,
                                          light_at, escalation_level, launched_at)
                    VALUES (9, 1, 7, '1', '试验任务', '2026-12-31', '2026-12-31', 'RUNNING', 30, 'GREEN', 'ON_COURSE', 99,
                            1, 30, '2026-03-02 10:00:00', 0, '2026-03-02 10:00:00')""")) {
                jdbc.sql(row).update();
            }

            migrate(url, "23");

            assertThat(jdbc.sql("SELECT * FROM key_task").query().singleRow())
                    .containsEntry("division_row_id", 7L)
                    .containsEntry("root_id", 9L)
                    .containsEntry("parent_id", null)
                    .containsEntry("percent", 30)
                    .containsEntry("light_sub_task", "NONE");
            jdbc.sql("UPDATE key_task SET division_row_id = NULL").update();
            jdbc.sql("UPDATE key_task SET division_row_id = 7").update();
            assertThat(isTaken(jdbc)).as("a row is one key task").isTrue();
        }
    }

    private static boolean isTaken(JdbcClient jdbc) {
        try {
            jdbc.sql(
                            """
                            INSERT INTO key_task (id, directive_id, division_row_id, row_no, title, original_due_on, due_on,
                                                  state, percent, light, light_rule, light_days_to_due, light_elapsed,
                                                  light_percent, light_at, escalation_level, launched_at)
                            SELECT 10, directive_id, division_row_id, row_no, title, original_due_on, due_on, state, percent,
                                   light, light_rule, light_days_to_due, light_elapsed, light_percent, light_at,
                                   escalation_level, launched_at
                              FROM key_task""")
                    .update();
            return false;
        } catch (DuplicateKeyException taken) {
            return true;
        }
    }
}
