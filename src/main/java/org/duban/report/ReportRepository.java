package org.duban.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.organisation.DepartmentId;
import org.duban.task.DutyId;
import org.duban.task.DutyReports;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReportRepository {

    private static final String SELECT =
            """
            SELECT g.id, g.duty_id, g.key_task_id, g.department_id, p.short_name, g.state, g.original_due_on, g.due_on,
                   g.draft_percent, g.draft_body, g.draft_problems, g.draft_saved_at, g.first_submitted_at,
                   g.times_returned, q.id AS period_id, q.from_day, q.to_day, q.due_on AS period_due_on
              FROM progress_report g
              JOIN reporting_period q ON q.id = g.period_id
              JOIN department p ON p.id = g.department_id
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    ReportRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void insert(ReportId id, long periodId, DutyReports.ReportingDuty duty, LocalDate dueOn) {
        jdbc.sql(
                        """
                        INSERT INTO progress_report
                               (id, period_id, duty_id, key_task_id, department_id, state, original_due_on, due_on,
                                times_returned)
                        VALUES (:id, :period, :duty, :task, :department, 'OPEN', :due, :due, 0)""")
                .param("id", id.value())
                .param("period", periodId)
                .param("duty", duty.duty().value())
                .param("task", duty.task().value())
                .param("department", duty.department().value())
                .param("due", dueOn)
                .update();
    }

    Optional<ProgressReport> find(ReportId id) {
        return jdbc.sql(SELECT + " WHERE g.id = :id")
                .param("id", id.value())
                .query(this::map)
                .optional();
    }

    /** Newest period first. */
    List<ProgressReport> of(KeyTaskId task) {
        return jdbc.sql(SELECT + " WHERE g.key_task_id = :task ORDER BY q.from_day DESC, g.id")
                .param("task", task.value())
                .query(this::map)
                .list();
    }

    /** Reports of a duty that nobody has accepted yet. */
    List<ProgressReport> unfinished(DutyId duty) {
        return jdbc.sql(SELECT + " WHERE g.duty_id = :duty AND g.state IN ('OPEN', 'RETURNED', 'SUBMITTED')")
                .param("duty", duty.value())
                .query(this::map)
                .list();
    }

    /** Written reports that are late and whose department was not urged yet for that day. */
    List<ProgressReport> lateWithoutUrge(LocalDate today, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                         WHERE g.state IN ('OPEN', 'RETURNED') AND g.due_on < :today AND NOT EXISTS (
                               SELECT 1 FROM urge u
                                WHERE u.cause = 'REPORT_LATE' AND u.subject_id = g.id AND u.due_on = g.due_on)
                         ORDER BY g.due_on, g.id LIMIT :limit""")
                .param("today", today)
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    void saveDraft(
            ReportId id,
            Integer percent,
            String body,
            String problems,
            Map<Long, BigDecimal> actuals,
            AccountId by,
            Instant now) {
        jdbc.sql(
                        """
                        UPDATE progress_report
                           SET draft_percent = :percent, draft_body = :body, draft_problems = :problems,
                               draft_saved_at = :now, draft_saved_by = :by
                         WHERE id = :id""")
                .param("percent", percent)
                .param("body", body)
                .param("problems", problems)
                .param("now", Moments.toDatabase(now))
                .param("by", by.value())
                .param("id", id.value())
                .update();
        jdbc.sql("DELETE FROM report_draft_actual WHERE report_id = :id")
                .param("id", id.value())
                .update();
        actuals.forEach((target, amount) -> jdbc.sql(
                        "INSERT INTO report_draft_actual (report_id, target_id, amount) VALUES (:id, :target, :amount)")
                .param("id", id.value())
                .param("target", target)
                .param("amount", amount)
                .update());
    }

    void markSubmitted(ReportId id, Instant now) {
        jdbc.sql(
                        """
                        UPDATE progress_report
                           SET state = 'SUBMITTED', first_submitted_at = COALESCE(first_submitted_at, :now)
                         WHERE id = :id""")
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    void markReturned(ReportId id, LocalDate newDueOn) {
        jdbc.sql(
                        """
                        UPDATE progress_report
                           SET state = 'RETURNED', due_on = :due, times_returned = times_returned + 1
                         WHERE id = :id""")
                .param("due", newDueOn)
                .param("id", id.value())
                .update();
    }

    void markFinished(ReportId id, ProgressReport.State state, Instant now) {
        jdbc.sql("UPDATE progress_report SET state = :state, closed_at = :now WHERE id = :id")
                .param("state", state.name())
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    void voidAllOf(KeyTaskId task, Instant now) {
        jdbc.sql(
                        """
                        UPDATE progress_report SET state = 'VOID', closed_at = :now
                         WHERE key_task_id = :task AND state IN ('OPEN', 'RETURNED', 'SUBMITTED')""")
                .param("now", Moments.toDatabase(now))
                .param("task", task.value())
                .update();
    }

    private Map<Long, BigDecimal> draftActuals(long reportId) {
        Map<Long, BigDecimal> actuals = new HashMap<>();
        jdbc.sql("SELECT target_id, amount FROM report_draft_actual WHERE report_id = :id")
                .param("id", reportId)
                .query((row, number) ->
                        actuals.put(row.getLong(1), row.getBigDecimal(2).stripTrailingZeros()))
                .list();
        return actuals;
    }

    private ProgressReport map(ResultSet row, int number) throws SQLException {
        Instant savedAt = Moments.read(row, "draft_saved_at");
        return new ProgressReport(
                new ReportId(row.getLong("id")),
                new ReportingPeriod(
                        row.getLong("period_id"),
                        Moments.readDay(row, "from_day"),
                        Moments.readDay(row, "to_day"),
                        Moments.readDay(row, "period_due_on")),
                new DutyId(row.getLong("duty_id")),
                new KeyTaskId(row.getLong("key_task_id")),
                new DepartmentId(row.getLong("department_id")),
                row.getString("short_name"),
                ProgressReport.State.valueOf(row.getString("state")),
                Moments.readDay(row, "original_due_on"),
                Moments.readDay(row, "due_on"),
                new ProgressReport.Draft(
                        row.getObject("draft_percent", Integer.class),
                        row.getString("draft_body"),
                        row.getString("draft_problems"),
                        Map.of(),
                        savedAt),
                Moments.read(row, "first_submitted_at"),
                row.getInt("times_returned"));
    }

    /** The report with its draft's actuals, which lists do without. */
    Optional<ProgressReport> findWithDraft(ReportId id) {
        return find(id).map(report -> report.withDraftActuals(draftActuals(id.value())));
    }
}
