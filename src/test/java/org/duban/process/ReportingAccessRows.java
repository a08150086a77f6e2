package org.duban.process;

import java.time.LocalDate;
import java.util.Set;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.directive.ReportingPlans;
import org.duban.report.Contributions;
import org.duban.report.FinalReports;
import org.duban.report.HeadApprovals;
import org.duban.report.JointReturns;
import org.springframework.context.ApplicationContext;

/** The part of the {@link AccessTable} that is about reporting plans and what reports go through. */
final class ReportingAccessRows {

    private static final LocalDate LATER = LocalDate.of(2026, 12, 1);

    private final AccessTable table;
    private final AccessWorld world;
    private final ApplicationContext application;

    ReportingAccessRows(AccessTable table, AccessWorld world, ApplicationContext application) {
        this.table = table;
        this.world = world;
        this.application = application;
    }

    void enter() {
        ReportingPlans plans = application.getBean(ReportingPlans.class);
        //                                staff head fellow other superv. other leader admin
        table.act(
                "ReportingPlans.change",
                "          x    x    x      x     ok      -     x      x",
                () -> plans.change(
                        world.directive,
                        ReportingPlan.of(ReportingFrequency.MONTHLY),
                        ReportingPlan.of(ReportingFrequency.QUARTERLY)));
        Contributions contributions = application.getBean(Contributions.class);
        table.see("Contributions.draft", "- - ok - - - - -", () -> contributions.draft(world.contribution));
        table.see(
                "Contributions.saveDraft",
                "- - ok - - - - -",
                () -> contributions.saveDraft(world.contribution, "正在写", 0));
        table.see("Contributions.details", "ok ok ok - ok - ok -", () -> contributions.details(world.contribution));
        table.act(
                "Contributions.submit", "- - ok - - - - -", () -> contributions.submit(world.contribution, "已完成配合事项"));
        HeadApprovals approvals = application.getBean(HeadApprovals.class);
        table.act("HeadApprovals.approve", "x ok - - x x x x", () -> approvals.approve(world.withHead));
        table.act("HeadApprovals.holdBack", "x ok - - x x x x", () -> approvals.holdBack(world.withHead, "请补充"));
        FinalReports finals = application.getBean(FinalReports.class);
        table.see("FinalReports.possible", "ok ok 0 0 0 0 0 0", () -> finals.possible(world.missingTask));
        table.act("FinalReports.begin", "ok ok - - - - - -", () -> finals.begin(world.missing));
        JointReturns joint = application.getBean(JointReturns.class);
        table.see("JointReturns.preview", "- - - - ok - - -", () -> joint.preview(world.submitted));
        table.act(
                "JointReturns.returnAll",
                "x x x x ok - x x",
                () -> joint.returnAll(world.submitted, Set.of(world.fixture.handIn(world.submitted)), "请统一口径", LATER));
    }
}
