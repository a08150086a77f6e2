package org.duban.life;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.report.FinalReports;
import org.duban.report.ReportContent;
import org.duban.report.ReportId;
import org.duban.report.Reports;
import org.duban.support.Fixture;
import org.duban.task.DutyId;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Departments report, and begin final reports on what they missed. */
@Component
class ReportingHabit implements Habit {

    private record Missed(DutyId duty, DepartmentId department) {}

    private final Reports reports;
    private final FinalReports finals;
    private final Fixture fixture;
    private final PlanFacts facts;
    private final JdbcClient jdbc;

    ReportingHabit(Reports reports, FinalReports finals, Fixture fixture, PlanFacts facts, JdbcClient jdbc) {
        this.reports = reports;
        this.finals = finals;
        this.fixture = fixture;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void day(Crowd crowd) {
        for (Missed missed : missed()) {
            if (crowd.chance(2)) {
                crowd.act(
                        crowd.staff(missed.department()),
                        "begin a final report",
                        Traces.of(Kind.FINAL_REPORT_BEGUN),
                        () -> finals.begin(missed.duty()));
            }
        }
        for (Crowd.Item item : crowd.items(EnumSet.of(ItemKind.REPORT, ItemKind.AMEND))) {
            boolean sleeps = item.kind() == ItemKind.REPORT && crowd.roster().sleeps(item.department(), item.due());
            if (sleeps ? crowd.chance(0.1) : crowd.getsToIt(item.due())) {
                write(crowd, item);
            }
        }
    }

    private void write(Crowd crowd, Crowd.Item item) {
        ReportId report = new ReportId(item.subject());
        int percent = Math.min(100, percent(report) + crowd.between(0, 14));
        ReportContent content =
                new ReportContent(percent, "按计划推进", crowd.chance(20) ? "需协调资金" : null, actuals(crowd, item.task()));
        Account writer = crowd.staff(item.department());
        int before = fixture.revision(report);
        if (crowd.chance(10)) {
            crowd.act(writer, "save a draft", Traces.NONE, () -> reports.saveDraft(report, content, before));
        }
        int read = crowd.chance(98) ? fixture.revision(report) : before;
        crowd.act(
                writer,
                item.kind() == ItemKind.AMEND ? "hand in an amended report" : "hand in a report",
                traces(crowd, report, writer),
                () -> reports.submit(report, content, read));
    }

    /** Where heads approve, and one can, it comes before the head, unless the head hands it in. */
    private Traces traces(Crowd crowd, ReportId report, Account writer) {
        boolean approved = jdbc.sql("SELECT p.head_approves FROM progress_report g"
                        + " JOIN reporting_period p ON p.id = g.period_id WHERE g.id = :id")
                .param("id", report.value())
                .query(Boolean.class)
                .single();
        if (!approved || crowd.roster().isHead(writer)) {
            return Traces.of(Kind.REPORT_SUBMITTED);
        }
        return crowd.roster().in(writer.departmentId(), Role.HEAD).isEmpty()
                ? Traces.of(Kind.HEAD_APPROVAL_SKIPPED, Kind.REPORT_SUBMITTED)
                : Traces.of(Kind.REPORT_TO_HEAD);
    }

    private Map<Long, BigDecimal> actuals(Crowd crowd, long task) {
        if (!crowd.chance(30)) {
            return Map.of();
        }
        List<Long> targets = jdbc.sql(
                        "SELECT g.id FROM target g JOIN key_task t ON t.division_row_id = g.row_id WHERE t.id = :id ORDER BY g.position_no")
                .param("id", task)
                .query(Long.class)
                .list();
        return targets.isEmpty() ? Map.of() : Map.of(crowd.anyOf(targets), BigDecimal.valueOf(crowd.between(1, 90)));
    }

    private int percent(ReportId report) {
        return facts.count(
                "SELECT COALESCE(y.percent, 0) FROM duty y JOIN progress_report g ON g.duty_id = y.id WHERE g.id = :id",
                report.value());
    }

    private List<Missed> missed() {
        return jdbc.sql(
                        """
                        SELECT DISTINCT r.position_no, LENGTH(t.row_no) AS length_of_no, t.row_no, d.code, y.id, y.department_id
                          FROM progress_report g JOIN duty y ON y.id = g.duty_id
                          JOIN key_task t ON t.id = y.key_task_id
                          JOIN key_task top ON top.id = t.root_id
                          JOIN division_row r ON r.id = top.division_row_id
                          JOIN department d ON d.id = y.department_id
                         WHERE g.state = 'MISSED' AND g.covered_by IS NULL AND t.closed_at IS NULL
                         ORDER BY r.position_no, length_of_no, t.row_no, d.code""")
                .query((row, number) ->
                        new Missed(new DutyId(row.getLong("id")), new DepartmentId(row.getLong("department_id"))))
                .list();
    }
}
