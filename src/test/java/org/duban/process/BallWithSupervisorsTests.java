package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.ladder.DeadlineKind;
import org.duban.ladder.EscalationStep;
import org.duban.ladder.Urges;
import org.duban.report.ContributionId;
import org.duban.report.Contributions;
import org.duban.report.JointReturns;
import org.duban.report.ProgressReport;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Assigned;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Transfers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No clock of a department runs while the supervisors have the ball, and all of them do while it has it itself. */
class BallWithSupervisorsTests extends LadderTest {

    @Autowired
    Urges urges;

    @Autowired
    JointReturns jointReturns;

    @Autowired
    Transfers transfers;

    @Autowired
    Contributions contributions;

    @Test
    void restsWithTheReportOfADisputedDutyAndGivesTheDaysBack() {
        KeyTaskId task = monthly(false, leads(lead), shares(helper));
        sign(task, lead);
        goTo(REPORT_OPENS);
        ReportId report = reportOf(helper);
        goTo(REPORT_DUE.minusDays(1));
        DutyId duty = takeUp(task, helper);

        liveUntil(calendar.plusWorkingDays(REPORT_DUE, 6));
        assertThat(reportStepsOf(helper, task)).as("nobody can hand it in").isZero();
        assertThat(reportStepsOf(lead, task)).as("the other one climbs").isPositive();
        assertThat(shownAsLate(report)).as("nor is late with it").isFalse();
        LocalDate decided = calendar.today();
        confirm(duty);

        LocalDate due = calendar.plusWorkingDays(decided, 1);
        assertThat(report(report).dueOn()).as("the day that it had left").isEqualTo(due);
        assertThat(only(helper.staff(), ItemKind.REPORT).dueOn()).isEqualTo(due);
        sign(task, helper);
        liveUntil(due);
        assertThat(reportStepsOf(helper, task)).isZero();
        liveUntil(calendar.plusWorkingDays(due, 1));
        assertThat(reportStepsOf(helper, task)).isOne();
    }

    @Test
    void leavesAReportAsLateAsItWasBeforeTheDispute() {
        KeyTaskId task = monthly(false, leads(lead), shares(helper));
        sign(task, lead);
        goTo(REPORT_OPENS);
        ReportId report = reportOf(helper);
        liveUntil(calendar.plusWorkingDays(REPORT_DUE, 2));
        assertThat(reportStepsOf(helper, task)).isOne();
        DutyId duty = takeUp(task, helper);
        assertThat(shownAsLate(report)).isTrue();
        liveUntil(calendar.plusWorkingDays(REPORT_DUE, 7));
        confirm(duty);
        sign(task, helper);

        assertThat(report(report).dueOn()).isEqualTo(calendar.minusWorkingDays(calendar.today(), 2));
        assertThat(shownAsLate(report)).isTrue();
        goTo(calendar.plusWorkingDays(calendar.today(), 1));
        assertThat(reportStepsOf(helper, task))
                .as("the same step is not taken twice")
                .isOne();
        goTo(calendar.plusWorkingDays(calendar.today(), 1));
        assertThat(reportStepsOf(helper, task)).as("four days late").isEqualTo(2);
    }

    @Test
    void givesNoDayBackTwiceWhereTheKeyTaskStoodStillMeanwhile() {
        KeyTaskId task = monthly(false, leads(lead), shares(helper));
        sign(task, lead);
        goTo(REPORT_OPENS);
        ReportId report = reportOf(helper);
        DutyId duty = takeUp(task, helper);
        goTo(calendar.plusWorkingDays(REPORT_OPENS, 1));
        fixture.as(supervisor, () -> suspensions.suspend(task, YEAR_END, "机构改革"));
        goTo(calendar.plusWorkingDays(REPORT_OPENS, 4));
        fixture.as(supervisor, () -> suspensions.resume(task, "恢复"));
        goTo(calendar.plusWorkingDays(REPORT_OPENS, 6));
        confirm(duty);

        assertThat(report(report).dueOn()).isEqualTo(calendar.plusWorkingDays(REPORT_DUE, 6));
    }

    @Test
    void givesNoDayBackFromBeforeANewDayWasSet() {
        Office other = fixture.office();
        KeyTaskId task = monthly(false, leads(lead), shares(helper));
        sign(task, lead, helper);
        goTo(REPORT_OPENS);
        ReportId report = reportOf(helper);
        submit(helper, report, 30);
        DutyId duty = duty(task, helper).id();
        fixture.as(supervisor, () -> transfers.transfer(duty, other.id(), "机构职能调整"));
        takeUp(task, other);
        goTo(calendar.plusWorkingDays(REPORT_OPENS, 20));
        LocalDate newDue = calendar.plusWorkingDays(calendar.today(), 10);
        sendBack(report, newDue);
        goTo(calendar.plusWorkingDays(calendar.today(), 1));

        confirm(duty);

        LocalDate due = calendar.plusWorkingDays(newDue, 1);
        assertThat(report(report).dueOn()).isEqualTo(due);
        assertThat(only(other.staff(), ItemKind.AMEND).dueOn()).isEqualTo(due);
    }

    @Test
    void givesTheDaysBackToTheSuccessorOfWhoDisputed() {
        Office heir = fixture.office();
        KeyTaskId task = monthly(false, leads(lead), shares(helper));
        sign(task, lead);
        goTo(REPORT_OPENS);
        ReportId report = reportOf(helper);
        DutyId duty = takeUp(task, helper);
        fixture.abolish(helper, heir);
        liveUntil(LocalDate.of(2026, 4, 17));
        int waited = calendar.workingDaysBetween(REPORT_OPENS, calendar.today());

        fixture.as(supervisor, () -> successions.accept(duty, heir.id(), null));

        LocalDate due = calendar.plusWorkingDays(REPORT_DUE, waited);
        assertThat(report(report).dueOn()).isEqualTo(due);
        liveUntil(calendar.nextWorkingDay(due.plusDays(1)));
        assertThat(report(report).state()).as("its period is closed").isEqualTo(ProgressReport.State.MISSED);
    }

    @Test
    void givesTheDaysOfAContributionBackToTheSuccessorToo() {
        Office other = fixture.office();
        Office heir = fixture.office();
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead), helps(helper));
        fixture.launch(supervisor, directive, new ReportingPlan(ReportingFrequency.MONTHLY, 25, false, 3), YEAR_END);
        KeyTaskId task = tasksOf(directive).getFirst();
        sign(task, lead, helper);
        goTo(REPORT_OPENS);
        OpenItem asked = only(helper.staff(), ItemKind.CONTRIBUTE);
        DutyId duty = duty(task, helper).id();
        fixture.as(supervisor, () -> transfers.transfer(duty, other.id(), "机构职能调整"));
        takeUp(task, other);
        fixture.abolish(other, heir);
        goTo(calendar.plusWorkingDays(REPORT_OPENS, 3));

        fixture.as(supervisor, () -> successions.accept(duty, heir.id(), null));

        LocalDate due = calendar.plusWorkingDays(asked.dueOn(), 3);
        assertThat(only(heir.staff(), ItemKind.CONTRIBUTE).dueOn()).isEqualTo(due);
        ContributionId contribution = new ContributionId(asked.subjectId());
        assertThat(fixture.as(heir.staff(), () -> contributions.details(contribution))
                        .contribution()
                        .dueOn())
                .isEqualTo(due);
    }

    @Test
    void closesThePeriodOfADutyThatWasDisputedAtTheClosing() {
        KeyTaskId task = monthly(false, leads(lead), shares(helper));
        sign(task, lead);
        goTo(REPORT_OPENS);
        ReportId report = reportOf(helper);
        DutyId duty = takeUp(task, helper);
        liveUntil(LocalDate.of(2026, 4, 16));
        assertThat(report(report).state()).isEqualTo(ProgressReport.State.OPEN);

        confirm(duty);
        sign(task, helper);
        LocalDate due = report(report).dueOn();
        assertThat(due).isEqualTo(calendar.plusWorkingDays(calendar.today(), 7));
        liveUntil(due);
        assertThat(report(report).state()).isEqualTo(ProgressReport.State.OPEN);
        liveUntil(calendar.nextWorkingDay(due.plusDays(1)));

        assertThat(report(report).state()).isEqualTo(ProgressReport.State.MISSED);
    }

    @Test
    void takesNoReturnOfADepartmentForOneOfTheSupervisors() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead), helps(helper));
        sign(task, lead, helper);
        applyOnly(task, lead);
        long applied = application(task).id();
        fixture.as(lead.staff(), () -> completions.takeBack(applied));
        applyOnly(task, lead);
        giveBack(task, helper);

        climbs(DUE, () -> task(task).escalationLevel(), Map.of(1, 1, 3, 1, 6, 2));

        assertThat(steps(task)).extracting(EscalationStep::timesReturned).containsOnly(0);
    }

    @Test
    void countsAgainstTheDepartmentsWhatTheyTookForCountersigning() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead), helps(helper));
        sign(task, lead, helper);
        goTo(DUE);
        applyOnly(task, lead);
        goTo(calendar.plusWorkingDays(DUE, 4));
        agree(task, helper);
        goTo(calendar.plusWorkingDays(DUE, 9));
        fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料"));

        goTo(calendar.plusWorkingDays(DUE, 11));

        assertThat(steps(task).getFirst().workingDaysLate())
                .as("of eleven days five with the supervisors")
                .isEqualTo(6);
        assertThat(steps(task).getFirst().timesReturned()).isOne();
    }

    @Test
    void countsTheWholeTimeWithTheSupervisorsAlsoBeforeTheFindingOnSite() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);
        goTo(DUE);
        applyOnly(task, lead);
        goTo(calendar.plusWorkingDays(DUE, 1));
        orderCheck(task);
        goTo(calendar.plusWorkingDays(DUE, 8));
        recordCheck(task, false);
        fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料"));

        liveUntil(calendar.plusWorkingDays(DUE, 9));

        assertThat(steps(task).getFirst().workingDaysLate())
                .as("of nine days eight with the supervisors")
                .isEqualTo(1);
    }

    @Test
    void standsWhileTheLateReportLiesWithTheHead() {
        KeyTaskId task = monthly(true, leads(lead));
        sign(task, lead);
        liveUntil(calendar.plusWorkingDays(REPORT_DUE, 5));
        assertThat(fixture.as(fixture.leader(), () -> records.standing(2, 50))).hasSize(1);

        submit(lead, reportOf(lead), 30);

        assertThat(fixture.as(fixture.leader(), () -> records.standing(2, 50)))
                .as("still within the department")
                .hasSize(1);
    }

    @Test
    void returnsNothingUntilADayThatNobodyLivesToSee() {
        KeyTaskId task = monthly(false, leads(lead), shares(helper));
        sign(task, lead, helper);
        goTo(REPORT_OPENS);
        ReportId first = reportOf(lead);
        ReportId second = reportOf(helper);
        submit(lead, first, 30);
        submit(helper, second, 30);
        LocalDate tooFar =
                calendar.today().plusYears(Directives.FARTHEST_DUE_YEARS).plusDays(1);

        refused("refusal.directive.dueTooFar", () -> sendBack(first, tooFar));
        refused(
                "refusal.directive.dueTooFar",
                () -> fixture.as(
                        supervisor,
                        () -> jointReturns.returnAll(
                                first, Set.of(fixture.handIn(first), fixture.handIn(second)), "统一口径", tooFar)));
        sendBack(first, tooFar.minusDays(1));
    }

    @Test
    void urgesNobodyWhileTheCompletionIsCheckedOnSite() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), shares(helper));
        sign(task, lead, helper);
        apply(task, lead);
        DutyId duty = duty(task, helper).id();
        refused("refusal.urge.verifying", () -> fixture.as(supervisor, () -> urges.urge(duty, "请抓紧")));

        orderCheck(task);

        refused("refusal.urge.verifying", () -> fixture.as(supervisor, () -> urges.urge(duty, "请抓紧")));
        recordCheck(task, true);
        fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料"));
        fixture.as(supervisor, () -> urges.urge(duty, "请抓紧"));
    }

    private KeyTaskId monthly(boolean headApproves, Assigned... assigned) {
        DirectiveId directive = fixture.directive(supervisor, 1, assigned);
        fixture.launch(
                supervisor, directive, new ReportingPlan(ReportingFrequency.MONTHLY, 25, headApproves, 0), YEAR_END);
        return tasksOf(directive).getFirst();
    }

    private void confirm(DutyId duty) {
        fixture.as(supervisor, () -> acknowledgements.confirm(duty, "职责明确"));
    }

    private ProgressReport report(ReportId id) {
        return fixture.as(supervisor, () -> reports.details(id)).report();
    }

    private boolean shownAsLate(ReportId id) {
        boolean late = fixture.as(supervisor, () -> reports.details(id)).late();
        KeyTaskId task = report(id).taskId();
        assertThat(fixture.as(supervisor, () -> reports.of(task, 1)))
                .filteredOn(each -> each.report().id().equals(id))
                .allMatch(each -> each.late() == late)
                .isNotEmpty();
        return late;
    }

    private long reportStepsOf(Office office, KeyTaskId task) {
        return steps(task).stream()
                .filter(step ->
                        step.kind() == DeadlineKind.REPORT && office.name().equals(step.departmentName()))
                .count();
    }
}
