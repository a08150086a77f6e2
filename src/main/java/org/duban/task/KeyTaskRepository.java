package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.Role;
import org.duban.base.Moments;
import org.duban.directive.DirectiveId;
import org.duban.directive.DivisionRowId;
import org.duban.directive.ReportingFrequency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeyTaskRepository {

    static final String COLUMNS =
            """
            t.id, t.directive_id, t.division_row_id, t.parent_id, t.row_no, t.title, t.original_due_on, t.due_on, t.state, t.outcome,
            t.percent, t.escalation_level, t.launched_at, t.closed_at, t.suspended_at, t.suspended_days,
            """
                    + LightColumns.of("t");

    private final JdbcClient jdbc;

    KeyTaskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever asks makes sure what of it the caller may see. */
    Optional<KeyTask> find(KeyTaskId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM key_task t WHERE t.id = :id")
                .param("id", id.value())
                .query(KeyTaskRepository::map)
                .optional();
    }

    Optional<KeyTask> findVisible(KeyTaskId id, Caller me) {
        TaskScope scope = new TaskScope(me);
        return scope.bind(jdbc.sql("SELECT " + COLUMNS + " FROM key_task t WHERE t.id = :id AND " + scope.condition()))
                .param("id", id.value())
                .query(KeyTaskRepository::map)
                .optional();
    }

    /**
     * Held until the transaction ends, so that two people on one key task act one after the other. The root of its tree is
     * locked first, whoever locks what of it: what goes up from a sub-task and what goes down to it never meet half-way.
     */
    Optional<KeyTask> lock(KeyTaskId id) {
        return jdbc.sql(
                        "SELECT " + COLUMNS
                                + " FROM key_task t WHERE t.id = (SELECT r.root_id FROM key_task r WHERE r.id = :id) FOR UPDATE")
                .param("id", id.value())
                .query(KeyTaskRepository::map)
                .optional()
                .flatMap(root -> root.id().equals(id) ? Optional.of(root) : lockBelow(id));
    }

    private Optional<KeyTask> lockBelow(KeyTaskId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM key_task t WHERE t.id = :id FOR UPDATE")
                .param("id", id.value())
                .query(KeyTaskRepository::map)
                .optional();
    }

    /** Like {@link #lock}, for the key task of a duty. */
    Optional<KeyTask> lockOf(DutyId duty) {
        return jdbc.sql("SELECT key_task_id FROM duty WHERE id = :duty")
                .param("duty", duty.value())
                .query((row, number) -> new KeyTaskId(row.getLong(1)))
                .optional()
                .flatMap(this::lock);
    }

    /** Like {@link #lock} for these, in one order for everybody. */
    void lockAll(Collection<KeyTaskId> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT DISTINCT root_id FROM key_task WHERE id IN (:ids) ORDER BY root_id")
                    .param("ids", ids.stream().map(KeyTaskId::value).toList())
                    .query((row, number) -> new KeyTaskId(row.getLong(1)))
                    .list()
                    .forEach(this::lockBelow);
            ids.stream().sorted(Comparator.comparingLong(KeyTaskId::value)).forEach(this::lockBelow);
        }
    }

    /**
     * How often is reported on those that are open, and since when: the first launch, the last reopening or the last change
     * of the frequency.
     */
    Map<ReportingFrequency, Instant> openSince(DirectiveId directive) {
        Map<ReportingFrequency, Instant> since = new EnumMap<>(ReportingFrequency.class);
        jdbc.sql(
                        """
                        SELECT COALESCE(t.reporting, d.reporting) AS frequency, MIN(
                                   CASE WHEN t.reporting IS NULL
                                         AND d.reporting_since > COALESCE(t.reopened_at, t.launched_at)
                                        THEN d.reporting_since
                                        ELSE COALESCE(t.reopened_at, t.launched_at) END) AS first_at
                          FROM key_task t JOIN directive d ON d.id = t.directive_id
                         WHERE t.directive_id = :directive AND t.closed_at IS NULL
                         GROUP BY COALESCE(t.reporting, d.reporting)""")
                .param("directive", directive.value())
                .query(row -> {
                    since.put(ReportingFrequency.valueOf(row.getString("frequency")), Moments.read(row, "first_at"));
                });
        return since;
    }

    void addMissedReport(KeyTaskId id) {
        jdbc.sql("UPDATE key_task SET missed_reports = missed_reports + 1 WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    boolean supervises(KeyTaskId id, Caller me) {
        return me.is(Role.SUPERVISOR)
                && !supervisorsAmong(id, me.accountsAs(Role.SUPERVISOR)).isEmpty();
    }

    /** Those of the accounts to whom its directive is entrusted. */
    List<AccountId> supervisorsAmong(KeyTaskId id, List<Long> accounts) {
        return jdbc.sql(
                        """
                        SELECT s.account_id FROM key_task t
                          JOIN directive_supervisor s ON s.directive_id = t.directive_id
                         WHERE t.id = :id AND s.account_id IN (:accounts) ORDER BY s.account_id""")
                .param("id", id.value())
                .param("accounts", accounts)
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .list();
    }

    /**
     * With what its row says of reporting and of who answers for it; what a sub-task has of the key task above it, {@link
     * SubTaskRepository#insert} adds.
     */
    void insert(KeyTask task) {
        Long row = task.rowId() == null ? null : task.rowId().value();
        LightColumns.bind(
                        jdbc.sql(
                                """
                                INSERT INTO key_task
                                       (id, directive_id, division_row_id, root_id, row_no, title, original_due_on, due_on,
                                        state, percent, escalation_level, launched_at, reporting, %s)
                                VALUES (:id, :directive, :row, :id, :no, :title, :due, :due, :state, 0, 0, :launchedAt,
                                        (SELECT r.reporting FROM division_row r WHERE r.id = :row), %s)"""
                                        .formatted(LightColumns.NAMES, LightColumns.VALUES)),
                        task.lightReading())
                .param("id", task.id().value())
                .param("directive", task.directiveId().value())
                .param("row", row)
                .param("no", task.no())
                .param("title", task.title())
                .param("due", task.dueOn())
                .param("state", task.state().name())
                .param("launchedAt", Moments.toDatabase(task.launchedAt()))
                .update();
        jdbc.sql(
                        """
                        INSERT INTO key_task_supervisor (key_task_id, account_id)
                        SELECT :id, s.account_id FROM row_supervisor s WHERE s.row_id = :row""")
                .param("id", task.id().value())
                .param("row", row)
                .update();
    }

    void setState(KeyTaskId id, KeyTask.State state) {
        jdbc.sql("UPDATE key_task SET state = :state WHERE id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    void close(KeyTaskId id, Outcome outcome, Instant now) {
        jdbc.sql("UPDATE key_task SET state = 'CLOSED', outcome = :outcome, closed_at = :now WHERE id = :id")
                .param("outcome", outcome.name())
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    void withdraw(KeyTaskId id, Instant now) {
        jdbc.sql("UPDATE key_task SET state = 'WITHDRAWN', closed_at = :now WHERE id = :id")
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    /** Runs again, by a new due date and from the lowest level on; what was reached before is in its history. */
    void reopen(KeyTaskId id, LocalDate dueOn, Instant now) {
        jdbc.sql(
                        """
                        UPDATE key_task
                           SET state = 'RUNNING', outcome = NULL, closed_at = NULL, due_on = :due, escalation_level = 0,
                               reopened_at = :now, merged_into = NULL
                         WHERE id = :id""")
                .param("due", dueOn)
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    void setPercent(KeyTaskId id, int percent) {
        jdbc.sql("UPDATE key_task SET percent = :percent WHERE id = :id")
                .param("percent", percent)
                .param("id", id.value())
                .update();
    }

    /** Moves the due date; the original one stays. */
    void extend(KeyTaskId id, LocalDate dueOn) {
        jdbc.sql("UPDATE key_task SET due_on = :due, times_extended = times_extended + 1 WHERE id = :id")
                .param("due", dueOn)
                .param("id", id.value())
                .update();
    }

    /** Moves the due date with all others because it stood still, which is no extension; the original one stays. */
    void moveDue(KeyTaskId id, LocalDate dueOn) {
        jdbc.sql("UPDATE key_task SET due_on = :due WHERE id = :id")
                .param("due", dueOn)
                .param("id", id.value())
                .update();
    }

    void suspend(KeyTaskId id, Instant now) {
        jdbc.sql("UPDATE key_task SET suspended_at = :now WHERE id = :id")
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    /** @param days calendar days for which it stood still */
    void endSuspension(KeyTaskId id, int days) {
        jdbc.sql("UPDATE key_task SET suspended_at = NULL, suspended_days = suspended_days + :days WHERE id = :id")
                .param("days", days)
                .param("id", id.value())
                .update();
    }

    /** Ended, since the other one goes on in its place. */
    void mergeInto(KeyTaskId id, KeyTaskId survivor) {
        jdbc.sql("UPDATE key_task SET merged_into = :survivor WHERE id = :id")
                .param("survivor", survivor.value())
                .param("id", id.value())
                .update();
    }

    /** Empty where it was not. */
    Optional<KeyTaskId> mergedInto(KeyTaskId id) {
        return jdbc.sql("SELECT merged_into FROM key_task WHERE id = :id AND merged_into IS NOT NULL")
                .param("id", id.value())
                .query((row, number) -> new KeyTaskId(row.getLong("merged_into")))
                .optional();
    }

    void setEscalationLevel(KeyTaskId id, int level) {
        jdbc.sql("UPDATE key_task SET escalation_level = :level WHERE id = :id")
                .param("level", level)
                .param("id", id.value())
                .update();
    }

    void setLight(KeyTaskId id, LightReading light) {
        LightColumns.bind(jdbc.sql("UPDATE key_task SET " + LightColumns.ASSIGNMENTS + " WHERE id = :id"), light)
                .param("id", id.value())
                .update();
    }

    static KeyTask map(ResultSet row, int number) throws SQLException {
        Long rowId = row.getObject("division_row_id", Long.class);
        Long parentId = row.getObject("parent_id", Long.class);
        String outcome = row.getString("outcome");
        LocalDate dueOn = Moments.readDay(row, "due_on");
        return new KeyTask(
                new KeyTaskId(row.getLong("id")),
                new DirectiveId(row.getLong("directive_id")),
                rowId == null ? null : new DivisionRowId(rowId),
                parentId == null ? null : new KeyTaskId(parentId),
                row.getString("row_no"),
                row.getString("title"),
                Moments.readDay(row, "original_due_on"),
                dueOn,
                KeyTask.State.valueOf(row.getString("state")),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getInt("percent"),
                LightColumns.map(row),
                row.getInt("escalation_level"),
                Moments.read(row, "launched_at"),
                Moments.read(row, "closed_at"),
                Moments.read(row, "suspended_at"),
                row.getInt("suspended_days"));
    }
}
