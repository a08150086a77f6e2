package org.duban.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Migrations.migrate;

import java.sql.DriverManager;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.duban.support.MariaDb;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What was recorded before is told as what is recorded since, on both databases. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class WaitsMigrationTests {

    static final List<String> databases = Stream.of("jdbc:h2:mem:waits;DB_CLOSE_DELAY=-1", MariaDb.createDatabase())
            .toList();

    @ParameterizedTest
    @FieldSource("databases")
    void knowsSinceWhenItLayWithTheSupervisorsAndWhatWasNeverSigned(String url) throws Exception {
        migrate(url, "23");
        try (var connection = DriverManager.getConnection(url)) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (String row : List.of(
                    """
                    INSERT INTO directive (id, slug, title, issuer, jurisdiction, reporting, state)
                    VALUES (1, 'a', '试验文件', '试验机关', '国家', 'NONE', 'RUNNING')""",
                    """
                    INSERT INTO key_task (id, directive_id, row_no, title, original_due_on, due_on, state, percent, light,
                                          light_rule, light_days_to_due, light_elapsed, light_percent, light_at,
                                          escalation_level, launched_at, root_id)
                    VALUES (9, 1, '1', '试验任务', '2026-12-31', '2026-12-31', 'RUNNING', 30, 'GREEN', 'ON_COURSE', 99,
                            1, 30, '2026-03-02 10:00:00', 0, '2026-03-02 10:00:00', 9)""",
                    """
                    INSERT INTO department (id, code, name, short_name, tier, jurisdiction, kind)
                    VALUES (2, 'b', '试验局', '试验局', 'PROVINCE', '国家', 'GOVERNMENT')""",
                    """
                    INSERT INTO account (id, username, display_name, password_hash, enabled, created_at)
                    VALUES (3, 'c', '试验员', '-', TRUE, '2026-03-02 10:00:00')""",
                    """
                    INSERT INTO duty (id, key_task_id, department_id, duty_role, position_no, state, acknowledge_by)
                    VALUES (4, 9, 2, 'LEAD', 0, 'ACKNOWLEDGED', '2026-03-04 10:00:00')""",
                    """
                    INSERT INTO completion (id, key_task_id, duty_id, statement, applied_by, applied_at, state, decided_at)
                    VALUES (11, 9, 4, '已完成', 3, '2026-03-05 10:00:00', 'SENT_BACK', '2026-03-12 10:00:00'),
                           (12, 9, 4, '已完成', 3, '2026-03-13 10:00:00', 'SENT_BACK', '2026-03-16 10:00:00'),
                           (13, 9, 4, '已完成', 3, '2026-03-17 10:00:00', 'TAKEN_BACK', '2026-03-18 10:00:00')""",
                    """
                    INSERT INTO countersignature (id, completion_id, key_task_id, duty_id, department_id, state, due_on,
                                                  asked_at, ended_at)
                    VALUES (21, 11, 9, 4, 2, 'AGREED', '2026-03-10', '2026-03-05 10:00:00', '2026-03-09 10:00:00')""",
                    """
                    INSERT INTO extension (id, key_task_id, duty_id, state, from_due_on, asked_due_on, reason, percent,
                                           progress, asked_by, asked_at, signed_at, ended_at)
                    VALUES (31, 9, 4, 'TAKEN_BACK', '2026-12-31', '2027-01-31', '汛期', 1, '一', 3, '2026-03-05 10:00:00',
                            NULL, '2026-03-06 10:00:00'),
                           (32, 9, 4, 'TAKEN_BACK', '2026-12-31', '2027-01-31', '汛期', 1, '一', 3, '2026-03-05 10:00:00',
                            '2026-03-07 09:00:00', '2026-03-07 10:00:00'),
                           (33, 9, 4, 'LAPSED', '2026-12-31', '2027-01-31', '汛期', 1, '一', 3, '2026-03-05 10:00:00',
                            NULL, '2026-03-08 10:00:00')""",
                    """
                    INSERT INTO timeline_event (id, key_task_id, kind, department_id, occurred_at)
                    VALUES (41, 9, 'EXTENSION_TAKEN_BACK', 2, '2026-03-06 10:00:00'),
                           (42, 9, 'EXTENSION_TAKEN_BACK', 2, '2026-03-07 10:00:00'),
                           (43, 9, 'EXTENSION_LAPSED', 2, '2026-03-08 10:00:00')""")) {
                jdbc.sql(row).update();
            }

            migrate(url, "27");

            assertThat(jdbc.sql("SELECT reached_at FROM completion ORDER BY id")
                            .query(LocalDateTime.class)
                            .list())
                    .as("the last countersignature; the application; never")
                    .containsExactly(LocalDateTime.of(2026, 3, 9, 10, 0), LocalDateTime.of(2026, 3, 13, 10, 0), null);
            assertThat(jdbc.sql("SELECT kind FROM timeline_event ORDER BY id")
                            .query(String.class)
                            .list())
                    .containsExactly("EXTENSION_DROPPED", "EXTENSION_TAKEN_BACK", "EXTENSION_UNSIGNED");

            jdbc.sql("UPDATE completion SET reached_at = '2026-03-11 10:00:00' WHERE id = 11")
                    .update();
            jdbc.sql("UPDATE completion SET reached_at = '2026-03-14 10:00:00' WHERE id = 12")
                    .update();
            jdbc.sql(
                            """
                            INSERT INTO site_check (id, completion_id, key_task_id, state, planned_on, inspectors, ordered_by,
                                                    ordered_at)
                            VALUES (51, 11, 9, 'CONFIRMED', '2026-03-11', '试验员', 3, '2026-03-10 10:00:00')""")
                    .update();

            migrate(url, "32");

            assertThat(jdbc.sql("SELECT reached_at FROM completion ORDER BY id")
                            .query(LocalDateTime.class)
                            .list())
                    .as("before the check, as it was at first; without one, as it was")
                    .containsExactly(LocalDateTime.of(2026, 3, 9, 10, 0), LocalDateTime.of(2026, 3, 14, 10, 0), null);
        }
    }
}
