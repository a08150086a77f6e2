package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.duban.account.Account;
import org.duban.process.LedgerAgreesWithEngine;
import org.duban.support.Fixture;
import org.duban.task.KeyTaskFilter;
import org.duban.task.KeyTasks;
import org.duban.task.LedgerKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** DESIGN §3, asserted over a whole database after a life. */
@Component
class Invariants {

    private final LedgerAgreesWithEngine ledgerAndEngine;
    private final KeyTasks tasks;
    private final Fixture fixture;
    private final JdbcClient jdbc;
    private final DataSource dataSource;

    Invariants(
            LedgerAgreesWithEngine ledgerAndEngine,
            KeyTasks tasks,
            Fixture fixture,
            JdbcClient jdbc,
            DataSource dataSource) {
        this.ledgerAndEngine = ledgerAndEngine;
        this.tasks = tasks;
        this.fixture = fixture;
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** What must hold at any moment between two actions. */
    void holdNow() {
        ledgerAndEngine.check();
        noTaskTwice();
        lateStaysLate();
        everythingIsExplained();
    }

    /** What must hold in the end, too. */
    void held(Crowd crowd) {
        holdNow();
        everybodySeesTheirOwn(crowd);
        noClockButOurs();
    }

    /** Invariant 1. */
    private void noTaskTwice() {
        assertThat(strings("SELECT division_row_id FROM key_task WHERE division_row_id IS NOT NULL"))
                .doesNotHaveDuplicates();
    }

    /** Invariant 3: each hand-in says whether it was late, by the day that held then; original days are what they were. */
    private void lateStaysLate() {
        assertThat(
                        strings(
                                """
                        SELECT t.id FROM key_task t JOIN division_row r ON r.id = t.division_row_id
                         WHERE r.due_on IS NOT NULL AND t.original_due_on <> r.due_on"""))
                .as("key tasks whose original due day changed")
                .isEmpty();
        assertThat(strings("SELECT t.id FROM key_task t WHERE t.due_on < t.original_due_on"))
                .as("due days that went back")
                .isEmpty();
        assertThat(strings("SELECT g.id FROM progress_report g WHERE g.due_on < g.original_due_on"))
                .as("due days of reports that went back")
                .isEmpty();
        assertThat(
                        strings(
                                """
                        SELECT g.id FROM progress_report g
                         WHERE g.first_submitted_at IS NULL
                           AND EXISTS (SELECT 1 FROM report_submission s WHERE s.report_id = g.id)"""))
                .as("reports without the moment of their first hand-in")
                .isEmpty();
        assertThat(
                        strings(
                                "SELECT t.id FROM key_task t WHERE t.state = 'CLOSED' AND (t.closed_at IS NULL OR t.outcome IS NULL)"))
                .as("closed without moment or outcome")
                .isEmpty();
    }

    /** Invariant 4. */
    private void everythingIsExplained() {
        assertThat(strings("SELECT id FROM key_task WHERE light_rule = '' OR light_at IS NULL"))
                .isEmpty();
        assertThat(strings("SELECT id FROM escalation WHERE rule_name = '' OR raised_at IS NULL"))
                .isEmpty();
    }

    /** Invariant 5: what the services list to the people of a department is what it has duties on, no more and no less. */
    private void everybodySeesTheirOwn(Crowd crowd) {
        List<Long> departments = jdbc.sql("SELECT DISTINCT department_id FROM duty ORDER BY department_id")
                .query(Long.class)
                .list();
        for (Long department : departments) {
            Account staff = crowd.staff(new org.duban.organisation.DepartmentId(department));
            List<Long> seen =
                    fixture.as(staff, () -> tasks.list(KeyTaskFilter.ALL, LedgerKey.START, 1000)).rows().stream()
                            .map(row -> row.task().id().value())
                            .toList();
            assertThat(seen)
                    .as("key tasks that department %s sees", department)
                    .containsExactlyInAnyOrderElementsOf(jdbc.sql(
                                    """
                                            SELECT DISTINCT key_task_id FROM duty
                                             WHERE department_id = :department AND state <> 'WITHDRAWN'""")
                            .param("department", department)
                            .query(Long.class)
                            .list());
        }
    }

    /** Invariant 7: no moment in our tables is of the system's clock, which stands far before the end of the life. */
    private void noClockButOurs() {
        Instant from = PlanLife.BEGINS.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant to = PlanLife.ENDS.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<String> strangers = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet columns = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            List<String[]> moments = new ArrayList<>();
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                boolean moment = columns.getInt("DATA_TYPE") == java.sql.Types.TIMESTAMP;
                if (moment
                        && !table.startsWith("act_")
                        && !table.startsWith("flyway")
                        && !table.equals("server_start")) {
                    moments.add(new String[] {columns.getString("TABLE_NAME"), columns.getString("COLUMN_NAME")});
                }
            }
            for (String[] column : moments) {
                jdbc.sql("SELECT COUNT(*) FROM " + column[0] + " WHERE " + column[1] + " < :from OR " + column[1]
                                + " > :to")
                        .param("from", LocalDateTime.ofInstant(from, ZoneOffset.UTC))
                        .param("to", LocalDateTime.ofInstant(to, ZoneOffset.UTC))
                        .query(Long.class)
                        .optional()
                        .filter(count -> count > 0 && !deadline(column[1]))
                        .ifPresent(count -> strangers.add(column[0] + "." + column[1] + ": " + count));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        assertThat(strangers).as("moments outside of the life").isEmpty();
    }

    /** Ends of clocks may lie behind the end of the life. */
    private static boolean deadline(String column) {
        return column.toLowerCase(Locale.ROOT).endsWith("_by");
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
