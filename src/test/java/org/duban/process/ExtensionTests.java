package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.directive.ExtensionLimit;
import org.duban.directive.ReportingFrequency;
import org.duban.extension.Extension;
import org.duban.extension.Extension.State;
import org.duban.extension.ExtensionId;
import org.duban.extension.Extensions;
import org.duban.extension.Request;
import org.duban.inbox.ItemKind;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskEvents;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.Successions;
import org.duban.task.TimelineEntry;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** 延期: asked for, signed, decided; or not, and then nothing has changed. */
class ExtensionTests extends ProcessTest {

    private static final LocalDate DUE = LocalDate.of(2026, 4, 10);
    private static final LocalDate LATER = LocalDate.of(2026, 6, 30);

    @Autowired
    Extensions extensions;

    @Autowired
    ExtensionLimit limit;

    @Autowired
    Accounts accounts;

    @Autowired
    Successions successions;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEventPublisher events;

    private KeyTaskId task;

    @BeforeEach
    void launch() {
        task = launched(ReportingFrequency.NONE, DUE, leads(lead), helps(helper));
        sign(task, lead, helper);
    }

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
        assertThat(history(task)).endsWith(Kind.EXTENSION_ASKED, Kind.EXTENSION_SUBMITTED, Kind.EXTENSION_APPROVED);
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

        goTo(DUE.plusDays(1), LocalTime.of(0, 5));
        assertThat(task(task).dueOn()).isEqualTo(before.dueOn());
        assertThat(timesExtended()).isZero();
        assertThat(task(task).escalationLevel()).as("as without the request").isOne();
        assertThat(history(task)).endsWith(Kind.EXTENSION_LAPSED, Kind.ESCALATED);
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
        assertThat(times(task, Kind.EXTENSION_LAPSED)).isOne();
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

    @Test
    void isGrantedAsOftenAsTheDirectiveAllows() {
        DirectiveId directive = task(task).directiveId();
        approved(DUE.plusDays(10));
        approved(DUE.plusDays(20));
        refused("refusal.extension.tooMany", () -> ask(lead.head(), DUE.plusDays(30)));
        assertThat(timesExtended()).isEqualTo(2);

        fixture.as(supervisor, () -> limit.set(directive, 3));
        ExtensionId third = ask(lead.head(), DUE.plusDays(30));
        fixture.as(supervisor, () -> limit.set(directive, 2));
        refused(
                "refusal.extension.tooMany",
                () -> fixture.as(supervisor, () -> extensions.approve(third, DUE.plusDays(30), null)));
        fixture.as(supervisor, () -> extensions.refuse(third, "次数已满"));

        refused("refusal.extension.limit", () -> fixture.as(supervisor, () -> limit.set(directive, -1)));
        refused("refusal.extension.limit", () -> fixture.as(supervisor, () -> limit.set(directive, 10)));
        fixture.as(supervisor, () -> limit.set(directive, 0));
        assertThat(fixture.as(supervisor, () -> limit.of(directive))).isZero();
        refused("refusal.extension.tooMany", () -> ask(lead.head(), DUE.plusDays(40)));
    }

    @Test
    void isCountedPerDuty() {
        Office joint = fixture.office();
        KeyTaskId shared = launched(ReportingFrequency.NONE, DUE, shares(lead), shares(joint));
        sign(shared, lead, joint);
        fixture.as(supervisor, () -> limit.set(task(shared).directiveId(), 1));
        DutyId mine = duty(shared, lead).id();
        ExtensionId first = fixture.as(lead.head(), () -> extensions.ask(mine, request(DUE.plusDays(5))));
        DutyId theirs = duty(shared, joint).id();
        alreadyHandled(joint.head(), () -> extensions.ask(theirs, request(DUE.plusDays(9))));
        fixture.as(supervisor, () -> extensions.approve(first, DUE.plusDays(5), null));

        refused(
                "refusal.extension.tooMany",
                () -> fixture.as(lead.head(), () -> extensions.ask(mine, request(DUE.plusDays(9)))));
        fixture.as(joint.head(), () -> extensions.ask(theirs, request(DUE.plusDays(9))));
    }

    @Test
    void isAskedForBySignedReportersOnlyAndCompletely() {
        DutyId helping = duty(task, helper).id();
        refused(
                "refusal.extension.notReporting",
                () -> fixture.as(helper.head(), () -> extensions.ask(helping, request(LATER))));
        KeyTaskId unsigned = launched(ReportingFrequency.NONE, DUE, leads(lead));
        DutyId duty = duty(unsigned, lead).id();
        refused("refusal.signFirst", () -> fixture.as(lead.head(), () -> extensions.ask(duty, request(LATER))));
        refused("refusal.notFound", () -> fixture.as(helper.head(), () -> extensions.ask(duty, request(LATER))));
        refused("refusal.extension.newDue", () -> ask(lead.head(), DUE));
        refused("refusal.extension.newDue", () -> ask(lead.head(), DUE.plusYears(60)));
        refused("refusal.reasonMissing", () -> ask(new Request(LATER, "", 10, "已开工")));
        refused("refusal.extension.progressMissing", () -> ask(new Request(LATER, "汛期停工", 10, null)));
        refused("refusal.extension.percent", () -> ask(new Request(LATER, "汛期停工", null, "已开工")));
        refused("refusal.extension.percent", () -> ask(new Request(LATER, "汛期停工", 101, "已开工")));
        refused("refusal.textTooLong", () -> ask(new Request(LATER, "长".repeat(2001), 10, "已开工")));
        assertThat(count("extension")).isZero();
    }

    @Test
    void isNotPreparedWhereNoHeadCouldSign() {
        fixture.as(fixture.admin(), () -> accounts.setEnabled(lead.head().id(), false));

        refused("refusal.extension.noHead", () -> ask(lead.staff(), LATER));

        fixture.as(fixture.admin(), () -> accounts.setEnabled(lead.head().id(), true));
        ask(lead.staff(), LATER);
    }

    @Test
    void isSignedByAHeadOnlyAndDecidedByItsSupervisorOnly() {
        ExtensionId id = ask(lead.staff(), LATER);
        denied(lead.staff(), () -> extensions.sign(id));
        refused("refusal.notFound", () -> fixture.as(helper.head(), () -> extensions.sign(id)));
        refused("refusal.notFound", () -> fixture.as(helper.head(), () -> extensions.takeBack(id)));
        refused("refusal.notFound", () -> fixture.as(supervisor, () -> extensions.approve(id, LATER, null)));
        fixture.as(lead.head(), () -> extensions.sign(id));
        denied(lead.head(), () -> extensions.approve(id, LATER, null));
        refused("refusal.notFound", () -> fixture.as(fixture.supervisor(), () -> extensions.approve(id, LATER, null)));
        alreadyHandled(lead.head(), () -> extensions.sign(id));
    }

    @Test
    void showsOtherDepartmentsWhatLeftTheDepartmentAndNotWhatWasWrittenToIt() {
        ExtensionId id = ask(lead.staff(), LATER);
        assertThat(fixture.as(helper.staff(), () -> extensions.of(task))).isEmpty();
        assertThat(kindsSeenBy(helper.staff())).doesNotContain(Kind.EXTENSION_ASKED);
        assertThat(kindsSeenBy(lead.staff())).contains(Kind.EXTENSION_ASKED);
        fixture.as(lead.head(), () -> extensions.sign(id));
        fixture.as(supervisor, () -> extensions.refuse(id, "理由不充分"));

        assertThat(fixture.as(helper.staff(), () -> extensions.of(task)))
                .extracting(Extension::reason, Extension::endedReason)
                .containsExactly(tuple("汛期停工", null));
        assertThat(fixture.as(lead.staff(), () -> extensions.of(task)))
                .extracting(Extension::endedReason)
                .containsExactly("理由不充分");
        refused("refusal.notFound", () -> fixture.as(fixture.office().staff(), () -> extensions.of(task)));
    }

    @Test
    void isVoidOnceTheKeyTaskIsClosed() {
        ExtensionId id = ask(lead.head(), LATER);
        KeyTaskId other = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(other, lead);
        DutyId duty = duty(other, lead).id();
        ExtensionId untouched = fixture.as(lead.staff(), () -> extensions.ask(duty, request(LATER)));
        apply(task, lead);

        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        assertThat(found(id).state()).isEqualTo(State.VOID);
        assertThat(found(id).endedAt()).isEqualTo(clock.instant());
        assertThat(items(supervisor)).isEmpty();
        alreadyHandled(supervisor, () -> extensions.approve(id, LATER, null));
        alreadyHandled(lead.head(), () -> extensions.ask(duty(task, lead).id(), request(LATER)));
        assertThat(count("ACT_RU_TASK")).as("those of the other key task").isEqualTo(2);
        liveUntil(DUE.minusDays(1));
        fixture.as(lead.head(), () -> extensions.sign(untouched));
    }

    @Test
    void isVoidOnceTheDutyIsGone() {
        Office joint = fixture.office();
        KeyTaskId shared = launched(ReportingFrequency.NONE, DUE, shares(lead), shares(joint));
        sign(shared, lead, joint);
        DutyId mine = duty(shared, lead).id();
        ExtensionId id = fixture.as(lead.head(), () -> extensions.ask(mine, request(LATER)));

        transactions.executeWithoutResult(status -> {
            events.publishEvent(new KeyTaskEvents.DutyDecided(mine));
        });
        assertThat(found(id, shared).open()).as("as long as it reports").isTrue();
        transactions.executeWithoutResult(status -> {
            jdbc.sql("UPDATE duty SET state = 'WITHDRAWN' WHERE id = :id")
                    .param("id", mine.value())
                    .update();
            events.publishEvent(new KeyTaskEvents.DutyDecided(mine));
        });

        assertThat(found(id, shared).state()).isEqualTo(State.VOID);
        assertThat(items(supervisor)).isEmpty();
    }

    @Test
    void goesOnWithTheSuccessorOfTheDepartment() {
        ExtensionId id = ask(lead.staff(), LATER);
        Office heir = fixture.office();
        fixture.abolish(lead, heir);
        DutyId duty = duty(task, lead).id();

        fixture.as(supervisor, () -> successions.accept(duty, heir.id(), null));

        assertThat(kinds(heir.head())).containsExactly(ItemKind.SIGN_EXTENSION);
        fixture.as(heir.head(), () -> extensions.sign(id));
        fixture.as(supervisor, () -> extensions.approve(id, LATER, null));
        assertThat(task(task).dueOn()).isEqualTo(LATER);
    }

    @Test
    void goesOnWithTheDutyThatTheSuccessorHadBefore() {
        ExtensionId id = ask(lead.staff(), LATER);
        fixture.abolish(lead, helper);
        DutyId duty = duty(task, lead).id();

        fixture.as(supervisor, () -> successions.accept(duty, helper.id(), null));

        assertThat(duty(task, helper).role()).isEqualTo(DutyRole.LEAD);
        assertThat(fixture.as(helper.staff(), () -> extensions.of(task)))
                .extracting(Extension::dutyId)
                .containsExactly(duty(task, helper).id());
        fixture.as(helper.head(), () -> extensions.sign(id));
        fixture.as(supervisor, () -> extensions.approve(id, LATER, null));
    }

    private ExtensionId ask(Account account, LocalDate dueOn) {
        DutyId duty = duty(task, lead).id();
        return fixture.as(account, () -> extensions.ask(duty, request(dueOn)));
    }

    private void ask(Request request) {
        DutyId duty = duty(task, lead).id();
        fixture.as(lead.head(), () -> extensions.ask(duty, request));
    }

    private void approved(LocalDate dueOn) {
        ExtensionId id = ask(lead.head(), dueOn);
        fixture.as(supervisor, () -> extensions.approve(id, dueOn, null));
    }

    static Request request(LocalDate dueOn) {
        return new Request(dueOn, "汛期停工", 40, "主体已完工四成");
    }

    private Extension found(ExtensionId id) {
        return found(id, task);
    }

    /** As a leader reads it, who oversees all. */
    private Extension found(ExtensionId id, KeyTaskId of) {
        return fixture.as(fixture.leader(), () -> extensions.of(of)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private int timesExtended() {
        return jdbc.sql("SELECT times_extended FROM key_task WHERE id = :id")
                .param("id", task.value())
                .query(Integer.class)
                .single();
    }

    private List<Kind> kindsSeenBy(Account account) {
        return fixture.as(account, () -> tasks.timeline(task, 100)).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private void denied(Account account, Runnable action) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> fixture.as(account, action));
    }
}
