package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.ladder.EscalationStep;
import org.duban.ladder.ReceiptId;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Who is asked to confirm a step of the ladder, and who sees it. */
class LadderReceiptTests extends LadderTest {

    @Test
    void asksTheHeadOfEachUnfinishedDepartmentToConfirm() {
        Office second = fixture.office();
        Office signedNever = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, shares(lead), shares(second), helps(signedNever));
        sign(task, lead, second, signedNever);
        goTo(calendar.plusWorkingDays(DUE, 6));

        OpenItem mine = only(lead.head(), ItemKind.RECEIVE_ESCALATION);
        assertThat(items(lead.staff())).isEmpty();
        assertThat(kinds(signedNever.head())).as("it only cooperates").isEmpty();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> fixture.as(lead.staff(), () -> receipts.receive(receipt(mine))));
        refused("refusal.notFound", () -> fixture.as(second.head(), () -> receipts.receive(receipt(mine))));

        fixture.as(lead.head(), () -> receipts.receive(receipt(mine)));

        assertThat(items(lead.head())).isEmpty();
        assertThat(kinds(second.head())).as("the other goes on waiting").containsExactly(ItemKind.RECEIVE_ESCALATION);
        assertThat(times(task, Kind.ESCALATION_RECEIVED)).isOne();
        alreadyHandled(lead.head(), () -> receipts.receive(receipt(mine)));
        assertThat(steps(task).getFirst().receipts())
                .extracting(EscalationStep.Receipt::receivedBy)
                .containsExactly(lead.head().displayName(), null);
        assertThat(fixture.as(lead.head(), () -> records.of(task))
                        .steps()
                        .getFirst()
                        .receipts())
                .as("of the other it knows nothing")
                .hasSize(1);
    }

    @Test
    void letsTheStaffConfirmWhereThereIsNoHead() {
        KeyTaskId task = overdueTask();
        fixture.as(fixture.admin(), () -> accounts.setEnabled(lead.head().id(), false));
        goTo(calendar.plusWorkingDays(DUE, 6));

        fixture.as(lead.staff(), () -> receipts.receive(receipt(only(lead.staff(), ItemKind.RECEIVE_ESCALATION))));

        assertThat(times(task, Kind.ESCALATION_RECEIVED)).isOne();
    }

    @Test
    void waitsForNoReceiptOfAClosedTask() {
        KeyTaskId task = overdueTask();
        goTo(calendar.plusWorkingDays(DUE, 6));
        ReceiptId notice = receipt(only(lead.head(), ItemKind.RECEIVE_ESCALATION));
        apply(task, lead);
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        alreadyHandled(lead.head(), () -> receipts.receive(notice));
        assertThat(items(lead.head())).isEmpty();
        assertThat(task(task).escalationLevel()).as("late stays late").isEqualTo(2);
    }

    @Test
    void waitsForNobodyWhoseDutyWentElsewhere() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), shares(helper));
        sign(task, helper);
        LocalDate by = calendar.dayOf(duty(task, lead).acknowledgeBy());
        goTo(calendar.plusWorkingDays(by, 3));
        ReceiptId notice = receipt(only(lead.head(), ItemKind.RECEIVE_ESCALATION));
        DutyId duty = takenUp(task, lead);
        assertThat(kinds(lead.head())).containsExactly(ItemKind.RECEIVE_ESCALATION);

        fixture.as(supervisor, () -> acknowledgements.withdraw(duty, "确不相关"));

        assertThat(items(lead.head())).isEmpty();
        refused("refusal.alreadyHandled", () -> fixture.as(lead.head(), () -> receipts.receive(notice)));
    }

    @Test
    void waitsForTheSuccessorOfAnAbolishedDepartment() {
        KeyTaskId task = overdueTask();
        goTo(calendar.plusWorkingDays(DUE, 6));
        ReceiptId notice = receipt(only(lead.head(), ItemKind.RECEIVE_ESCALATION));
        fixture.abolish(lead, helper);
        fixture.as(supervisor, () -> successions.acceptOnlyHeir(duty(task, lead).id()));

        refused("refusal.notFound", () -> fixture.as(lead.head(), () -> receipts.receive(notice)));
        fixture.as(helper.head(), () -> receipts.receive(notice));

        assertThat(steps(task).getFirst().receipts())
                .extracting(EscalationStep.Receipt::departmentName)
                .containsExactly(helper.name());
    }

    /** A notice to a predecessor, whose duty went into the one that the successor loses. */
    @Test
    void isNotAwaitedFromASuccessorThatLosesItsOwnDuty() {
        Office joint = fixture.office();
        Office other = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead), shares(helper), shares(joint));
        sign(task, lead, joint);
        liveUntil(LocalDate.of(2026, 4, 2));
        assertThat(kinds(lead.head())).contains(ItemKind.RECEIVE_ESCALATION);
        DutyId gone = duty(task, lead).id();
        fixture.abolish(lead, helper);
        fixture.as(supervisor, () -> successions.accept(gone, helper.id(), null));
        assertThat(kinds(helper.head())).contains(ItemKind.RECEIVE_ESCALATION);
        DutyId own = takeUp(task, helper);

        fixture.as(supervisor, () -> acknowledgements.change(own, other.id(), DutyRole.LEAD, "重新明确"));

        ledgerAndEngine.check();
        assertThat(items(helper.head())).isEmpty();
    }

    @Test
    void showsOverseersWhatStandsHighAndNobodyElse() {
        KeyTaskId task = overdueTask();
        KeyTaskId unsigned = launched(ReportingFrequency.NONE, YEAR_END, leads(helper));
        goTo(calendar.plusWorkingDays(DUE, 21));

        assertThat(fixture.as(fixture.leader(), () -> records.standing(3, 10)))
                .extracting(each -> each.step().task(), each -> each.step().level())
                .containsExactly(tuple(task, 4), tuple(unsigned, 3));
        assertThat(fixture.as(fixture.supervisor(), () -> records.standing(3, 10)))
                .isEmpty();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> fixture.as(lead.head(), () -> records.standing(3, 10)));

        sign(unsigned, helper);
        assertThat(fixture.as(supervisor, () -> records.standing(3, 10)))
                .extracting(each -> each.step().task())
                .containsExactly(task);
    }
}
