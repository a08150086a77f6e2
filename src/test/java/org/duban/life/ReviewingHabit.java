package org.duban.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.Account;
import org.duban.base.Moments;
import org.duban.inbox.ItemKind;
import org.duban.report.HeadApprovals;
import org.duban.report.JointReturns;
import org.duban.report.ProgressReport;
import org.duban.report.ReportId;
import org.duban.report.Reviews;
import org.duban.support.Fixture;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Heads approve reports or hold them back; the supervisor accepts, returns one (单独退回) or all of the period (整体退回). */
@Component
class ReviewingHabit implements Habit {

    private final HeadApprovals approvals;
    private final Reviews reviews;
    private final JointReturns joint;
    private final Fixture fixture;
    private final JdbcClient jdbc;

    ReviewingHabit(HeadApprovals approvals, Reviews reviews, JointReturns joint, Fixture fixture, JdbcClient jdbc) {
        this.approvals = approvals;
        this.reviews = reviews;
        this.joint = joint;
        this.fixture = fixture;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public void day(Crowd crowd) {
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.APPROVE_REPORT))) {
            if (crowd.chance(50)) {
                approve(crowd, item);
            }
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.REVIEW))) {
            if (crowd.getsToIt(item.due())) {
                review(crowd, new ReportId(item.subject()));
            }
        }
    }

    private void approve(Crowd crowd, Crowd.Item item) {
        ReportId report = new ReportId(item.subject());
        if (crowd.chance(93)) {
            crowd.act(
                    crowd.head(item.department()),
                    "approve a report",
                    Traces.of(Kind.REPORT_SUBMITTED),
                    () -> approvals.approve(report));
        } else {
            crowd.act(
                    crowd.head(item.department()),
                    "hold a report back",
                    Traces.of(Kind.REPORT_HELD_BACK),
                    () -> approvals.holdBack(report, "请核实数据"));
        }
    }

    private void review(Crowd crowd, ReportId report) {
        Account supervisor = crowd.supervisor();
        int kind = crowd.between(1, 100);
        if (kind <= 1) {
            returnAll(crowd, supervisor, report);
        } else if (kind <= 9) {
            // another one may have been returned with all a moment ago: this is what the supervisor had on the screen
            long read = fixture.handIn(report);
            LocalDate due = reviews.proposedDue(due(report), handedIn(report));
            crowd.act(
                    supervisor,
                    "return a report",
                    Traces.of(Kind.REPORT_RETURNED),
                    () -> reviews.returnForAmendment(report, read, "请补充数据", due));
        } else {
            long read = fixture.handIn(report);
            crowd.act(
                    supervisor,
                    "accept a report",
                    Traces.of(Kind.REPORT_ACCEPTED),
                    () -> reviews.accept(report, read, null));
        }
    }

    private void returnAll(Crowd crowd, Account supervisor, ReportId report) {
        JointReturns.Preview preview = fixture.as(supervisor, () -> joint.preview(report));
        List<JointReturns.Concerned> concerned = preview.concerned();
        int accepted = (int) concerned.stream()
                .filter(each -> each.report().state() == ProgressReport.State.ACCEPTED)
                .count();
        crowd.act(
                supervisor,
                "return all reports of a period",
                Traces.NONE.and(Kind.REPORT_RECALLED, accepted).and(Kind.REPORT_RETURNED, concerned.size() - accepted),
                () -> joint.returnAll(
                        report,
                        concerned.stream().map(each -> each.latest().id()).collect(Collectors.toSet()),
                        "请统一口径",
                        preview.proposedDue()));
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
}
