package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.extension.Extension;
import org.duban.extension.Extension.State;
import org.duban.extension.ExtensionId;
import org.duban.extension.Request;
import org.duban.inbox.ItemKind;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskEvents;
import org.duban.task.KeyTaskId;
import org.duban.task.Merges;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 延期: how often, by whom, as seen by whom, and what ends it besides. */
class ExtensionBoundsTests extends ExtensionTest {

    @Autowired
    Merges merges;

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
    void isDecidedBeforeAMergeMakesTheKeyTaskDueEarlier() {
        LocalDate earlier = DUE.minusDays(14);
        KeyTaskId other = launched(ReportingFrequency.NONE, earlier, leads(lead));
        ExtensionId id = ask(lead.head(), LATER);
        refused("refusal.merge.extension", () -> merge(other, true))
                .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly(lead.name(), LATER.toString()));
        assertThat(found(id).state()).isEqualTo(State.DECIDING);
        assertThat(task(other).open()).isTrue();

        fixture.as(supervisor, () -> extensions.refuse(id, "理由不充分"));
        merge(other, true);

        assertThat(task(task).dueOn()).isEqualTo(earlier);
    }

    @Test
    void isLeftAloneByAMergeThatLeavesTheDueDate() {
        KeyTaskId other = launched(ReportingFrequency.NONE, DUE.minusDays(14), leads(lead));
        ExtensionId id = ask(lead.head(), LATER);

        merge(other, false);

        assertThat(found(id).state()).isEqualTo(State.DECIDING);
    }

    /** The supervisor may not learn of it even by a refusal. */
    @Test
    void fallsAwayUnsignedWhereAMergeMakesTheKeyTaskDueEarlier() {
        KeyTaskId other = launched(ReportingFrequency.NONE, DUE.minusDays(14), leads(lead));
        ask(lead.staff(), LATER);

        merge(other, true);

        assertThat(fixture.as(lead.staff(), () -> extensions.of(task)))
                .extracting(Extension::state)
                .containsExactly(State.VOID);
        assertThat(items(lead.head())).isEmpty();
        ask(lead.staff(), LATER);
        ledgerAndEngine.check();
    }

    private void merge(KeyTaskId other, boolean earlierDue) {
        fixture.as(supervisor, () -> merges.merge(task, other, earlierDue, "重复任务"));
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
        assertThat(kindsSeenBy(supervisor)).doesNotContain(Kind.EXTENSION_ASKED);
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
            jdbc.sql("DELETE FROM duty_held WHERE duty_id = :id")
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
}
