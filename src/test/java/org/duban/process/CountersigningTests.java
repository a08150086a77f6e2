package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.support.Fixture.Office;
import org.duban.task.Completion;
import org.duban.task.Countersignature;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.Successions;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** 会签: what the other departments say to an application for completion. */
class CountersigningTests extends ProcessTest {

    /** Three working days after the Monday. */
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);

    @Autowired
    Successions successions;

    @Autowired
    TransactionTemplate transactions;

    private Office joint;

    @BeforeEach
    void oneMore() {
        joint = fixture.office();
    }

    /** Led, shared and helped, all of it signed. */
    private KeyTaskId signed() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), shares(joint), helps(helper));
        sign(task, lead, joint, helper);
        return task;
    }

    @Test
    void comesBeforeTheVerification() {
        KeyTaskId task = signed();
        applyOnly(task, lead);
        assertThat(task(task).state()).isEqualTo(KeyTask.State.COUNTERSIGNING);
        assertThat(only(joint.staff(), ItemKind.COUNTERSIGN).dueOn()).isEqualTo(THURSDAY);
        assertThat(kinds(helper.head())).containsExactly(ItemKind.COUNTERSIGN);
        assertThat(items(lead.staff())).isEmpty();
        assertThat(items(supervisor)).isEmpty();
        refused("refusal.completion.countersigning", () -> close(task, Outcome.DONE));

        agree(task, joint);
        ledgerAndEngine.check();
        assertThat(items(joint.staff())).isEmpty();
        assertThat(items(supervisor)).isEmpty();
        fixture.as(
                helper.head(),
                () -> countersignatures.agree(countersignature(task, helper).id(), null));

        assertThat(kinds(supervisor)).containsExactly(ItemKind.VERIFY);
        assertThat(task(task).state()).isEqualTo(KeyTask.State.COMPLETION_APPLIED);
        assertThat(application(task).countersignatures())
                .extracting(Countersignature::state, Countersignature::opinion)
                .containsExactly(
                        tuple(Countersignature.State.AGREED, "无异议"), tuple(Countersignature.State.AGREED, null));
        close(task, Outcome.DONE);
        assertThat(times(task, Kind.COUNTERSIGNED)).isEqualTo(2);
    }

    @Test
    void isAskedOfNobodyWhoDidNotSign() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), shares(joint), helps(helper));
        sign(task, lead);
        dispute(task, joint);

        applyOnly(task, lead);

        assertThat(application(task).countersignatures()).isEmpty();
        assertThat(kinds(helper.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        assertThat(kinds(supervisor)).containsExactlyInAnyOrder(ItemKind.DECIDE_DISPUTE, ItemKind.VERIFY);
    }

    @Test
    void leavesNoOrphansWhenADepartmentReturnsIt() {
        Office third = fixture.office();
        KeyTaskId task =
                launched(ReportingFrequency.NONE, YEAR_END, leads(lead), shares(joint), helps(helper), helps(third));
        KeyTaskId neighbour = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), shares(joint));
        sign(task, lead, joint, helper);
        sign(neighbour, lead, joint);
        applyOnly(task, lead);
        applyOnly(neighbour, lead);
        agree(task, joint);
        long helpers = countersignature(task, helper).id();
        long joints = countersignature(task, joint).id();

        giveBack(task, helper);

        assertThat(task(task).state()).isEqualTo(KeyTask.State.RUNNING);
        assertThat(application(task).state()).isEqualTo(Completion.State.RETURNED);
        assertThat(application(task).reason()).isEqualTo("配合部分尚未完成");
        assertThat(countersignature(task, joint).state()).as("said is said").isEqualTo(Countersignature.State.AGREED);
        assertThat(countersignature(task, helper).state()).isEqualTo(Countersignature.State.RETURNED);
        assertThat(items(helper.staff())).isEmpty();
        assertThat(kinds(third.staff())).as("others go on").containsExactly(ItemKind.ACKNOWLEDGE);
        assertThat(items(joint.staff()))
                .extracting(item -> item.keyTaskId())
                .as("the neighbour's is not disturbed")
                .containsExactly(neighbour.value());
        assertThat(history(task)).endsWith(Kind.COUNTERSIGN_RETURNED);
        alreadyHandled(helper.head(), () -> countersignatures.agree(helpers, null));
        alreadyHandled(joint.head(), () -> countersignatures.giveBack(joints, "也不同意"));

        applyOnly(task, lead);
        assertThat(kinds(helper.staff())).as("all are asked anew").containsExactly(ItemKind.COUNTERSIGN);
        fixture.countersign(task);
        close(task, Outcome.DONE);
        assertThat(details(task).completions()).hasSize(2);
    }

    @Test
    void endsForThoseWhoDidNotAnswerWithTheFirstReturn() {
        KeyTaskId task = signed();
        applyOnly(task, lead);
        long helpers = countersignature(task, helper).id();

        giveBack(task, joint);

        assertThat(countersignature(task, helper).state()).isEqualTo(Countersignature.State.VOID);
        assertThat(items(helper.staff())).isEmpty();
        assertThat(count("ACT_RU_TASK")).as("nothing but the execution").isOne();
        alreadyHandled(helper.staff(), () -> countersignatures.agree(helpers, null));
    }

    @Test
    void needsAReasonForAReturn() {
        KeyTaskId task = signed();
        applyOnly(task, lead);
        long asked = countersignature(task, joint).id();

        refused("refusal.reasonMissing", () -> fixture.as(joint.staff(), () -> countersignatures.giveBack(asked, " ")));
        refused("refusal.notFound", () -> fixture.as(helper.staff(), () -> countersignatures.agree(asked, null)));
        refused("refusal.notFound", () -> fixture.as(supervisor, () -> countersignatures.agree(asked, null)));

        assertThat(task(task).state()).isEqualTo(KeyTask.State.COUNTERSIGNING);
    }

    @Test
    void isTakenBackByItsApplicant() {
        KeyTaskId task = signed();
        applyOnly(task, lead);
        long read = fixture.application(task);
        long asked = countersignature(task, joint).id();
        refused("refusal.notFound", () -> fixture.as(joint.staff(), () -> completions.takeBack(read)));
        agree(task, helper);

        fixture.as(lead.head(), () -> completions.takeBack(read));

        assertThat(task(task).state()).isEqualTo(KeyTask.State.RUNNING);
        assertThat(application(task).state()).isEqualTo(Completion.State.TAKEN_BACK);
        assertThat(countersignature(task, joint).state()).isEqualTo(Countersignature.State.VOID);
        assertThat(items(joint.staff())).isEmpty();
        assertThat(history(task)).endsWith(Kind.COMPLETION_TAKEN_BACK);
        alreadyHandled(joint.staff(), () -> countersignatures.agree(asked, null));
        alreadyHandled(lead.staff(), () -> completions.takeBack(read));
        applyOnly(task, joint);
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.COUNTERSIGN);
    }

    @Test
    void isNotTakenBackOnceTheSupervisorHasIt() {
        KeyTaskId task = signed();
        apply(task, lead);

        alreadyHandled(lead.staff(), () -> completions.takeBack(fixture.application(task)));

        assertThat(kinds(supervisor)).containsExactly(ItemKind.VERIFY);
    }

    @Test
    void isNotWaitedForAfterItsTimeIfTheSupervisorSaysSo() {
        KeyTaskId task = signed();
        applyOnly(task, lead);
        long read = fixture.application(task);
        agree(task, joint);
        long helpers = countersignature(task, helper).id();
        goTo(THURSDAY);
        refused(
                "refusal.countersign.stillInTime",
                () -> fixture.as(supervisor, () -> countersignatures.waitNoLonger(task, read)));
        goTo(THURSDAY.plusDays(1));

        fixture.as(supervisor, () -> countersignatures.waitNoLonger(task, read));

        assertThat(countersignature(task, joint).state()).isEqualTo(Countersignature.State.AGREED);
        assertThat(countersignature(task, helper).state()).isEqualTo(Countersignature.State.WAIVED);
        assertThat(countersignature(task, helper).endedBy()).isEqualTo(supervisor.displayName());
        assertThat(items(helper.staff())).isEmpty();
        assertThat(kinds(supervisor)).containsExactly(ItemKind.VERIFY);
        assertThat(times(task, Kind.COUNTERSIGN_WAIVED)).isOne();
        alreadyHandled(helper.staff(), () -> countersignatures.giveBack(helpers, "尚未完成"));
        alreadyHandled(supervisor, () -> countersignatures.waitNoLonger(task, read));
        close(task, Outcome.DONE);
    }

    @Test
    void isHandedOnToTheSuccessorOfADepartment() {
        Office heir = fixture.office();
        KeyTaskId task = signed();
        fixture.abolish(helper, heir);
        applyOnly(task, lead);
        long asked = countersignature(task, helper).id();

        fixture.as(supervisor, () -> successions.accept(duty(task, helper).id(), heir.id(), null));

        assertThat(items(helper.staff())).isEmpty();
        assertThat(kinds(heir.staff())).containsExactly(ItemKind.COUNTERSIGN);
        agree(task, joint);
        fixture.as(heir.staff(), () -> countersignatures.agree(asked, null));
        assertThat(countersignature(task, heir).state()).isEqualTo(Countersignature.State.AGREED);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.VERIFY);
    }

    @Test
    void isAskedOnlyOnceOfADepartmentThatTakesInAnother() {
        KeyTaskId task = signed();
        fixture.abolish(helper, joint);
        applyOnly(task, lead);
        agree(task, joint);

        fixture.as(supervisor, () -> successions.accept(duty(task, helper).id(), joint.id(), null));

        assertThat(items(joint.staff())).isEmpty();
        assertThat(application(task).countersignatures())
                .extracting(Countersignature::state)
                .containsExactly(Countersignature.State.AGREED, Countersignature.State.VOID);
        assertThat(times(task, Kind.COUNTERSIGN_VOID)).isOne();
        assertThat(kinds(supervisor)).as("it was the last one").containsExactly(ItemKind.VERIFY);
    }

    @Test
    void isNotAskedOfTheDepartmentWhoseApplicationItBecomes() {
        KeyTaskId task = signed();
        fixture.abolish(lead, joint);
        applyOnly(task, lead);
        long own = countersignature(task, joint).id();

        fixture.as(supervisor, () -> successions.accept(duty(task, lead).id(), joint.id(), null));

        ledgerAndEngine.check();
        assertThat(items(joint.staff())).isEmpty();
        assertThat(countersignature(task, joint).state()).isEqualTo(Countersignature.State.VOID);
        assertThat(times(task, Kind.COUNTERSIGN_VOID)).isOne();
        alreadyHandled(joint.staff(), () -> countersignatures.agree(own, null));
        assertThat(kinds(helper.staff())).as("the others go on").containsExactly(ItemKind.COUNTERSIGN);
        assertThat(application(task).departmentName()).isEqualTo(joint.name());
        agree(task, helper);
        assertThat(only(supervisor, ItemKind.VERIFY).aboutDepartment()).isEqualTo(joint.name());
    }

    @Test
    void isVerifiedAtOnceWhereTheSuccessorWasTheLastOneAsked() {
        KeyTaskId task = signed();
        fixture.abolish(lead, joint);
        applyOnly(task, lead);
        agree(task, helper);

        fixture.as(supervisor, () -> successions.accept(duty(task, lead).id(), joint.id(), null));

        assertThat(kinds(supervisor)).containsExactly(ItemKind.VERIFY);
        assertThat(task(task).state()).isEqualTo(KeyTask.State.COMPLETION_APPLIED);
    }

    @Test
    void isTakenBackByTheSuccessorOfItsApplicant() {
        KeyTaskId task = signed();
        fixture.abolish(lead, joint);
        applyOnly(task, lead);
        fixture.as(supervisor, () -> successions.accept(duty(task, lead).id(), joint.id(), null));

        fixture.as(joint.staff(), () -> completions.takeBack(fixture.application(task)));

        assertThat(items(helper.staff())).isEmpty();
        assertThat(task(task).state()).isEqualTo(KeyTask.State.RUNNING);
        apply(task, joint);
    }

    @Test
    void fallsAwayWithADutyThatIsGone() {
        KeyTaskId task = signed();
        applyOnly(task, lead);

        dutyGone(task, joint);
        assertThat(items(joint.staff())).isEmpty();
        assertThat(task(task).state()).as("the others go on").isEqualTo(KeyTask.State.COUNTERSIGNING);
        assertThat(kinds(helper.staff())).containsExactly(ItemKind.COUNTERSIGN);
        dutyGone(task, joint);
        assertThat(times(task, Kind.COUNTERSIGN_VOID)).as("once").isOne();
        dutyGone(task, helper);

        assertThat(task(task).state()).isEqualTo(KeyTask.State.COMPLETION_APPLIED);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.VERIFY);
    }

    private void dutyGone(KeyTaskId task, Office office) {
        DutyId duty = duty(task, office).id();
        transactions.executeWithoutResult(status -> countersignatures.dutyGoneAsSystem(duty));
    }

    @Test
    void isAskedOfCooperatingDepartmentsLikeAnyOther() {
        KeyTaskId task = signed();
        applyOnly(task, joint);

        assertThat(application(task).countersignatures())
                .extracting(Countersignature::departmentName)
                .containsExactlyElementsOf(List.of(lead.name(), helper.name()));
        assertThat(duty(task, helper).role()).isEqualTo(DutyRole.COOPERATING);
    }
}
