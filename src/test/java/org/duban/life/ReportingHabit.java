package org.duban.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.duban.base.Moments;
import org.duban.inbox.ItemKind;
import org.duban.report.ReportContent;
import org.duban.report.ReportId;
import org.duban.report.Reports;
import org.duban.report.Reviews;
import org.duban.support.Fixture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Departments report, the supervisor accepts or returns. */
@Component
class ReportingHabit implements Habit {

    private final Reports reports;
    private final Reviews reviews;
    private final Fixture fixture;
    private final JdbcClient jdbc;

    ReportingHabit(Reports reports, Reviews reviews, Fixture fixture, JdbcClient jdbc) {
        this.reports = reports;
        this.reviews = reviews;
        this.fixture = fixture;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void day(Crowd crowd) {
        for (Crowd.Item item : crowd.items(EnumSet.of(ItemKind.REPORT, ItemKind.AMEND))) {
            if (crowd.getsToIt(item.due())) {
                write(crowd, item);
            }
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.REVIEW))) {
            if (crowd.getsToIt(item.due())) {
                review(crowd, item);
            }
        }
    }

    private void write(Crowd crowd, Crowd.Item item) {
        ReportId report = new ReportId(item.subject());
        int percent = Math.min(100, percent(report) + crowd.between(0, 14));
        ReportContent content = new ReportContent(percent, "按计划推进", crowd.chance(20) ? "需协调资金" : null, Map.of());
        if (crowd.chance(10)) {
            crowd.act(
                    crowd.staff(item.department()),
                    "save a draft",
                    () -> reports.saveDraft(report, content, fixture.revision(report)));
        }
        crowd.act(
                crowd.staff(item.department()),
                item.kind() == ItemKind.AMEND ? "hand in an amended report" : "hand in a report",
                () -> reports.submit(report, content, fixture.revision(report)));
    }

    private void review(Crowd crowd, Crowd.Item item) {
        ReportId report = new ReportId(item.subject());
        if (crowd.chance(15)) {
            crowd.act(
                    crowd.supervisor(),
                    "return a report",
                    () -> reviews.returnForAmendment(
                            report,
                            fixture.handIn(report),
                            "请补充数据",
                            reviews.proposedDue(due(report), handedIn(report))));
        } else {
            crowd.act(
                    crowd.supervisor(), "accept a report", () -> reviews.accept(report, fixture.handIn(report), null));
        }
    }

    private Instant handedIn(ReportId report) {
        return jdbc.sql("SELECT MAX(submitted_at) AS at FROM report_submission WHERE report_id = :id")
                .param("id", report.value())
                .query((row, number) -> Moments.read(row, "at"))
                .single();
    }

    private LocalDate due(ReportId report) {
        return jdbc.sql("SELECT due_on FROM progress_report WHERE id = :id")
                .param("id", report.value())
                .query(LocalDate.class)
                .single();
    }

    private int percent(ReportId report) {
        return jdbc.sql("SELECT COALESCE(y.percent, 0) FROM duty y JOIN progress_report g ON g.duty_id = y.id"
                        + " WHERE g.id = :id")
                .param("id", report.value())
                .query(Integer.class)
                .single();
    }
}
