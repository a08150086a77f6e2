package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.extension.Extension;
import org.duban.extension.ExtensionId;
import org.duban.extension.Extensions;
import org.duban.inbox.ItemKind;
import org.duban.ladder.EscalationStep;
import org.duban.ladder.SentReminder;
import org.duban.ladder.TaskLadder;
import org.duban.support.Fixture.Office;
import org.duban.task.Completion;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Transfers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** History says whose it was, and shows it to that department, also after the duty has gone to another one. */
class DepartmentOfTheTimeTests extends LadderTest {

    private static final LocalDate LATER = YEAR_END.plusDays(30);

    @Autowired
    Transfers transfers;

    @Autowired
    Extensions extensions;

    private Office other;

    @BeforeEach
    void anotherOffice() {
        other = fixture.office();
    }

    @Test
    void isThatWhichWasRemindedAndUrged() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        sign(task, lead);
        liveUntil(LocalDate.of(2026, 3, 27));
        assertThat(fixture.as(lead.staff(), () -> records.of(task)).steps()).isNotEmpty();
        assertThat(fixture.as(lead.staff(), () -> records.of(task)).reminders()).isNotEmpty();

        transfer(task, lead);

        TaskLadder all = fixture.as(supervisor, () -> records.of(task));
        assertThat(all.steps()).isNotEmpty();
        assertThat(all.steps()).extracting(EscalationStep::departmentName).containsOnly(lead.name());
        assertThat(all.reminders()).extracting(SentReminder::departmentName).containsOnly(lead.name());
        TaskLadder seen = fixture.as(other.staff(), () -> records.of(task));
        assertThat(seen.steps()).isEmpty();
        assertThat(seen.reminders()).isEmpty();
    }

    @Test
    void doesNotKeepTheNewOneFromWhatItHasToConfirm() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        sign(task, lead);
        liveUntil(LocalDate.of(2026, 4, 2));
        assertThat(kinds(lead.head())).contains(ItemKind.RECEIVE_ESCALATION);

        transfer(task, lead);

        long receipt = only(other.head(), ItemKind.RECEIVE_ESCALATION).subjectId();
        TaskLadder seen = fixture.as(other.head(), () -> records.of(task));
        assertThat(seen.toReceive()).containsExactly(receipt);
        assertThat(seen.steps())
                .flatExtracting(EscalationStep::receipts)
                .extracting(each -> each.id().value())
                .containsExactly(receipt);
    }

    @Test
    void isThatWhichApplied() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        applyOnly(task, lead);
        giveBack(task, helper);

        transfer(task, lead);
        sign(task, other);
        applyOnly(task, other);

        assertThat(details(task).completions())
                .extracting(Completion::departmentName, Completion::state)
                .containsExactly(
                        tuple(lead.name(), Completion.State.RETURNED),
                        tuple(other.name(), Completion.State.COUNTERSIGNING));
    }

    @Test
    void isThatWhichAskedForAnExtension() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        ExtensionId rejected = ask(task, lead.staff());
        fixture.as(lead.head(), () -> extensions.reject(rejected, "家丑不可外扬"));
        ExtensionId refused = ask(task, lead.head());
        fixture.as(supervisor, () -> extensions.refuse(refused, "理由不充分"));

        transfer(task, lead);

        assertThat(extensionsOf(task, other.staff()))
                .as("what left the old department")
                .extracting(Extension::id, Extension::departmentName, Extension::endedReason)
                .containsExactly(tuple(refused, lead.name(), null));
    }

    @Test
    void takesItsUnsignedRequestForAnExtensionAway() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        ExtensionId unsigned = ask(task, lead.staff());

        transfer(task, lead);

        ledgerAndEngine.check();
        assertThat(items(lead.head())).isEmpty();
        assertThat(kinds(other.head())).containsExactly(ItemKind.ACKNOWLEDGE);
        assertThat(extensionsOf(task, other.staff())).isEmpty();
        refused("refusal.notFound", () -> fixture.as(lead.head(), () -> extensions.sign(unsigned)));
        sign(task, other);
        ask(task, other.head());
        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_EXTENSION);
    }

    @Test
    void givesItsSignedRequestForAnExtensionToWhoeverHasTheDuty() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        ExtensionId signed = ask(task, lead.head());

        transfer(task, lead);

        ledgerAndEngine.check();
        refused("refusal.notFound", () -> fixture.as(lead.head(), () -> extensions.takeBack(signed)));
        fixture.as(supervisor, () -> extensions.approve(signed, LATER, null));
        assertThat(task(task).dueOn()).isEqualTo(LATER);
    }

    @Test
    void leavesNoRequestForAnExtensionToWhoeverIsGivenTheDutyInADispute() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        ExtensionId signed = ask(task, lead.head());
        Office third = fixture.office();
        transfer(task, lead);
        DutyId duty = takeUp(task, other);
        ledgerAndEngine.check();

        fixture.as(supervisor, () -> acknowledgements.change(duty, third.id(), DutyRole.LEAD, "重新明确"));

        ledgerAndEngine.check();
        assertThat(kinds(supervisor)).isEmpty();
        refused("refusal.alreadyHandled", () -> fixture.as(supervisor, () -> extensions.approve(signed, LATER, null)));
        sign(task, third);
        ask(task, third.head());
        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_EXTENSION);
    }

    @Test
    void putsNoUnsignedRequestForAnExtensionBeforeAHeadWhoDoesNotExist() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        DutyId duty = duty(task, lead).id();
        ask(task, lead.staff());
        Office headless = fixture.officeWithoutPeople();
        Account hand = fixture.account("hand-of-" + headless.id().value(), headless.id(), Role.STAFF);
        fixture.abolish(lead, headless);

        fixture.as(supervisor, () -> successions.accept(duty, headless.id(), null));

        ledgerAndEngine.check();
        assertThat(items(hand)).isEmpty();
    }

    private ExtensionId ask(KeyTaskId task, Account account) {
        DutyId duty = details(task).duties().getFirst().id();
        return fixture.as(account, () -> extensions.ask(duty, ExtensionTest.request(LATER)));
    }

    private List<Extension> extensionsOf(KeyTaskId task, Account reader) {
        return fixture.as(reader, () -> extensions.of(task));
    }

    private void transfer(KeyTaskId task, Office from) {
        DutyId duty = duty(task, from).id();
        fixture.as(supervisor, () -> transfers.transfer(duty, other.id(), "机构职能调整"));
    }
}
