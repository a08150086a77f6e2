package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.duban.account.Account;
import org.duban.account.Substitutions;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.directive.Supervision;
import org.duban.extension.ExtensionId;
import org.duban.extension.Extensions;
import org.duban.extension.Request;
import org.duban.inbox.ItemKind;
import org.duban.ladder.LadderRecords;
import org.duban.report.HeadApprovals;
import org.duban.report.JointReturns;
import org.duban.report.ReportId;
import org.duban.report.Submission;
import org.duban.support.Fixture.Assigned;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 代办: what is lent is no authority to keep it, spares nobody a step, and leaves its trace. */
class LentAuthorityTests extends ProcessTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);

    @Autowired
    Substitutions substitutions;

    @Autowired
    Supervision supervision;

    @Autowired
    HeadApprovals approvals;

    @Autowired
    Extensions extensions;

    @Autowired
    JointReturns joint;

    @Autowired
    LadderRecords records;

    @Test
    void leavesItToTheSupervisorsThemselvesWhoSupervises() {
        Account colleague = fixture.supervisor();
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead));
        standIn(supervisor, colleague);

        assertThat(fixture.as(colleague, () -> supervision.of(directive))).hasSize(1);
        assertThat(fixture.as(colleague, () -> supervision.decidedByCaller(directive)))
                .isFalse();
        refused("refusal.notFound", () -> fixture.as(colleague, () -> supervision.entrust(directive, colleague.id())));
        refused("refusal.notFound", () -> fixture.as(colleague, () -> supervision.candidates(directive, "", 0, 10)));

        fixture.as(
                supervisor,
                () -> supervision.entrust(directive, fixture.supervisor().id()));
        refused(
                "refusal.notFound",
                () -> fixture.as(colleague, () -> supervision.withdraw(directive, supervisor.id())));
        fixture.as(supervisor, () -> supervision.entrust(directive, colleague.id()));
        fixture.as(colleague, () -> supervision.withdraw(directive, supervisor.id()));
    }

    @Test
    void letsWhoeverStandsInForTheHeadApproveInAStepOfItsOwn() {
        KeyTaskId task = planned(true, leads(lead));
        sign(task, lead);
        goTo(OPENING);
        ReportId report = reportOf(lead);
        standIn(lead.head(), lead.staff());

        submit(lead, report, 30);
        assertThat(items(supervisor)).isEmpty();
        assertThat(kinds(lead.staff())).contains(ItemKind.APPROVE_REPORT);
        fixture.as(lead.staff(), () -> approvals.approve(report));

        Submission handIn = latest(report);
        assertThat(handIn.approvedBy()).isEqualTo(lead.staff().displayName());
        assertThat(handIn.approvedFor()).isEqualTo(lead.head().displayName());
        TimelineEntry entry = latest(task);
        assertThat(entry.kind()).isEqualTo(Kind.REPORT_SUBMITTED);
        assertThat(entry.behalfName()).isEqualTo(lead.head().displayName());
    }

    @Test
    void saysNothingOfOthersWhereTheHeadApproves() {
        KeyTaskId task = planned(true, leads(lead));
        sign(task, lead);
        goTo(OPENING);
        ReportId report = reportOf(lead);
        fixture.as(lead.head(), () -> reports.submit(report, content(30), fixture.revision(report)));

        assertThat(latest(report).approvedBy()).isEqualTo(lead.head().displayName());
        assertThat(latest(report).approvedFor()).isNull();
    }

    @Test
    void asksForTheSignatureOfAnExtensionThatTheSubstituteAsksFor() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        DutyId duty = duty(task, lead).id();
        standIn(lead.head(), lead.staff());

        ExtensionId asked = fixture.as(
                lead.staff(), () -> extensions.ask(duty, new Request(YEAR_END.plusDays(10), "需要协调", 10, "已启动")));
        assertThat(fixture.as(lead.staff(), () -> tasks.timeline(task, 1))
                        .getFirst()
                        .kind())
                .isEqualTo(Kind.EXTENSION_ASKED);
        assertThat(items(supervisor)).isEmpty();
        fixture.as(lead.staff(), () -> extensions.sign(asked));

        assertThat(latest(task).kind()).isEqualTo(Kind.EXTENSION_SUBMITTED);
        assertThat(latest(task).behalfName()).isEqualTo(lead.head().displayName());
        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_EXTENSION);
    }

    @Test
    void keepsApartForWhomAReportWasAcceptedAndForWhomItWasTakenBack() {
        Account colleague = fixture.supervisor();
        KeyTaskId task = planned(false, leads(lead), shares(helper));
        sign(task, lead, helper);
        goTo(OPENING);
        ReportId one = reportOf(lead);
        ReportId other = reportOf(helper);
        submit(lead, one, 30);
        submit(helper, other, 30);
        standIn(supervisor, colleague);
        fixture.as(colleague, () -> reviews.accept(one, fixture.handIn(one), null));

        returnAll(supervisor, other, one);
        assertThat(latest(one).acceptedBy()).isEqualTo(colleague.displayName());
        assertThat(latest(one).acceptedFor()).isEqualTo(supervisor.displayName());
        assertThat(latest(one).reviewedBy()).isEqualTo(supervisor.displayName());
        assertThat(latest(one).reviewedFor()).isNull();

        submit(lead, one, 40);
        submit(helper, other, 40);
        accept(one);
        returnAll(colleague, other, one);
        assertThat(latest(one).acceptedFor()).isNull();
        assertThat(latest(one).reviewedBy()).isEqualTo(colleague.displayName());
        assertThat(latest(one).reviewedFor()).isEqualTo(supervisor.displayName());
    }

    @Test
    void showsWhatIsRaisedToWhoeverStandsIn() {
        Account colleague = fixture.supervisor();
        KeyTaskId task = launched(ReportingFrequency.NONE, MONDAY.plusDays(9), leads(lead));
        sign(task, lead);
        liveUntil(MONDAY.plusDays(30));
        assertThat(fixture.as(colleague, () -> records.standing(1, 10))).isEmpty();

        standIn(supervisor, colleague);

        assertThat(fixture.as(colleague, () -> records.standing(1, 10)))
                .isNotEmpty()
                .isEqualTo(fixture.as(supervisor, () -> records.standing(1, 10)));
        assertThat(fixture.as(colleague, () -> records.unreceived()))
                .isNotEmpty()
                .isEqualTo(fixture.as(supervisor, () -> records.unreceived()));
    }

    private void standIn(Account absent, Account substitute) {
        fixture.as(absent, () -> substitutions.name(absent.id(), substitute.id(), calendar.today(), null));
    }

    private KeyTaskId planned(boolean headApproves, Assigned... assigned) {
        DirectiveId directive = fixture.directive(supervisor, 1, assigned);
        fixture.launch(
                supervisor, directive, new ReportingPlan(ReportingFrequency.MONTHLY, 25, headApproves, 3), YEAR_END);
        return tasksOf(directive).getFirst();
    }

    private void returnAll(Account by, ReportId waiting, ReportId accepted) {
        Set<Long> read = Set.of(fixture.handIn(waiting), fixture.handIn(accepted));
        fixture.as(by, () -> joint.returnAll(waiting, read, "口径不一致", YEAR_END));
    }

    private Submission latest(ReportId report) {
        return fixture.as(supervisor, () -> reports.details(report))
                .submissions()
                .getFirst();
    }

    private TimelineEntry latest(KeyTaskId task) {
        return fixture.as(supervisor, () -> tasks.timeline(task, 1)).getFirst();
    }
}
