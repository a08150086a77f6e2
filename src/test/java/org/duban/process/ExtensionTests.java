package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.duban.directive.ReportingFrequency;
import org.duban.extension.Extension;
import org.duban.extension.Extension.State;
import org.duban.extension.ExtensionId;
import org.duban.inbox.ItemKind;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;

/** 延期: asked for, signed, decided; or not, and then nothing has changed. */
class ExtensionTests extends ExtensionTest {

    @Test
    void isSignedByTheHeadAndGrantedByTheSupervisor() {
        ExtensionId id = ask(lead.staff(), LATER);
        assertThat(kinds(lead.head())).containsExactly(ItemKind.SIGN_EXTENSION);
        assertThat(only(lead.head(), ItemKind.SIGN_EXTENSION).subjectId()).isEqualTo(id.value());
        assertThat(items(lead.staff())).as("what only the head can do").isEmpty();
        assertThat(items(supervisor)).isEmpty();

        fixture.as(lead.head(), () -> extensions.sign(id));
        assertThat(items(lead.head())).isEmpty();
        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_EXTENSION);
        assertThat(task(task).dueOn()).isEqualTo(DUE);

        fixture.as(supervisor, () -> extensions.approve(id, LATER, "同意"));

        assertThat(task(task).dueOn()).isEqualTo(LATER);
        assertThat(task(task).originalDueOn()).isEqualTo(DUE);
        assertThat(timesExtended()).isOne();
        assertThat(items(supervisor)).isEmpty();
        Extension found = found(id);
        assertThat(found.state()).isEqualTo(State.APPROVED);
        assertThat(List.of(found.fromDueOn(), found.askedDueOn(), found.newDueOn()))
                .containsExactly(DUE, LATER, LATER);
        assertThat(history(task)).endsWith(Kind.EXTENSION_SUBMITTED, Kind.EXTENSION_APPROVED);
    }

    @Test
    void isGrantedWithAnEarlierDateThanAskedFor() {
        ExtensionId id = ask(lead.head(), LATER);
        refused(
                "refusal.extension.newDue",
                () -> fixture.as(supervisor, () -> extensions.approve(id, LATER.plusDays(1), null)));
        refused("refusal.extension.newDue", () -> fixture.as(supervisor, () -> extensions.approve(id, DUE, null)));
        refused("refusal.extension.newDue", () -> fixture.as(supervisor, () -> extensions.approve(id, null, null)));

        fixture.as(supervisor, () -> extensions.approve(id, LATER.minusDays(20), null));

        assertThat(task(task).dueOn()).isEqualTo(LATER.minusDays(20));
        assertThat(found(id).askedDueOn()).isEqualTo(LATER);
    }

    @Test
    void goesStraightToTheSupervisorWhenTheHeadAsks() {
        ask(lead.head(), LATER);

        assertThat(items(lead.head())).isEmpty();
        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_EXTENSION);
        assertThat(history(task)).endsWith(Kind.EXTENSION_SUBMITTED);
    }

    @Test
    void changesNothingWhenRefused() {
        var before = task(task);
        ExtensionId id = ask(lead.head(), LATER);

        refused("refusal.reasonMissing", () -> fixture.as(supervisor, () -> extensions.refuse(id, " ")));
        fixture.as(supervisor, () -> extensions.refuse(id, "理由不充分"));

        assertThat(task(task)).isEqualTo(before);
        assertThat(timesExtended()).isZero();
        assertThat(found(id).state()).isEqualTo(State.REFUSED);
        alreadyHandled(supervisor, () -> extensions.approve(id, LATER, null));
        alreadyHandled(supervisor, () -> extensions.refuse(id, "再次不同意"));
        alreadyHandled(lead.staff(), () -> extensions.takeBack(id));
        ask(lead.head(), LATER);
    }

    @Test
    void endsWithinTheDepartmentWhenItsHeadDoesNotSign() {
        ExtensionId id = ask(lead.staff(), LATER);

        fixture.as(lead.head(), () -> extensions.reject(id, "应按期完成"));

        assertThat(items(lead.head())).isEmpty();
        assertThat(fixture.as(supervisor, () -> extensions.of(task)))
                .as("never left")
                .isEmpty();
        assertThat(fixture.as(lead.staff(), () -> extensions.of(task)))
                .extracting(Extension::state, Extension::endedReason)
                .containsExactly(tuple(State.REJECTED, "应按期完成"));
        assertThat(task(task).dueOn()).isEqualTo(DUE);
        alreadyHandled(lead.head(), () -> extensions.sign(id));
        refused("refusal.notFound", () -> fixture.as(supervisor, () -> extensions.approve(id, LATER, null)));
    }

    @Test
    void isTakenBackBeforeTheDecision() {
        ExtensionId unsigned = ask(lead.staff(), LATER);
        fixture.as(lead.staff(), () -> extensions.takeBack(unsigned));
        assertThat(items(lead.head())).isEmpty();

        ExtensionId signed = ask(lead.head(), LATER);
        fixture.as(lead.staff(), () -> extensions.takeBack(signed));

        assertThat(items(supervisor)).isEmpty();
        assertThat(found(signed).state()).isEqualTo(State.TAKEN_BACK);
        alreadyHandled(supervisor, () -> extensions.approve(signed, LATER, null));
    }

    @Test
    void lapsesWithTheDueDateWhereverItWaits() {
        KeyTaskId other = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(other, lead);
        ExtensionId unsigned = ask(lead.staff(), LATER);
        DutyId duty = duty(other, lead).id();
        ExtensionId undecided = fixture.as(lead.head(), () -> extensions.ask(duty, request(LATER)));
        var before = task(task);

        liveUntil(DUE);
        goTo(DUE, LocalTime.of(23, 59, 59));
        assertThat(found(undecided, other).open())
                .as("to the end of the due date")
                .isTrue();

        goTo(DUE.plusDays(1), LocalTime.MIDNIGHT);
        assertThat(fixture.as(lead.head(), () -> extensions.of(task)))
                .extracting(Extension::state)
                .containsExactly(State.LAPSED);
        assertThat(found(undecided, other).state()).isEqualTo(State.LAPSED);
        assertThat(items(lead.head())).isEmpty();
        assertThat(items(supervisor)).isEmpty();
        refused("refusal.extension.lapsed", () -> fixture.as(lead.head(), () -> extensions.sign(unsigned)));
        refused(
                "refusal.extension.lapsed",
                () -> fixture.as(supervisor, () -> extensions.approve(undecided, LATER, null)));

        // overdue on Saturday, and late by the first working day on Monday
        liveUntil(DUE.plusDays(3));
        assertThat(task(task).dueOn()).isEqualTo(before.dueOn());
        assertThat(timesExtended()).isZero();
        assertThat(task(task).escalationLevel()).as("as without the request").isOne();
        assertThat(kindsSeenBy(lead.staff())).startsWith(Kind.ESCALATED, Kind.EXTENSION_UNSIGNED);
        assertThat(times(other, Kind.EXTENSION_LAPSED)).isOne();
    }

    @Test
    void isNotAnsweredAfterTheDueDateEvenBeforeTheTimerStrikes() {
        ExtensionId unsigned = ask(lead.staff(), LATER);
        clock.travelTo(calendar.startOf(DUE.plusDays(1)));

        refused("refusal.extension.lapsed", () -> fixture.as(lead.head(), () -> extensions.sign(unsigned)));
        refused("refusal.extension.lapsed", () -> fixture.as(lead.head(), () -> extensions.reject(unsigned, "不同意")));
        refused("refusal.extension.lapsed", () -> fixture.as(lead.staff(), () -> extensions.takeBack(unsigned)));
        goTo(DUE.plusDays(1));
        refused("refusal.extension.overdue", () -> ask(lead.head(), LATER));
    }

    @Test
    void isEscalatedWhileTheTimerOfTheRequestHasNotStruck() {
        ask(lead.staff(), LATER);

        goTo(DUE.plusDays(9));

        assertThat(times(task, Kind.ESCALATED)).isOne();
        assertThat(kindsSeenBy(lead.staff()))
                .filteredOn(Kind.EXTENSION_UNSIGNED::equals)
                .hasSize(1);
    }

    @Test
    void beginsTheLadderAnewWhenTheNewDueDatePasses() {
        approved(LATER);
        liveUntil(LATER);
        assertThat(times(task, Kind.ESCALATED)).isZero();

        liveUntil(LATER.plusDays(2));

        assertThat(times(task, Kind.ESCALATED)).isOne();
        assertThat(jdbc.sql("SELECT due_on FROM escalation")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LATER);
    }

    @Test
    void rereadsTheLight() {
        goTo(DUE.minusDays(1));
        assertThat(task(task).lightReading().inputs().daysToDue()).isOne();

        approved(LATER);

        assertThat(task(task).lightReading().inputs().daysToDue())
                .isEqualTo((int) (LATER.toEpochDay() - DUE.minusDays(1).toEpochDay()));
    }
}
