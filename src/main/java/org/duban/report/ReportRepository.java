package org.duban.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.Role;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.inbox.Answerable;
import org.duban.organisation.DepartmentId;
import org.duban.task.DutyId;
import org.duban.task.DutyReports;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReportRepository {

    private static final String COLUMNS =
            """
            g.id, g.duty_id, g.key_task_id, g.department_id, p.short_name, g.state, g.original_due_on, g.due_on,
            g.draft_percent, g.draft_body, g.draft_problems, g.draft_saved_at, g.first_submitted_at, g.closed_at,
            g.times_returned, g.draft_revision, w.display_name AS draft_writer, q.id AS period_id, q.from_day,
            q.to_day, q.due_on AS period_due_on, g.final_report, g.head_reason, g.head_decided_at,
            b.display_name AS head
            """;

    private static final String FROM =
            """
             FROM progress_report g
              JOIN reporting_period q ON q.id = g.period_id
              JOIN department p ON p.id = g.department_id
              LEFT JOIN account w ON w.id = g.draft_saved_by
              LEFT JOIN account b ON b.id = g.head_decided_by
            """;

    /** One row for {@link #map}. */
    static final String SELECT = "SELECT " + COLUMNS + FROM;

    private final JdbcClient jdbc;
    private final Ids ids;

    ReportRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Beside those for the same duty and period that are over: void ones and, for a final report, missed ones. */
    void insert(ReportId id, long periodId, DutyReports.ReportingDuty duty, LocalDate dueOn, boolean finalReport) {
        jdbc.sql(
                        """
                        INSERT INTO progress_report
                               (id, period_id, duty_id, key_task_id, department_id, state, original_due_on, due_on,
                                times_returned, draft_revision, final_report, predecessors)
                        SELECT :id, :period, :duty, :task, :department, 'OPEN', :due, :due, 0, 0, :final,
                               (SELECT COUNT(*) FROM progress_report g
                                 WHERE g.duty_id = :duty AND g.period_id = :period AND g.state IN ('VOID', 'MISSED'))
                          FROM duty y WHERE y.id = :duty""")
                .param("id", id.value())
                .param("period", periodId)
                .param("duty", duty.duty().value())
                .param("task", duty.task().value())
                .param("department", duty.department().value())
                .param("due", dueOn)
                .param("final", finalReport)
                .update();
    }

    Optional<ProgressReport> find(ReportId id) {
        return jdbc.sql(SELECT + " WHERE g.id = :id")
                .param("id", id.value())
                .query(ReportRepository::map)
                .optional();
    }

    /** Those of the newest so many periods, newest first. */
    List<ProgressReport> ofNewestPeriods(KeyTaskId task, int periods) {
        return jdbc.sql(
                        SELECT
                                + """
                         JOIN (SELECT DISTINCT n.id, n.from_day
                                 FROM progress_report r JOIN reporting_period n ON n.id = r.period_id
                                WHERE r.key_task_id = :task ORDER BY n.from_day DESC LIMIT :periods) AS newest
                           ON newest.id = q.id
                        WHERE g.key_task_id = :task ORDER BY q.from_day DESC, g.id""")
                .param("task", task.value())
                .param("periods", periods)
                .query(ReportRepository::map)
                .list();
    }

    /** A report in the review queue, and the last accepted percentage of its duty. */
    record Queued(ProgressReport report, Integer previousPercent) {}

    Map<ReportId, Queued> queued(Collection<ReportId> reports) {
        if (reports.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT y.percent AS previous_percent, " + COLUMNS + FROM
                        + " JOIN duty y ON y.id = g.duty_id WHERE g.id IN (:reports)")
                .param("reports", reports.stream().map(ReportId::value).toList())
                .query((row, number) -> new Queued(map(row, number), row.getObject("previous_percent", Integer.class)))
                .stream()
                .collect(Collectors.toMap(queued -> queued.report().id(), queued -> queued));
    }

    int countSubmittedTo(Caller supervisor, int atMost) {
        return jdbc.sql(
                        """
                        SELECT COUNT(*) FROM (
                               SELECT DISTINCT g.id FROM progress_report g
                                 JOIN key_task t ON t.id = g.key_task_id AND t.suspended_at IS NULL
                                 JOIN directive_supervisor s ON s.directive_id = t.directive_id
                                  AND s.account_id IN (:accounts)
                                WHERE g.state = 'SUBMITTED' AND"""
                                + Answerable.supervisor("t.id", "t.directive_id", ":accounts")
                                + " LIMIT :limit) AS counted")
                .param("accounts", supervisor.accountsAs(Role.SUPERVISOR))
                .param("limit", atMost)
                .query(Integer.class)
                .single();
    }

    boolean laterOneAccepted(ProgressReport report) {
        return jdbc.sql(
                        """
                        SELECT g.id FROM progress_report g JOIN reporting_period q ON q.id = g.period_id
                         WHERE g.duty_id = :duty AND g.state = 'ACCEPTED' AND q.from_day > :from LIMIT 1""")
                .param("duty", report.dutyId().value())
                .param("from", report.period().from())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** The last accepted report before this one that the department wrote about the duty. */
    Optional<ProgressReport> acceptedBefore(ProgressReport report) {
        return jdbc.sql(
                        SELECT
                                + """
                         WHERE g.duty_id = :duty AND g.department_id = :department AND g.state = 'ACCEPTED'
                           AND q.from_day < :from
                         ORDER BY q.from_day DESC LIMIT 1""")
                .param("duty", report.dutyId().value())
                .param("department", report.departmentId().value())
                .param("from", report.period().from())
                .query(ReportRepository::map)
                .optional();
    }

    /** The percentage of the newest period of the duty that is accepted, or {@code null}. */
    Integer acceptedPercent(DutyId duty) {
        return jdbc.sql(
                        """
                        SELECT s.percent FROM progress_report g
                          JOIN reporting_period q ON q.id = g.period_id
                          JOIN report_submission s ON s.report_id = g.id AND s.decision = 'ACCEPTED'
                         WHERE g.duty_id = :duty AND g.state = 'ACCEPTED'
                         ORDER BY q.from_day DESC, g.closed_at DESC LIMIT 1""")
                .param("duty", duty.value())
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    /** Reports on the key task for the period that supervisors have: under review, or accepted. */
    List<ProgressReport> withSupervisors(KeyTaskId task, long period) {
        return jdbc.sql(SELECT
                        + " JOIN duty y ON y.id = g.duty_id AND y.department_id = g.department_id"
                        + " AND y.state <> 'WITHDRAWN' AND y.duty_role <> 'COOPERATING'"
                        + " WHERE g.key_task_id = :task AND g.period_id = :period"
                        + " AND g.state IN ('SUBMITTED', 'ACCEPTED') ORDER BY g.id")
                .param("task", task.value())
                .param("period", period)
                .query(ReportRepository::map)
                .list();
    }

    /** The duty of the department on the key task. */
    Optional<DutyId> dutyOf(KeyTaskId task, DepartmentId department) {
        return jdbc.sql("SELECT id FROM duty WHERE key_task_id = :task AND department_id = :department"
                        + " AND state = 'ACKNOWLEDGED'")
                .param("task", task.value())
                .param("department", department.value())
                .query((row, number) -> new DutyId(row.getLong("id")))
                .optional();
    }

    /** Whether it is the lead's report or, where nobody who leads reports for the period, the first of those who report. */
    boolean leads(ProgressReport report) {
        return jdbc.sql(
                        """
                        SELECT g.id FROM progress_report g JOIN duty y ON y.id = g.duty_id
                         WHERE g.key_task_id = :task AND g.period_id = :period AND g.state NOT IN ('VOID', 'MISSED')
                         ORDER BY CASE y.duty_role WHEN 'LEAD' THEN 0 ELSE 1 END, y.position_no, g.id LIMIT 1""")
                .param("task", report.taskId().value())
                .param("period", report.period().id())
                .query(Long.class)
                .single()
                .equals(report.id().value());
    }

    /** Whether the duty was ever asked for a report on the period. */
    boolean asked(DutyId duty, long period) {
        return jdbc.sql("SELECT COUNT(*) FROM progress_report WHERE duty_id = :duty AND period_id = :period")
                        .param("duty", duty.value())
                        .param("period", period)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether there is a report of the duty on the period that is neither void nor missed. */
    boolean standing(DutyId duty, long period) {
        return jdbc.sql("SELECT COUNT(*) FROM progress_report WHERE duty_id = :duty AND period_id = :period"
                                + " AND state NOT IN ('VOID', 'MISSED')")
                        .param("duty", duty.value())
                        .param("period", period)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Reports of a duty that nobody has accepted yet. */
    List<ProgressReport> unfinished(DutyId duty) {
        return jdbc.sql(SELECT
                        + " WHERE g.duty_id = :duty AND g.state IN ('OPEN', 'WITH_HEAD', 'RETURNED', 'SUBMITTED')")
                .param("duty", duty.value())
                .query(ReportRepository::map)
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
                               draft_saved_at = :now, draft_saved_by = :by, draft_revision = draft_revision + 1
                         WHERE id = :id""")
                .param("percent", percent)
                .param("body", body)
                .param("problems", problems)
                .param("now", Moments.toDatabase(now))
                .param("by", by.value())
                .param("id", id.value())
                .update();
        setDraftActuals(id, actuals);
    }

    /** Begins the draft anew from what was handed in last, for other writers. @param last {@code null} where nothing was */
    void resetDraft(ReportId id, Submission last) {
        jdbc.sql(
                        """
                        UPDATE progress_report
                           SET draft_percent = :percent, draft_body = :body, draft_problems = :problems,
                               draft_saved_at = NULL, draft_saved_by = NULL, draft_revision = draft_revision + 1,
                               head_reason = NULL, head_decided_by = NULL, head_decided_at = NULL
                         WHERE id = :id""")
                .param("percent", last == null ? null : last.percent())
                .param("body", last == null ? null : last.body())
                .param("problems", last == null ? null : last.problems())
                .param("id", id.value())
                .update();
        setDraftActuals(id, last == null ? Map.of() : last.actuals());
    }

    private void setDraftActuals(ReportId id, Map<Long, BigDecimal> actuals) {
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

    /** What the head said before is settled with it. */
    void markSubmitted(ReportId id, Instant now) {
        jdbc.sql(
                        """
                        UPDATE progress_report
                           SET state = 'SUBMITTED', first_submitted_at = COALESCE(first_submitted_at, :now),
                               head_reason = NULL, head_decided_by = NULL, head_decided_at = NULL
                         WHERE id = :id""")
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    void markReturned(ReportId id, LocalDate newDueOn) {
        jdbc.sql(
                        """
                        UPDATE progress_report
                           SET state = 'RETURNED', due_on = :due, times_returned = times_returned + 1, closed_at = NULL
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

    /** Reports of the duty that nobody has accepted yet are the other department's from now on. */
    void handOver(DutyId duty, DepartmentId to) {
        jdbc.sql(
                        """
                        UPDATE progress_report SET department_id = :to
                         WHERE duty_id = :duty AND state IN ('OPEN', 'WITH_HEAD', 'RETURNED', 'SUBMITTED')""")
                .param("to", to.value())
                .param("duty", duty.value())
                .update();
    }

    void voidAllOf(KeyTaskId task, Instant now) {
        jdbc.sql(
                        """
                        UPDATE progress_report SET state = 'VOID', closed_at = :now
                         WHERE key_task_id = :task AND state IN ('OPEN', 'WITH_HEAD', 'RETURNED', 'SUBMITTED')""")
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

    static ProgressReport map(ResultSet row, int number) throws SQLException {
        Instant savedAt = Moments.read(row, "draft_saved_at");
        String headReason = row.getString("head_reason");
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
                        savedAt,
                        row.getString("draft_writer"),
                        row.getInt("draft_revision")),
                Moments.read(row, "first_submitted_at"),
                Moments.read(row, "closed_at"),
                row.getInt("times_returned"),
                row.getBoolean("final_report"),
                headReason == null
                        ? null
                        : new ProgressReport.HeldBack(
                                headReason, row.getString("head"), Moments.read(row, "head_decided_at")));
    }

    /** The report with its draft's actuals, which lists do without. */
    Optional<ProgressReport> findWithDraft(ReportId id) {
        return find(id).map(report -> report.withDraftActuals(draftActuals(id.value())));
    }
}
