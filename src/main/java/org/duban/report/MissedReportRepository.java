package org.duban.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.base.Moments;
import org.duban.directive.DirectiveId;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports that were never handed in, and those that tell of their periods. */
@Repository
class MissedReportRepository {

    private static final String SELECT = ReportRepository.SELECT;

    private final JdbcClient jdbc;

    MissedReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String NEVER_HANDED_IN =
            """
            SELECT g.id, g.key_task_id, g.due_on, q.closes_on FROM reporting_period q
              JOIN progress_report g ON g.period_id = q.id
              JOIN duty y ON y.id = g.duty_id
              JOIN key_task t ON t.id = g.key_task_id AND t.suspended_at IS NULL
             WHERE q.closes_on IS NOT NULL
               AND g.state IN ('OPEN', 'WITH_HEAD') AND g.first_submitted_at IS NULL
               AND g.final_report = FALSE AND y.state <> 'DISPUTED'
            """;

    /** A report that was never handed in. */
    record NeverHandedIn(ReportId id, KeyTaskId task, LocalDate dueOn, LocalDate periodClosesOn) {}

    /** Those of a directive that will be closed with their period; it is open whose those on disputed duties are. */
    List<NeverHandedIn> neverHandedIn(DirectiveId directive) {
        return jdbc.sql(NEVER_HANDED_IN + " AND q.directive_id = :directive ORDER BY g.key_task_id, g.id")
                .param("directive", directive.value())
                .query(MissedReportRepository::mapNeverHandedIn)
                .list();
    }

    /** The report, if it is one of these. */
    Optional<NeverHandedIn> neverHandedIn(ReportId report) {
        return jdbc.sql(NEVER_HANDED_IN + " AND g.id = :report")
                .param("report", report.value())
                .query(MissedReportRepository::mapNeverHandedIn)
                .optional();
    }

    private static NeverHandedIn mapNeverHandedIn(ResultSet row, int number) throws SQLException {
        return new NeverHandedIn(
                new ReportId(row.getLong("id")),
                new KeyTaskId(row.getLong("key_task_id")),
                Moments.readDay(row, "due_on"),
                Moments.readDay(row, "closes_on"));
    }

    /** Missed reports on a duty of which no other tells, by period. */
    List<ProgressReport> uncovered(DutyId duty) {
        return jdbc.sql(SELECT
                        + " WHERE g.duty_id = :duty AND g.state = 'MISSED' AND g.covered_by IS NULL"
                        + " ORDER BY q.from_day, g.id")
                .param("duty", duty.value())
                .query(ReportRepository::map)
                .list();
    }

    /** Missed ones of which this report tells. */
    List<ProgressReport> coveredBy(ReportId report) {
        return jdbc.sql(SELECT + " WHERE g.covered_by = :report ORDER BY q.from_day, g.id")
                .param("report", report.value())
                .query(ReportRepository::map)
                .list();
    }

    void cover(ReportId missed, ReportId by) {
        jdbc.sql("UPDATE progress_report SET covered_by = :by WHERE id = :id")
                .param("by", by.value())
                .param("id", missed.value())
                .update();
    }

    /** A report that became void tells of nothing. */
    void uncover(ReportId by) {
        jdbc.sql("UPDATE progress_report SET covered_by = NULL WHERE covered_by = :by")
                .param("by", by.value())
                .update();
    }
}
