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

/** What was there before history kept its departments gets that of the time, on both databases. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class DepartmentOfTheTimeMigrationTests {

    static final List<String> databases = Stream.of(
                    "jdbc:h2:mem:department-of-the-time;DB_CLOSE_DELAY=-1", MariaDb.createDatabase())
            .toList();

    @ParameterizedTest
    @FieldSource("databases")
    void saysWhoAppliedAskedAndWasReminded(String url) throws Exception {
        migrate(url, "23");
        try (var connection = DriverManager.getConnection(url)) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (String row : List.of(
                    """
                    INSERT INTO directive (id, slug, title, issuer, jurisdiction, reporting, state)
                    VALUES (1, 'a', '试验文件', '试验机关', '国家', 'NONE', 'RUNNING')""",
                    """
                    INSERT INTO department (id, code, name, short_name, tier, jurisdiction, kind)
                    VALUES (2, 'old', '原部门', '原部门', 'NATIONAL', '国家', 'OFFICE'),
                           (3, 'new', '新部门', '新部门', 'NATIONAL', '国家', 'OFFICE')""",
                    """
                    INSERT INTO key_task (id, directive_id, root_id, row_no, title, original_due_on, due_on, state, percent,
                                          light, light_rule, light_days_to_due, light_elapsed, light_percent, light_at,
                                          escalation_level, launched_at)
                    VALUES (9, 1, 9, '1', '试验任务', '2026-12-31', '2026-12-31', 'RUNNING', 30, 'GREEN', 'ON_COURSE', 99,
                            1, 30, '2026-03-02 10:00:00', 0, '2026-03-02 10:00:00')""",
                    """
                    INSERT INTO duty (id, key_task_id, department_id, duty_role, state, position_no, acknowledge_by)
                    VALUES (5, 9, 3, 'LEAD', 'ACKNOWLEDGED', 1, '2026-03-04 10:00:00')""",
                    """
                    INSERT INTO duty_transfer (id, duty_id, from_department_id, to_department_id, reason, requested_by,
                                               requested_at, decision, decided_at)
                    VALUES (6, 5, 2, 3, '调整', 1, '2026-03-10 10:00:00', 'APPROVED', '2026-03-10 10:00:00')""",
                    """
                    INSERT INTO completion (id, key_task_id, duty_id, statement, applied_by, applied_at, state, decided_at)
                    VALUES (11, 9, 5, '已完成', 1, '2026-03-05 10:00:00', 'RETURNED', '2026-03-06 10:00:00'),
                           (12, 9, 5, '已完成', 1, '2026-03-12 10:00:00', 'RETURNED', '2026-03-13 10:00:00'),
                           (13, 9, 5, '已完成', 1, '2026-03-14 10:00:00', 'VERIFYING', NULL)""",
                    """
                    INSERT INTO timeline_event (id, key_task_id, kind, department_id, occurred_at)
                    VALUES (20, 9, 'COMPLETION_APPLIED', 2, '2026-03-05 10:00:00'),
                           (21, 9, 'EXTENSION_ASKED', 2, '2026-03-07 10:00:00'),
                           (22, 9, 'COMPLETION_APPLIED', 3, '2026-03-12 10:00:01'),
                           (23, 9, 'COMPLETION_APPLIED', 2, '2026-03-14 10:00:00')""",
                    """
                    INSERT INTO extension (id, key_task_id, duty_id, state, from_due_on, asked_due_on, reason, percent,
                                           progress, asked_by, asked_at)
                    VALUES (31, 9, 5, 'REJECTED', '2026-12-31', '2027-01-31', '汛期', 30, '三成', 1, '2026-03-07 10:00:00'),
                           (32, 9, 5, 'DECIDING', '2026-12-31', '2027-01-31', '汛期', 30, '三成', 1, '2026-03-07 10:00:00')""",
                    """
                    INSERT INTO reminder (id, kind, subject_id, key_task_id, duty_id, due_on, lead_days, working_days_left,
                                          rule_name, table_version, sent_at)
                    VALUES (41, 'REPORT', 1, 9, 5, '2026-03-08', 3, 3, 'R', 1, '2026-03-04 10:00:00'),
                           (42, 'REPORT', 1, 9, 5, '2026-03-15', 3, 3, 'R', 1, '2026-03-12 10:00:00'),
                           (43, 'TASK', 9, 9, NULL, '2026-12-31', 3, 3, 'R', 1, '2026-03-04 10:00:00')""")) {
                jdbc.sql(row).update();
            }

            migrate(url, "25");

            assertThat(departments(jdbc, "completion"))
                    .as("an open one is that of whoever has the duty")
                    .containsExactly(2L, 3L, 3L);
            assertThat(departments(jdbc, "extension")).containsExactly(2L, 3L);
            assertThat(departments(jdbc, "reminder")).containsExactly(2L, 3L, null);
        }
    }

    private static List<Long> departments(JdbcClient jdbc, String table) {
        return jdbc.sql("SELECT department_id FROM " + table + " ORDER BY id")
                .query((row, number) -> row.getObject(1, Long.class))
                .list();
    }
}
