package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.duban.account.Account;
import org.duban.extension.Extension.State;
import org.duban.extension.ExtensionId;
import org.duban.inbox.ItemKind;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;

/** A request for an extension that waits while its key task stands still. It is due on Friday, 10 April. */
class SuspendedRequestsTests extends ExtensionTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 4, 14);

    @Test
    void lapsesByTheNewDueDateAndNoSooner() {
        goTo(DUE.minusDays(1));
        ExtensionId id = ask(lead.staff(), LATER);
        suspend(task);
        liveUntil(TUESDAY);
        assertThat(found(lead.staff(), id)).as("its timer struck").isEqualTo(State.SIGNING);
        refused("refusal.suspended", () -> fixture.as(lead.head(), () -> extensions.sign(id)));
        resume(task);
        LocalDate due = LocalDate.of(2026, 4, 15);
        assertThat(task(task).dueOn()).isEqualTo(due);
        assertThat(only(lead.head(), ItemKind.SIGN_EXTENSION).dueOn()).isEqualTo(due);
        ledgerAndEngine.check();

        fixture.as(lead.head(), () -> extensions.sign(id));
        liveUntil(due);
        assertThat(found(id).state()).isEqualTo(State.DECIDING);
        assertThat(found(id).fromDueOn()).isEqualTo(due);
        assertThat(found(id).askedDueOn()).isEqualTo(calendar.plusWorkingDays(LATER, 3));
        liveUntil(due.plusDays(1));

        assertThat(found(id).state()).isEqualTo(State.LAPSED);
        assertThat(times(task, Kind.EXTENSION_LAPSED)).isOne();
    }

    private State found(Account account, ExtensionId id) {
        return fixture.as(account, () -> extensions.of(task)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void isDecidedAfterwardsThoughItsTimerStruck() {
        goTo(DUE.minusDays(1));
        ExtensionId id = ask(lead.head(), LATER);
        suspend(task);
        liveUntil(TUESDAY);
        resume(task);

        fixture.as(supervisor, () -> extensions.approve(id, LATER, null));

        assertThat(task(task).dueOn()).isEqualTo(LATER);
        assertThat(task(task).originalDueOn()).isEqualTo(DUE);
    }

    @Test
    void outlivesATimerThatStrikesAfterTheResumption() {
        ExtensionId id = ask(lead.head(), LATER);
        goTo(DUE.minusDays(3));
        suspend(task);
        goTo(DUE.minusDays(1));
        resume(task);
        assertThat(task(task).dueOn()).isEqualTo(TUESDAY);
        liveUntil(TUESDAY);

        assertThat(found(id).state()).isEqualTo(State.DECIDING);
        liveUntil(TUESDAY.plusDays(1));
        assertThat(found(id).state()).isEqualTo(State.LAPSED);
    }
}
