package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.base.DueKey;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Office;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.SuccessionProposal;
import org.duban.task.Successions;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of the duties of departments that are abolished, on every way that a supervisor can send them. */
class SuccessionTests extends ProcessTest {

    @Autowired
    Successions successions;

    private Office heir;

    @BeforeEach
    void makeAnHeir() {
        heir = fixture.office();
    }

    @Test
    void isProposedToTheSupervisorWhenTheDepartmentIsAbolished() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        KeyTaskId closed = launched(ReportingFrequency.NONE);
        sign(closed, lead);
        apply(closed, lead);
        fixture.as(supervisor, () -> completions.close(closed, fixture.application(closed), Outcome.DONE, null));

        fixture.abolish(lead, heir);

        assertThat(only(supervisor, ItemKind.DECIDE_SUCCESSION).keyTaskId()).isEqualTo(task.value());
        assertThat(proposals(task)).singleElement().satisfies(proposal -> {
            assertThat(proposal.predecessor().id()).isEqualTo(lead.id());
            assertThat(proposal.heirs())
                    .extracting(each -> each.department().id())
                    .containsExactly(heir.id());
        });
        assertThat(kinds(lead.staff())).as("nothing changes by itself").containsExactly(ItemKind.ACKNOWLEDGE);
        assertThat(history(task)).containsExactly(Kind.LAUNCHED, Kind.SUCCESSION_PROPOSED);
    }

    @Test
    void isProposedAtTheLaunchForADepartmentThatWasAbolishedBefore() {
        fixture.abolish(lead, heir);

        KeyTaskId task = launched(ReportingFrequency.NONE);

        assertThat(only(supervisor, ItemKind.DECIDE_SUCCESSION).keyTaskId()).isEqualTo(task.value());
        assertThat(history(task)).containsExactly(Kind.LAUNCHED, Kind.SUCCESSION_PROPOSED);
        accept(task, lead, heir);
        assertThat(kinds(heir.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
    }

    @Test
    void letsTheSuccessorSignWhatWasNotSignedForWithItsOwnClock() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        fixture.abolish(lead, heir);
        goTo(MONDAY.plusDays(7));

        accept(task, lead, heir);

        assertThat(items(lead.staff())).isEmpty();
        assertThat(only(heir.staff(), ItemKind.ACKNOWLEDGE).dueOn()).isEqualTo(MONDAY.plusDays(9));
        sign(task, heir);
        assertThat(duty(task, heir).role()).isEqualTo(DutyRole.LEAD);
        apply(task, heir);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.VERIFY);
        assertThat(history(task)).containsSubsequence(Kind.SUCCESSION_PROPOSED, Kind.DUTY_SUCCEEDED, Kind.ACKNOWLEDGED);
    }

    @Test
    void letsSeveralSuccessorsSignEachForItself() {
        Office other = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.NONE);
        fixture.abolish(lead, heir);
        fixture.abolish(helper, other);
        accept(task, lead, heir);
        accept(task, helper, other);

        sign(task, other);
        assertThat(kinds(heir.staff())).as("the other clock runs on").containsExactly(ItemKind.ACKNOWLEDGE);
        goTo(MONDAY.plusDays(7));
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isOne();
        sign(task, heir);
        assertThat(task(task).state()).isEqualTo(KeyTask.State.RUNNING);
    }

    @Test
    void leavesNothingOfASuccessorThatDidNotSignWhenTheTaskIsClosed() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        fixture.abolish(helper, heir);
        accept(task, helper, heir);
        DutyId unsigned = duty(task, heir).id();
        sign(task, lead);
        apply(task, lead);

        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        String ofTheTask = " x JOIN ACT_RU_EXECUTION e ON e.PROC_INST_ID_ = x.%s JOIN ACT_RE_PROCDEF d"
                + " ON d.ID_ = e.PROC_DEF_ID_ WHERE d.KEY_ IN ('key-task', 'acknowledgement')";
        assertThat(count("ACT_RU_EXECUTION" + ofTheTask.formatted("PROC_INST_ID_")))
                .isZero();
        assertThat(count("ACT_RU_EVENT_SUBSCR" + ofTheTask.formatted("PROC_INST_ID_")))
                .isZero();
        assertThat(count("ACT_RU_VARIABLE" + ofTheTask.formatted("PROC_INST_ID_")))
                .isZero();
        assertThat(count("ACT_RU_JOB" + ofTheTask.formatted("PROCESS_INSTANCE_ID_")))
                .isZero();
        assertThat(count("ACT_RU_JOB")).as("the daily round's").isOne();
        alreadyHandled(heir.staff(), () -> acknowledgements.acknowledge(unsigned));
    }

    @Test
    void endsTheDisputeOfItsPredecessor() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = dispute(task, lead);
        fixture.abolish(lead, heir);

        accept(task, lead, heir);

        assertThat(items(supervisor)).isEmpty();
        assertThat(details(task).disputes()).isEmpty();
        assertThat(duty(task, heir).state()).isEqualTo(Duty.State.AWAITING);
        alreadyHandled(supervisor, () -> acknowledgements.confirm(duty, "职责明确"));
        sign(task, heir);
    }

    @Test
    void entersIntoWhatWasSignedForWithItsFiguresAndDates() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        Duty before = duty(task, lead);
        jdbc.sql("UPDATE duty SET percent = 40 WHERE id = :id")
                .param("id", before.id().value())
                .update();
        fixture.abolish(lead, heir);

        accept(task, lead, heir);

        Duty after = duty(task, heir);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.state()).isEqualTo(Duty.State.ACKNOWLEDGED);
        assertThat(after.acknowledgedAt()).isEqualTo(before.acknowledgedAt());
        assertThat(after.percent()).isEqualTo(40);
        assertThat(fixture.as(lead.staff(), () -> tasks.visible(task))).isFalse();
        assertThat(fixture.as(supervisor, () -> tasks.timeline(task, 1)).getFirst())
                .satisfies(entry -> {
                    assertThat(entry.departmentName()).isEqualTo(heir.name());
                    assertThat(entry.figure()).as("whose it was").isEqualTo(lead.name());
                    assertThat(entry.note()).isEqualTo("按改革方案承接");
                });
        apply(task, heir);
    }

    @Test
    void takesOverTheOpenReportWithTheDayOnWhichItWasDue() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        goTo(LocalDate.of(2026, 4, 1));
        LocalDate due = only(lead.staff(), ItemKind.REPORT).dueOn();
        ReportId report = reportOf(lead);
        fixture.abolish(lead, heir);
        goTo(due.plusDays(1));

        accept(task, lead, heir);

        assertThat(items(lead.staff())).isEmpty();
        assertThat(only(heir.staff(), ItemKind.REPORT).dueOn())
                .as("late stays late")
                .isEqualTo(due);
        assertThat(reportOf(heir)).isEqualTo(report);
        submit(heir, report, 30);
        sendBack(report, calendar.today().plusDays(14));
        submit(heir, report, 35);
        accept(report);
        assertThat(task(task).percent()).isEqualTo(35);
    }

    @Test
    void takesOverAReportThatIsReturnedLater() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead);
        goTo(LocalDate.of(2026, 4, 1));
        ReportId report = reportOf(lead);
        submit(lead, report, 30);
        fixture.abolish(lead, heir);

        accept(task, lead, heir);
        sendBack(report, calendar.today().plusDays(14));

        assertThat(kinds(heir.staff())).containsExactly(ItemKind.AMEND);
        submit(heir, report, 40);
    }

    @Test
    void becomesOneWithTheDutyThatTheSuccessorHasAlready() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        goTo(LocalDate.of(2026, 4, 1));
        fixture.abolish(lead, helper);

        accept(task, lead, helper);

        assertThat(duty(task, lead).state()).isEqualTo(Duty.State.WITHDRAWN);
        assertThat(duty(task, helper).role()).isEqualTo(DutyRole.LEAD);
        assertThat(kinds(helper.staff())).as("it reports from now on").containsExactly(ItemKind.REPORT);
        assertThat(items(lead.staff())).isEmpty();
        submit(helper, reportOf(helper), 20);
        apply(task, helper);
    }

    @Test
    void becomesOneWithItBeforeAnybodyHasSigned() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        fixture.abolish(helper, lead);

        accept(task, helper, lead);

        assertThat(duty(task, helper).state()).isEqualTo(Duty.State.WITHDRAWN);
        assertThat(duty(task, lead).role()).as("the stronger one stays").isEqualTo(DutyRole.LEAD);
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        sign(task, lead);
    }

    @Test
    void leadsOnWhereTheSuccessorAnsweredJointly() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), shares(helper));
        fixture.abolish(lead, helper);

        accept(task, lead, helper);

        assertThat(duty(task, helper).role()).as("the stronger one").isEqualTo(DutyRole.LEAD);
    }

    @Test
    void waitsForTheReviewBeforeItBecomesOne() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        goTo(LocalDate.of(2026, 4, 1));
        ReportId report = reportOf(lead);
        submit(lead, report, 30);
        fixture.abolish(lead, helper);

        refused("refusal.succession.reviewFirst", () -> accept(task, lead, helper));

        assertThat(kinds(supervisor)).contains(ItemKind.DECIDE_SUCCESSION, ItemKind.REVIEW);
        accept(report);
        accept(task, lead, helper);
    }

    @Test
    void passesOnTheApplicationForCompletion() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        apply(task, lead);
        fixture.abolish(lead, heir);

        accept(task, lead, heir);

        assertThat(only(supervisor, ItemKind.VERIFY).aboutDepartment()).isEqualTo(heir.name());
        fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料"));
        apply(task, heir);
    }

    @Test
    void staysWhereItIsWhenTheSupervisorDeclinesAndIsNotProposedAgain() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        fixture.abolish(lead, heir);
        DutyId duty = duty(task, lead).id();

        refused("refusal.reasonMissing", () -> fixture.as(supervisor, () -> successions.decline(duty, " ")));
        fixture.as(supervisor, () -> successions.decline(duty, "本项职责未划转"));

        assertThat(items(supervisor)).isEmpty();
        assertThat(proposals(task)).isEmpty();
        sign(task, lead);
        alreadyHandled(supervisor, () -> successions.accept(duty, heir.id(), null));
        alreadyHandled(supervisor, () -> successions.decline(duty, "再次"));
    }

    @Test
    void refusesASuccessorThatCanNot() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        Office empty = fixture.officeWithoutPeople();
        fixture.abolish(lead, heir, empty);
        fixture.abolish(helper, heir);

        refused("refusal.dispute.unstaffed", () -> accept(task, lead, empty));
        refused("refusal.succession.abolished", () -> accept(task, lead, helper));
        refused("refusal.succession.abolished", () -> accept(task, lead, lead));
        assertThat(duty(task, lead).state()).isEqualTo(Duty.State.AWAITING);
    }

    @Test
    void choosesForTheSupervisorOnlyWhereThereIsNoChoice() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        fixture.abolish(lead, heir, fixture.office());
        fixture.abolish(helper, heir);

        refused("refusal.succession.choose", () -> only(task, lead));
        only(task, helper);

        assertThat(duty(task, heir).role()).isEqualTo(DutyRole.COOPERATING);
    }

    @Test
    void followsReformsThatCameAfterEachOther() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        Office last = fixture.office();
        fixture.abolish(lead, heir);
        fixture.abolish(heir, last);

        assertThat(proposals(task).getFirst().heirs())
                .extracting(each -> each.department().id())
                .containsExactly(last.id());
        only(task, lead);
        assertThat(kinds(last.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
    }

    @Test
    void isProposedAgainWhenTheSuccessorIsAbolished() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        Office last = fixture.office();
        fixture.abolish(lead, heir);
        only(task, lead);
        fixture.abolish(heir, last);

        only(task, heir);

        assertThat(duty(task, last).state()).isEqualTo(Duty.State.ACKNOWLEDGED);
    }

    @Test
    void isNoLongerProposedOnceTheDutyWentAnotherWay() {
        KeyTaskId changed = launched(ReportingFrequency.NONE);
        KeyTaskId closed = launched(ReportingFrequency.NONE);
        sign(closed, lead);
        apply(closed, lead);
        fixture.abolish(lead, heir);
        DutyId duty = dispute(changed, lead);

        fixture.as(
                supervisor, () -> acknowledgements.change(duty, fixture.office().id(), DutyRole.LEAD, "改由其牵头"));
        fixture.as(supervisor, () -> completions.close(closed, fixture.application(closed), Outcome.DONE, null));

        assertThat(items(supervisor)).isEmpty();
        alreadyHandled(supervisor, () -> successions.decline(duty, "已变更"));
    }

    @Test
    void keepsItsSupervisorWaitingWithoutHoldingTheBall() {
        KeyTaskId task = launched(ReportingFrequency.NONE, MONDAY.plusDays(1), leads(lead));
        sign(task, lead);
        fixture.abolish(lead, heir);
        goTo(MONDAY.plusDays(3));

        assertThat(fixture.as(supervisor, () -> tasks.overdue(DueKey.START, 10)).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.holders())
                        .singleElement()
                        .satisfies(holder -> assertThat(holder.supervisors()).isFalse()));
    }

    private List<SuccessionProposal> proposals(KeyTaskId task) {
        return details(task).successions();
    }

    private void accept(KeyTaskId task, Office predecessor, Office successor) {
        DutyId duty = duty(task, predecessor).id();
        fixture.as(supervisor, () -> successions.accept(duty, successor.id(), "按改革方案承接"));
    }

    private void only(KeyTaskId task, Office predecessor) {
        DutyId duty = duty(task, predecessor).id();
        fixture.as(supervisor, () -> successions.acceptOnlyHeir(duty));
    }
}
