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
import java.util.Map;
import javax.sql.DataSource;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.organisation.DepartmentId;
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
    private final OnceEach once;
    private final LateStaysLate late;
    private final StoodStill stoodStill;
    private final PartsBeforeWhole parts;
    private final ScoredOnce scored;
    private final Explained explained;
    private final KeyTasks tasks;
    private final Fixture fixture;
    private final JdbcClient jdbc;
    private final DataSource dataSource;

    Invariants(
            LedgerAgreesWithEngine ledgerAndEngine,
            OnceEach once,
            LateStaysLate late,
            StoodStill stoodStill,
            PartsBeforeWhole parts,
            ScoredOnce scored,
            Explained explained,
            KeyTasks tasks,
            Fixture fixture,
            JdbcClient jdbc,
            DataSource dataSource) {
        this.ledgerAndEngine = ledgerAndEngine;
        this.once = once;
        this.late = late;
        this.stoodStill = stoodStill;
        this.parts = parts;
        this.scored = scored;
        this.explained = explained;
        this.tasks = tasks;
        this.fixture = fixture;
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** What must hold at any moment between two actions. */
    void holdNow(LifeSize size) {
        ledgerAndEngine.check();
        once.check();
        late.check(size);
        stoodStill.check();
        parts.check();
        scored.check();
        explained.check();
        Shadow.agrees(jdbc);
    }

    /** What must hold in the end, too. */
    void held(LifeSize size, Crowd crowd) {
        holdNow(size);
        crowd.tally().seen("hand-ins with days back because of a dispute", late.afterADispute());
        scored.countedAnew(crowd);
        everybodySeesTheirOwn(crowd);
        noClockButOurs(size);
    }

    /** Open items of key tasks that stood still, by kind: what there is to compare their days with. */
    Map<String, Integer> movedDays() {
        return stoodStill.compared();
    }

    /** Invariant 5: what the services list to the people of a department is what it has duties on, or has split off. */
    private void everybodySeesTheirOwn(Crowd crowd) {
        List<Long> departments = jdbc.sql("SELECT DISTINCT department_id FROM duty ORDER BY department_id")
                .query(Long.class)
                .list();
        for (Long department : departments) {
            Account staff = crowd.roster().first(new DepartmentId(department), Role.STAFF);
            List<Long> seen =
                    fixture.as(staff, () -> tasks.list(KeyTaskFilter.ALL, LedgerKey.START, 1000)).rows().stream()
                            .map(row -> row.task().id().value())
                            .toList();
            assertThat(seen)
                    .as("key tasks that department %s sees", department)
                    .containsExactlyInAnyOrderElementsOf(jdbc.sql(
                                    """
                                            SELECT DISTINCT key_task_id FROM duty
                                             WHERE department_id = :department AND state <> 'WITHDRAWN'
                                            UNION
                                            SELECT t.id FROM key_task t JOIN duty y ON y.id = t.parent_duty_id
                                             WHERE y.department_id = :department AND y.state <> 'WITHDRAWN'""")
                            .param("department", department)
                            .query(Long.class)
                            .list());
        }
    }

    /** Invariant 7: no moment in our tables is of the system's clock, which stands far before the end of the life. */
    private void noClockButOurs(LifeSize size) {
        Instant from = LifeSize.BEGINS.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant to = size.ends().plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
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
