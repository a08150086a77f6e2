package org.duban.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.task.DutyId;
import org.duban.task.DutyReports.ReportingDuty;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PeriodRepository {

    /** Why nobody was asked for reports on a period. */
    enum Missed {
        /** The system did not run between its opening and the opening of the one after it. */
        SYSTEM_STOOD
    }

    /**
     * @param openedAt when its reports were opened, or it was found to be missed
     * @param missed {@code null} where its reports were opened
     */
    record Recorded(ReportingPeriod period, Instant openedAt, Missed missed) {}

    /** What of the directive's plan holds for the period, whatever was changed since. */
    record Plan(boolean headApproves, int contributionDays) {}

    private final JdbcClient jdbc;
    private final Ids ids;

    PeriodRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * @param closesOn when reports that were not handed in are closed; {@code null} where none are opened
     * @param missed {@code null} if its reports are opened now
     */
    ReportingPeriod insert(
            DirectiveId directive,
            ReportingFrequency frequency,
            ReportingSchedule.Planned planned,
            LocalDate closesOn,
            ReportingPlan plan,
            Missed missed,
            Instant now) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO reporting_period
                               (id, directive_id, frequency, from_day, to_day, due_on, opened_at, missed_reason,
                                closes_on, head_approves, contribution_days)
                        VALUES (:id, :directive, :frequency, :from, :to, :due, :now, :missed, :closes, :approves,
                                :contribution)""")
                .param("id", id)
                .param("directive", directive.value())
                .param("frequency", frequency.name())
                .param("from", planned.from())
                .param("to", planned.to())
                .param("due", planned.dueOn())
                .param("now", Moments.toDatabase(now))
                .param("missed", missed == null ? null : missed.name())
                .param("closes", closesOn)
                .param("approves", plan.headApproves())
                .param("contribution", plan.contributionDays())
                .update();
        return new ReportingPeriod(id, planned.from(), planned.to(), planned.dueOn());
    }

    /** The duties are to be asked for a report on the period. */
    void owe(long period, List<ReportingDuty> duties) {
        for (ReportingDuty duty : duties) {
            jdbc.sql("INSERT INTO owed_report (period_id, duty_id) VALUES (:period, :duty)")
                    .param("period", period)
                    .param("duty", duty.duty().value())
                    .update();
        }
    }

    /** Open key tasks of the directive with duties that are yet to be asked, unless they stand still. */
    List<KeyTaskId> owing(DirectiveId directive) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT t.id FROM owed_report o
                          JOIN duty y ON y.id = o.duty_id
                          JOIN key_task t ON t.id = y.key_task_id
                         WHERE t.directive_id = :directive AND t.closed_at IS NULL AND t.suspended_at IS NULL
                         ORDER BY t.id""")
                .param("directive", directive.value())
                .query((row, number) -> new KeyTaskId(row.getLong("id")))
                .list();
    }

    /** A duty that is yet to be asked for a report on the period. */
    record Owed(DutyId duty, ReportingFrequency frequency, ReportingPeriod period) {}

    /** Those of the key task, in the order of the document. */
    List<Owed> owedOn(KeyTaskId task) {
        return jdbc.sql(
                        """
                        SELECT o.duty_id, q.frequency, q.id, q.from_day, q.to_day, q.due_on FROM owed_report o
                          JOIN reporting_period q ON q.id = o.period_id
                          JOIN duty y ON y.id = o.duty_id
                         WHERE y.key_task_id = :task ORDER BY q.from_day, y.position_no, y.id""")
                .param("task", task.value())
                .query((row, number) -> new Owed(
                        new DutyId(row.getLong("duty_id")),
                        ReportingFrequency.valueOf(row.getString("frequency")),
                        mapPeriod(row)))
                .list();
    }

    void oweNoMore(KeyTaskId task) {
        jdbc.sql("DELETE FROM owed_report WHERE duty_id IN (SELECT y.id FROM duty y WHERE y.key_task_id = :task)")
                .param("task", task.value())
                .update();
    }

    Plan plan(long period) {
        return jdbc.sql("SELECT head_approves, contribution_days FROM reporting_period WHERE id = :id")
                .param("id", period)
                .query((row, number) -> new Plan(row.getBoolean("head_approves"), row.getInt("contribution_days")))
                .single();
    }

    /** The last one of its length that was opened or missed. */
    Optional<Recorded> newest(DirectiveId directive, ReportingFrequency frequency) {
        return jdbc.sql(
                        """
                        SELECT id, from_day, to_day, due_on, opened_at, missed_reason FROM reporting_period
                         WHERE directive_id = :directive AND frequency = :frequency ORDER BY from_day DESC LIMIT 1""")
                .param("frequency", frequency.name())
                .param("directive", directive.value())
                .query(PeriodRepository::map)
                .optional();
    }

    private static Recorded map(ResultSet row, int number) throws SQLException {
        String missed = row.getString("missed_reason");
        return new Recorded(
                mapPeriod(row), Moments.read(row, "opened_at"), missed == null ? null : Missed.valueOf(missed));
    }

    private static ReportingPeriod mapPeriod(ResultSet row) throws SQLException {
        return new ReportingPeriod(
                row.getLong("id"),
                Moments.readDay(row, "from_day"),
                Moments.readDay(row, "to_day"),
                Moments.readDay(row, "due_on"));
    }
}
