package org.duban.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.duban.organisation.DepartmentId;
import org.duban.task.DutyId;
import org.duban.task.DutyReports.CooperatingDuty;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContributionRepository {

    private static final String SELECT =
            """
            SELECT c.id, c.report_id, c.key_task_id, c.duty_id, c.department_id, p.short_name, c.state, c.due_on, c.body,
                   a.display_name, c.submitted_at, c.closed_at
              FROM contribution c
              JOIN department p ON p.id = c.department_id
              LEFT JOIN account a ON a.id = c.submitted_by
            """;

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    ContributionRepository(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    void insert(ContributionId id, ProgressReport report, CooperatingDuty duty, LocalDate dueOn) {
        jdbc.sql(
                        """
                        INSERT INTO contribution
                               (id, report_id, period_id, key_task_id, duty_id, department_id, state, due_on)
                        VALUES (:id, :report, :period, :task, :duty, :department, 'OPEN', :due)""")
                .param("id", id.value())
                .param("report", report.id().value())
                .param("period", report.period().id())
                .param("task", report.taskId().value())
                .param("duty", duty.duty().value())
                .param("department", duty.department().value())
                .param("due", dueOn)
                .update();
    }

    Optional<Contribution> find(ContributionId id) {
        return jdbc.sql(SELECT + " WHERE c.id = :id")
                .param("id", id.value())
                .query(this::map)
                .optional();
    }

    /** What was contributed on the key task for the period, or is awaited or was not waited for, in the order of the duties. */
    List<Contribution> of(KeyTaskId task, long period) {
        return jdbc.sql(
                        SELECT
                                + """
                          JOIN duty y ON y.id = c.duty_id
                         WHERE c.key_task_id = :task AND c.period_id = :period AND c.state <> 'VOID'
                         ORDER BY y.position_no, c.id""")
                .param("task", task.value())
                .param("period", period)
                .query(this::map)
                .list();
    }

    List<Contribution> awaited(ReportId report) {
        return jdbc.sql(SELECT + " WHERE c.report_id = :report AND c.state = 'OPEN' ORDER BY c.id")
                .param("report", report.value())
                .query(this::map)
                .list();
    }

    List<Contribution> awaited(DutyId duty) {
        return jdbc.sql(SELECT + " WHERE c.duty_id = :duty AND c.state = 'OPEN' ORDER BY c.id")
                .param("duty", duty.value())
                .query(this::map)
                .list();
    }

    Contribution.Draft draft(ContributionId id) {
        return jdbc.sql(
                        """
                        SELECT c.draft_body, c.draft_saved_at, a.display_name, c.draft_revision
                          FROM contribution c LEFT JOIN account a ON a.id = c.draft_saved_by WHERE c.id = :id""")
                .param("id", id.value())
                .query((row, number) -> new Contribution.Draft(
                        Objects.requireNonNullElse(row.getString("draft_body"), ""),
                        Moments.read(row, "draft_saved_at"),
                        row.getString("display_name"),
                        row.getInt("draft_revision")))
                .single();
    }

    void saveDraft(ContributionId id, String body, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE contribution
                           SET draft_body = :body, draft_saved_by = :by, draft_saved_at = :now,
                               draft_revision = draft_revision + 1
                         WHERE id = :id""")
                .param("body", body)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    void submit(ContributionId id, String body, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE contribution
                           SET state = 'SUBMITTED', body = :body, submitted_by = :by, submitted_at = :now,
                               draft_body = NULL
                         WHERE id = :id""")
                .param("body", body)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    void close(ContributionId id, Contribution.State state, Instant now) {
        jdbc.sql("UPDATE contribution SET state = :state, closed_at = :now WHERE id = :id")
                .param("state", state.name())
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    /** What the duty still has to contribute is the other department's from now on, but not what the first one was writing. */
    void handOver(DutyId duty, DepartmentId to) {
        jdbc.sql(
                        """
                        UPDATE contribution
                           SET department_id = :to, draft_body = NULL, draft_saved_by = NULL, draft_saved_at = NULL
                         WHERE duty_id = :duty AND state = 'OPEN'""")
                .param("to", to.value())
                .param("duty", duty.value())
                .update();
    }

    void voidAllOf(KeyTaskId task, Instant now) {
        jdbc.sql(
                        "UPDATE contribution SET state = 'VOID', closed_at = :now WHERE key_task_id = :task AND state = 'OPEN'")
                .param("now", Moments.toDatabase(now))
                .param("task", task.value())
                .update();
    }

    private Contribution map(ResultSet row, int number) throws SQLException {
        Instant submittedAt = Moments.read(row, "submitted_at");
        LocalDate dueOn = Moments.readDay(row, "due_on");
        return new Contribution(
                new ContributionId(row.getLong("id")),
                new ReportId(row.getLong("report_id")),
                new KeyTaskId(row.getLong("key_task_id")),
                new DutyId(row.getLong("duty_id")),
                new DepartmentId(row.getLong("department_id")),
                row.getString("short_name"),
                Contribution.State.valueOf(row.getString("state")),
                dueOn,
                row.getString("body"),
                row.getString("display_name"),
                submittedAt,
                submittedAt != null && calendar.dayOf(submittedAt).isAfter(dueOn),
                Moments.read(row, "closed_at"));
    }
}
