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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What was suspended as one before is resumed as one, on both databases. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class SuspendedTreeMigrationTests {

    static final List<String> databases = Stream.of(
                    "jdbc:h2:mem:suspendedtree;DB_CLOSE_DELAY=-1", MariaDb.createDatabase())
            .toList();

    private static final String TOGETHER = "2026-03-03 10:00:00";
    private static final String BEFORE = "2026-03-02 10:00:00";

    @ParameterizedTest
    @FieldSource("databases")
    void knowsWhatStandsStillWithWhat(String url) throws Exception {
        migrate(url, "29");
        try (var connection = DriverManager.getConnection(url)) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql(
                            """
                            INSERT INTO directive (id, slug, title, issuer, jurisdiction, reporting, state)
                            VALUES (1, 'a', '试验文件', '试验机关', '国家', 'NONE', 'RUNNING')""")
                    .update();
            jdbc.sql(
                            """
                            INSERT INTO account (id, username, display_name, password_hash, enabled, created_at)
                            VALUES (3, 'c', '试验员', '-', TRUE, '2026-03-02 10:00:00')""")
                    .update();
            suspended(jdbc, 9, null, 24, TOGETHER);
            suspended(jdbc, 10, 9, 23, TOGETHER);
            suspended(jdbc, 11, 10, 22, TOGETHER);
            suspended(jdbc, 12, 9, 21, BEFORE);

            migrate(url, "30");

            assertThat(jdbc.sql("SELECT key_task_id FROM suspension WHERE with_id = 24 ORDER BY key_task_id")
                            .query(Long.class)
                            .list())
                    .containsExactly(10L, 11L);
            assertThat(jdbc.sql("SELECT key_task_id FROM open_item WHERE kind = 'RESUME' ORDER BY key_task_id")
                            .query(Long.class)
                            .list())
                    .as("what is looked at again by itself")
                    .containsExactly(9L, 12L);
        }
    }

    private static void suspended(JdbcClient jdbc, long task, Integer parent, long suspension, String since) {
        jdbc.sql(
                        """
                        INSERT INTO key_task (id, directive_id, row_no, title, original_due_on, due_on, state, percent, light,
                                              light_rule, light_days_to_due, light_elapsed, light_percent, light_at,
                                              escalation_level, launched_at, root_id, parent_id, suspended_at)
                        VALUES (:id, 1, :id, '试验任务', '2026-12-31', '2026-12-31', 'RUNNING', 30, 'GREY', 'SUSPENDED', 99,
                                1, 30, '2026-03-02 10:00:00', 0, '2026-03-02 10:00:00', 9, :parent, :since)""")
                .param("id", task)
                .param("parent", parent)
                .param("since", since)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO suspension (id, key_task_id, reason, review_on, suspended_by, suspended_at)
                        VALUES (:id, :task, '等待政策', '2026-04-01', 3, :since)""")
                .param("id", suspension)
                .param("task", task)
                .param("since", since)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO open_item (id, kind, subject_id, key_task_id, directive_id, due_on, opened_at)
                        VALUES (:id, 'RESUME', :task, :task, 1, '2026-04-01', :since)""")
                .param("id", 100 + task)
                .param("task", task)
                .param("since", since)
                .update();
    }
}
