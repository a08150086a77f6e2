package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.duban.account.Account;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.instruction.Instructions;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Office;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Merges;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 并案: the same was asked twice, and one key task goes on for both. */
class MergeTests extends ProcessTest {

    private static final LocalDate EARLIER = LocalDate.of(2026, 6, 30);

    @Autowired
    Merges merges;

    @Autowired
    Instructions instructions;

    private Office third;
    private KeyTaskId into;
    private KeyTaskId other;

    @BeforeEach
    void launchBoth() {
        third = fixture.office();
        into = launched(ReportingFrequency.MONTHLY);
        other = launched(ReportingFrequency.MONTHLY, EARLIER, leads(third), helps(helper));
        sign(into, lead, helper);
        sign(other, third, helper);
    }

    @Test
    void oneGoesOnWithTheDepartmentsOfBoth() {
        goTo(LocalDate.of(2026, 3, 16));
        ReportId lost = reportOf(third);
        ReportId kept = reportOf(lead);

        merge(into, other);

        assertThat(task(other).state()).isEqualTo(KeyTask.State.WITHDRAWN);
        assertThat(history(other)).endsWith(Kind.MERGED_INTO);
        assertThat(fixture.as(third.staff(), () -> merges.survivor(other)).map(Merges.Survivor::id))
                .contains(into);
        assertThat(history(into)).endsWith(Kind.DUTY_ADDED, Kind.MERGED);
        assertThat(duty(into, third).role()).as("it has a lead").isEqualTo(DutyRole.COOPERATING);
        assertThat(duty(into, third).state()).isEqualTo(Duty.State.AWAITING);
        assertThat(details(into).duties()).hasSize(3);
        assertThat(task(into).dueOn()).as("not without being asked for").isEqualTo(YEAR_END);
        assertThat(kinds(third.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        alreadyHandled(third.staff(), () -> reports.submit(lost, content(10), fixture.revision(lost)));
        alreadyHandled(supervisor, () -> merges.merge(into, other, false, "再并一次"));
        alreadyHandled(supervisor, () -> merges.merge(other, into, false, "反过来"));
        ledgerAndEngine.check();
        sign(into, third);
        submit(lead, kept, 30);
        accept(kept);
        apply(into, lead);
        close(into, Outcome.DONE);
        assertThat(times(into, Kind.COUNTERSIGNED)).as("helper and the new one").isEqualTo(2);
    }

    @Test
    void takesTheEarlierDueDateWhenAskedTo() {
        refused("refusal.merge.due", () -> fixture.as(supervisor, () -> merges.merge(other, into, true, "重复任务")));

        fixture.as(supervisor, () -> merges.merge(into, other, true, "重复任务"));

        assertThat(task(into).dueOn()).isEqualTo(EARLIER);
        assertThat(task(into).originalDueOn()).isEqualTo(YEAR_END);
        assertThat(history(into)).endsWith(Kind.MERGED, Kind.DUE_MOVED);
    }

    @Test
    void takesNoDueDateThatHasPassed() {
        goTo(EARLIER.plusDays(1));
        refused("refusal.merge.due", () -> fixture.as(supervisor, () -> merges.merge(into, other, true, "重复任务")));
        assertThat(task(other).open()).isTrue();
    }

    @Test
    void answersJointlyWhereOthersDoAndIsGivenBackWhatWasWithdrawn() {
        Office joint = fixture.office();
        KeyTaskId shared = launched(ReportingFrequency.NONE, YEAR_END, shares(joint));
        KeyTaskId without = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), helps(joint));
        DutyId gone = dispute(without, joint);
        fixture.as(supervisor, () -> acknowledgements.withdraw(gone, "确不相关"));

        merge(shared, other);
        assertThat(duty(shared, third).role()).isEqualTo(DutyRole.JOINT);
        assertThat(duty(shared, helper).role()).isEqualTo(DutyRole.COOPERATING);
        merge(without, shared);

        assertThat(duty(without, joint).state()).as("given to it again").isEqualTo(Duty.State.AWAITING);
        assertThat(duty(without, joint).role()).isEqualTo(DutyRole.COOPERATING);
        sign(without, joint, third);
    }

    @Test
    void isRefusedWhereOneHasEndedStandsStillOrIsTheOther() {
        refused("refusal.merge.same", () -> fixture.as(supervisor, () -> merges.merge(into, into, false, "重复任务")));
        refused("refusal.reasonMissing", () -> fixture.as(supervisor, () -> merges.merge(into, other, false, " ")));
        Account somebody = fixture.supervisor();
        refused("refusal.notFound", () -> fixture.as(somebody, () -> merges.merge(into, other, false, "重复任务")));
        suspend(into);
        refused("refusal.suspended", () -> fixture.as(supervisor, () -> merges.merge(into, other, false, "重复任务")));
        refused("refusal.suspended", () -> fixture.as(supervisor, () -> merges.merge(other, into, false, "重复任务")));
        resume(into);
        withdrawTask(into);
        alreadyHandled(supervisor, () -> merges.merge(into, other, false, "重复任务"));
        assertThat(fixture.as(supervisor, () -> merges.survivor(into))).isEmpty();
        assertThat(task(other).open()).isTrue();
    }

    @Test
    void isRefusedWhileAnInstructionOnTheOtherOneIsOpen() {
        fixture.as(fixture.leader(), () -> instructions.write(other, "请加快进度", null));

        refused(
                "refusal.instruction.openAtClosing",
                () -> fixture.as(supervisor, () -> merges.merge(into, other, false, "重复任务")));
        assertThat(task(other).open()).isTrue();
        assertThat(details(into).duties()).hasSize(2);
        merge(other, into);
    }

    /** Whoever were added would be neither asked to countersign nor waited for. */
    @Test
    void isRefusedWhileTheCompletionOfTheSurvivorIsDecided() {
        applyOnly(into, lead);
        assertThat(task(into).state()).isEqualTo(KeyTask.State.COUNTERSIGNING);
        refused("refusal.merge.completionApplied", () -> merge(into, other));
        agree(into, helper);
        refused("refusal.merge.completionApplied", () -> merge(into, other));
        orderCheck(into);
        refused("refusal.merge.completionApplied", () -> merge(into, other));
        assertThat(details(into).duties()).hasSize(2);
        assertThat(task(other).open()).isTrue();

        merge(other, into);
        assertThat(task(into).state()).as("as it ends anyway").isEqualTo(KeyTask.State.WITHDRAWN);
    }

    @Test
    void endsAgainstAnOldSurvivorOnceReopened() {
        merge(into, other);
        reopen(other, YEAR_END);
        assertThat(fixture.as(supervisor, () -> merges.survivor(other))).isEqualTo(Optional.empty());
        sign(into, third);
    }

    private void merge(KeyTaskId survivor, KeyTaskId ending) {
        fixture.as(supervisor, () -> merges.merge(survivor, ending, false, "重复任务"));
    }
}
