package org.duban.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Migrations.migrate;

import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.duban.support.MariaDb;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What was there before the facts of the time were kept gets those that are known, on both databases. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class FactsOfTheTimeMigrationTests {

    static final List<String> databases = Stream.of(
                    "jdbc:h2:mem:facts-of-the-time;DB_CLOSE_DELAY=-1", MariaDb.createDatabase())
            .toList();

    @ParameterizedTest
    @FieldSource("databases")
    void knowsWhoHadADutyWhoHandedInAndUntilWhenItWasInTime(String url) throws Exception {
        migrate(url, "29");
        try (var connection = DriverManager.getConnection(url)) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (String row : List.of(
                    """
                    INSERT INTO directive (id, slug, title, issuer, jurisdiction, reporting, state)
                    VALUES (1, 'a', '试验文件', '试验机关', '国家', 'MONTHLY', 'RUNNING')""",
                    """
                    INSERT INTO department (id, code, name, short_name, tier, jurisdiction, kind)
                    VALUES (2, 'old', '原部门', '原部门', 'NATIONAL', '国家', 'OFFICE'),
                           (3, 'new', '新部门', '新部门', 'NATIONAL', '国家', 'OFFICE'),
                           (4, 'gone', '撤销部门', '撤销部门', 'NATIONAL', '国家', 'OFFICE')""",
                    """
                    INSERT INTO account (id, username, display_name, password_hash, enabled, created_at)
                    VALUES (1, 'c', '试验员', '-', TRUE, '2026-03-02 10:00:00')""",
                    """
                    INSERT INTO key_task (id, directive_id, root_id, row_no, title, original_due_on, due_on, state, percent,
                                          light, light_rule, light_days_to_due, light_elapsed, light_percent, light_at,
                                          escalation_level, launched_at)
                    VALUES (9, 1, 9, '1', '试验任务', '2026-04-10', '2026-04-24', 'RUNNING', 30, 'GREEN', 'ON_COURSE', 99,
                            1, 30, '2026-03-02 10:00:00', 0, '2026-03-02 10:00:00'),
                           (10, 1, 9, '1-1', '分工任务', '2026-04-10', '2026-04-10', 'RUNNING', 30, 'GREEN', 'ON_COURSE', 99,
                            1, 30, '2026-03-02 10:00:00', 0, '2026-03-02 10:00:00')""",
                    """
                    INSERT INTO duty (id, key_task_id, department_id, duty_role, state, position_no, acknowledge_by,
                                      acknowledged_at)
                    VALUES (5, 9, 3, 'LEAD', 'ACKNOWLEDGED', 1, '2026-03-04 10:00:00', '2026-03-20 10:00:00'),
                           (6, 9, 2, 'COOPERATING', 'ACKNOWLEDGED', 2, '2026-03-04 10:00:00', '2026-03-03 10:00:00'),
                           (7, 10, 3, 'LEAD', 'WITHDRAWN', 1, '2026-03-04 10:00:00', NULL)""",
                    """
                    INSERT INTO dispute (id, duty_id, reason, raised_by, raised_at, decision, decided_at)
                    VALUES (8, 7, '不属职责', 1, '2026-03-03 10:00:00', 'WITHDRAWN', '2026-03-06 10:00:00')""",
                    """
                    INSERT INTO duty_transfer (id, duty_id, from_department_id, to_department_id, reason, requested_by,
                                               requested_at, decision, decided_at, acknowledged_at)
                    VALUES (61, 5, 2, 3, '调整', 1, '2026-03-18 10:00:00', 'APPROVED', '2026-03-18 10:00:00',
                            '2026-03-03 10:00:00'),
                           (62, 5, 3, 2, '退回', 1, '2026-03-21 10:00:00', 'REFUSED', '2026-03-22 10:00:00', NULL)""",
                    """
                    INSERT INTO succession_proposal (id, duty_id, department_id, proposed_at, decision, successor_id, decided_at)
                    VALUES (63, 6, 4, '2026-03-05 10:00:00', 'ACCEPTED', 2, '2026-03-06 10:00:00')""",
                    """
                    INSERT INTO completion (id, key_task_id, duty_id, department_id, statement, applied_by, applied_at, state,
                                            decided_at)
                    VALUES (11, 9, 5, 3, '已完成', 1, '2026-04-08 10:00:00', 'RETURNED', '2026-04-09 10:00:00'),
                           (12, 9, 5, 3, '已完成', 1, '2026-04-15 10:00:00', 'VERIFYING', NULL),
                           (13, 10, 7, 3, '已完成', 1, '2026-04-15 10:00:00', 'VERIFYING', NULL)""",
                    """
                    INSERT INTO suspension (id, key_task_id, reason, review_on, suspended_by, suspended_at, ending, ended_at,
                                            old_due_on, new_due_on)
                    VALUES (21, 9, '等待', '2026-05-01', 1, '2026-04-15 11:00:00', 'RESUMED', '2026-04-29 10:00:00',
                            '2026-04-10', '2026-04-24')""",
                    """
                    INSERT INTO reporting_period (id, directive_id, from_day, to_day, due_on, opened_at)
                    VALUES (31, 1, '2026-03-01', '2026-03-31', '2026-03-27', '2026-03-16 00:00:00')""",
                    """
                    INSERT INTO progress_report (id, period_id, duty_id, key_task_id, department_id, state, original_due_on,
                                                 due_on, draft_revision, times_returned)
                    VALUES (32, 31, 5, 9, 3, 'SUBMITTED', '2026-03-27', '2026-03-27', 0, 1)""",
                    """
                    INSERT INTO report_submission (id, report_id, round_no, percent, body, submitted_by, submitted_at, late)
                    VALUES (33, 32, 1, 10, '按计划', 1, '2026-03-17 10:00:00', FALSE),
                           (34, 32, 2, 10, '按计划', 1, '2026-03-25 10:00:00', FALSE)""",
                    """
                    INSERT INTO timeline_event (id, key_task_id, kind, department_id, occurred_at)
                    VALUES (41, 10, 'SPLIT_OFF', 3, '2026-03-02 10:00:00')""",
                    """
                    INSERT INTO score_event (id, source, timeline_event_id, kind, directive_id, key_task_id, duty_id,
                                             department_id, duty_role, working_days_late, level_no, outcome, due_basis,
                                             occurred_at)
                    VALUES (51, 'URGED/1', 41, 'URGED', 1, 10, 7, 3, 'LEAD', 0, 0, 'NONE', 'ORIGINAL', '2026-03-05 10:00:00'),
                           (52, 'URGED/2', 41, 'URGED', 1, 10, 7, 2, 'LEAD', 0, 0, 'NONE', 'ORIGINAL', '2026-03-05 10:00:00'),
                           (53, 'URGED/3', 41, 'URGED', 1, 9, 5, 3, 'LEAD', 0, 0, 'NONE', 'ORIGINAL', '2026-03-05 10:00:00')""")) {
                jdbc.sql(row).update();
            }

            migrate(url, "31");

            assertThat(list(jdbc, "SELECT due_on FROM completion ORDER BY id", LocalDate.class))
                    .as("the day before it was moved; that of the key task")
                    .containsExactly(LocalDate.of(2026, 4, 10), LocalDate.of(2026, 4, 10), LocalDate.of(2026, 4, 10));
            assertThat(list(jdbc, "SELECT department_id FROM report_submission ORDER BY id", Long.class))
                    .containsExactly(2L, 3L);
            assertThat(list(
                            jdbc,
                            """
                            SELECT CONCAT(duty_id, ' ', department_id, ' ', SUBSTRING(CAST(held_from AS CHAR(19)), 6, 5), ' ',
                                          COALESCE(SUBSTRING(CAST(held_until AS CHAR(19)), 6, 5), 'now'), ' ',
                                          COALESCE(SUBSTRING(CAST(signed_at AS CHAR(19)), 6, 5), 'unsigned'))
                              FROM duty_held ORDER BY duty_id, held_from""",
                            String.class))
                    .containsExactly(
                            "5 2 03-02 03-18 03-03",
                            "5 3 03-18 now 03-20",
                            "6 4 03-02 03-06 03-03",
                            "6 2 03-06 now 03-03",
                            "7 3 03-02 03-06 unsigned");
            assertThat(list(jdbc, "SELECT id FROM score_event WHERE own_part = TRUE", Long.class))
                    .containsExactly(51L);
        }
    }

    private static <T> List<T> list(JdbcClient jdbc, String sql, Class<T> type) {
        return jdbc.sql(sql).query(type).list();
    }
}
