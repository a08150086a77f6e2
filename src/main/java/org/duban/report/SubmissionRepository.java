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
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.Handling;
import org.duban.account.Role;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.inbox.Answerable;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SubmissionRepository {

    private static final String SELECT =
            """
            SELECT s.id, s.report_id, s.department_id, s.round_no, s.percent, s.body, s.problems, a.display_name AS submitter,
                   s.submitted_at, s.late, s.decision, s.decision_reason, s.new_due_on, r.display_name AS reviewer,
                   f.display_name AS reviewed_for, s.reviewed_at, s.approval, h.display_name AS head,
                   b.display_name AS approved_for, c.display_name AS accepter, e.display_name AS accepted_for,
                   s.accepted_at
              FROM report_submission s
              JOIN account a ON a.id = s.submitted_by
              LEFT JOIN account r ON r.id = s.reviewed_by
              LEFT JOIN account f ON f.id = s.reviewed_for
              LEFT JOIN account h ON h.id = s.approved_by
              LEFT JOIN account b ON b.id = s.approved_for
              LEFT JOIN account c ON c.id = s.accepted_by
              LEFT JOIN account e ON e.id = s.accepted_for
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    SubmissionRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * @param approval what became of the head's approval, or {@code null} where none was asked for
     * @param head who approved it, or {@code null}
     */
    void insert(
            ReportId report,
            DepartmentId department,
            int round,
            ReportContent content,
            AccountId by,
            Submission.Approval approval,
            Handling head,
            Instant now,
            boolean late) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO report_submission
                               (id, report_id, department_id, round_no, percent, body, problems, submitted_by, approval,
                                approved_by, approved_for, submitted_at, late)
                        VALUES (:id, :report, :department, :round, :percent, :body, :problems, :by, :approval, :head,
                                :headFor, :now, :late)""")
                .param("id", id)
                .param("report", report.value())
                .param("department", department.value())
                .param("round", round)
                .param("percent", content.percent())
                .param("body", content.body())
                .param("problems", content.problems())
                .param("by", by.value())
                .param("approval", approval == null ? null : approval.name())
                .param("head", head == null ? null : head.by().value())
                .param("headFor", head == null ? null : behalf(head))
                .param("now", Moments.toDatabase(now))
                .param("late", late)
                .update();
        content.actuals().forEach((target, amount) -> jdbc.sql(
                        """
                                INSERT INTO submission_actual (submission_id, target_id, amount)
                                VALUES (:id, :target, :amount)""")
                .param("id", id)
                .param("target", target)
                .param("amount", amount)
                .update());
    }

    /** The hand-in that waits for review. */
    Optional<Submission> undecided(ReportId report) {
        return withActuals(jdbc.sql(SELECT + " WHERE s.report_id = :report AND s.decision IS NULL")
                        .param("report", report.value())
                        .query(SubmissionRepository::map)
                        .list())
                .stream()
                .findFirst();
    }

    /** The hand-ins of several reports that wait for review; without actuals. */
    Map<ReportId, Submission> undecided(Collection<ReportId> reports) {
        if (reports.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(SELECT + " WHERE s.report_id IN (:reports) AND s.decision IS NULL")
                .param("reports", reports.stream().map(ReportId::value).toList())
                .query(SubmissionRepository::map)
                .stream()
                .collect(Collectors.toMap(Submission::reportId, submission -> submission));
    }

    /** Those of the hand-ins that wait for a review by this supervisor. */
    Set<Long> undecidedOf(Caller supervisor, Collection<Long> handIns) {
        if (handIns.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql(
                        """
                        SELECT h.id FROM report_submission h
                          JOIN progress_report g ON g.id = h.report_id AND g.state = 'SUBMITTED'
                          JOIN key_task t ON t.id = g.key_task_id AND t.suspended_at IS NULL
                          JOIN directive_supervisor s ON s.directive_id = t.directive_id AND s.account_id IN (:accounts)
                         WHERE h.id IN (:handIns) AND h.decision IS NULL AND"""
                                + Answerable.supervisor("t.id", "t.directive_id", ":accounts"))
                .param("accounts", supervisor.accountsAs(Role.SUPERVISOR))
                .param("handIns", handIns)
                .query(Long.class)
                .list());
    }

    /** When the report was sent back last; empty where it never was. */
    Optional<Instant> lastReturn(ReportId report) {
        return jdbc.sql("SELECT reviewed_at FROM report_submission WHERE report_id = :report AND new_due_on IS NOT NULL"
                        + " ORDER BY round_no DESC LIMIT 1")
                .param("report", report.value())
                .query((row, number) -> Moments.read(row, "reviewed_at"))
                .optional();
    }

    /** Newest first. */
    List<Submission> of(ReportId report) {
        return withActuals(jdbc.sql(SELECT + " WHERE s.report_id = :report ORDER BY s.round_no DESC")
                .param("report", report.value())
                .query(SubmissionRepository::map)
                .list());
    }

    /** The latest hand-in of each report that has one; without actuals. */
    Map<ReportId, Submission> latest(Collection<ReportId> reports) {
        if (reports.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        SELECT
                                + """
                         WHERE s.report_id IN (:reports) AND s.round_no = (
                               SELECT MAX(m.round_no) FROM report_submission m WHERE m.report_id = s.report_id)""")
                .param("reports", reports.stream().map(ReportId::value).toList())
                .query(SubmissionRepository::map)
                .stream()
                .collect(Collectors.toMap(Submission::reportId, submission -> submission));
    }

    /** Which of the reports were late with any of their hand-ins. */
    Set<ReportId> everLate(Collection<ReportId> reports) {
        if (reports.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("SELECT DISTINCT report_id FROM report_submission WHERE report_id IN (:reports) AND late = TRUE")
                .param("reports", reports.stream().map(ReportId::value).toList())
                .query(Long.class)
                .stream()
                .map(ReportId::new)
                .collect(Collectors.toSet());
    }

    /** Who handed the report in last or, where that is reviewed, who reviewed it. */
    Optional<Handling> lastHandling(ReportId report) {
        return handling("s.report_id = :report ORDER BY s.round_no DESC LIMIT 1", report, 0);
    }

    /** Who reviewed this hand-in of the report, or made it while nobody has. */
    Optional<Handling> handling(ReportId report, long handIn) {
        return handling("s.report_id = :report AND s.id = :handIn", report, handIn);
    }

    private Optional<Handling> handling(String which, ReportId report, long handIn) {
        return jdbc.sql("SELECT COALESCE(s.reviewed_by, s.submitted_by) AS handler, s.reviewed_for,"
                        + " COALESCE(s.reviewed_at, s.submitted_at) AS handled_at FROM report_submission s WHERE "
                        + which)
                .param("report", report.value())
                .param("handIn", handIn)
                .query((row, number) -> Handling.of(
                        row.getLong("handler"),
                        row.getObject("reviewed_for", Long.class),
                        Moments.read(row, "handled_at")))
                .optional();
    }

    void decide(long id, Submission.Decision decision, String reason, LocalDate newDueOn, Handling review) {
        jdbc.sql(
                        """
                        UPDATE report_submission
                           SET decision = :decision, decision_reason = :reason, new_due_on = :due, reviewed_by = :by,
                               reviewed_for = :behalf, reviewed_at = :now
                         WHERE id = :id""")
                .param("decision", decision.name())
                .param("reason", reason)
                .param("due", newDueOn)
                .param("by", review.by().value())
                .param("behalf", behalf(review))
                .param("now", Moments.toDatabase(review.at()))
                .param("id", id)
                .update();
    }

    /** Sends back what was accepted; who had accepted it is kept. MySQL sets one column after the other. */
    void recall(long id, String reason, LocalDate newDueOn, Handling recall) {
        jdbc.sql(
                        """
                        UPDATE report_submission
                           SET accepted_by = reviewed_by, accepted_for = reviewed_for, accepted_at = reviewed_at,
                               decision = 'RECALLED', decision_reason = :reason, new_due_on = :due, reviewed_by = :by,
                               reviewed_for = :behalf, reviewed_at = :now
                         WHERE id = :id""")
                .param("reason", reason)
                .param("due", newDueOn)
                .param("by", recall.by().value())
                .param("behalf", behalf(recall))
                .param("now", Moments.toDatabase(recall.at()))
                .param("id", id)
                .update();
    }

    private static Long behalf(Handling handling) {
        return handling.behalf() == null ? null : handling.behalf().value();
    }

    /** Who handed a contribution in. */
    Optional<Handling> contributed(ContributionId id) {
        return jdbc.sql("SELECT submitted_by, submitted_at FROM contribution"
                        + " WHERE id = :id AND submitted_by IS NOT NULL")
                .param("id", id.value())
                .query((row, number) ->
                        new Handling(new AccountId(row.getLong("submitted_by")), Moments.read(row, "submitted_at")))
                .optional();
    }

    private List<Submission> withActuals(List<Submission> submissions) {
        if (submissions.isEmpty()) {
            return submissions;
        }
        Map<Long, Map<Long, BigDecimal>> actuals = new HashMap<>();
        jdbc.sql("SELECT submission_id, target_id, amount FROM submission_actual WHERE submission_id IN (:ids)")
                .param("ids", submissions.stream().map(Submission::id).toList())
                .query((row, number) -> actuals.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                        .put(row.getLong(2), row.getBigDecimal(3).stripTrailingZeros()))
                .list();
        return submissions.stream()
                .map(submission -> submission.withActuals(actuals.getOrDefault(submission.id(), Map.of())))
                .toList();
    }

    private static Submission map(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        String approval = row.getString("approval");
        return new Submission(
                row.getLong("id"),
                new ReportId(row.getLong("report_id")),
                new DepartmentId(row.getLong("department_id")),
                row.getInt("round_no"),
                row.getInt("percent"),
                row.getString("body"),
                row.getString("problems"),
                Map.of(),
                row.getString("submitter"),
                Moments.read(row, "submitted_at"),
                row.getBoolean("late"),
                approval == null ? null : Submission.Approval.valueOf(approval),
                row.getString("head"),
                row.getString("approved_for"),
                decision == null ? null : Submission.Decision.valueOf(decision),
                row.getString("decision_reason"),
                Moments.readDay(row, "new_due_on"),
                row.getString("reviewer"),
                row.getString("reviewed_for"),
                Moments.read(row, "reviewed_at"),
                row.getString("accepter"),
                row.getString("accepted_for"),
                Moments.read(row, "accepted_at"));
    }
}
