package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.duban.account.Account;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.DirectiveSummary;
import org.duban.directive.Directives;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.ladder.Urges;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Light;
import org.duban.task.Outcome;
import org.duban.task.Suspension;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 暂停与恢复: a key task stands still, and goes on where it stood. */
class SuspensionTests extends ProcessTest {

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate NEXT_TUESDAY = MONDAY.plusDays(8);

    @Autowired
    Directives directives;

    @Autowired
    Urges urges;

    @Test
    void nothingWaitsForAnybodyButForTheSupervisorsToLookAgain() {
        DirectiveId directive = fixture.directive(supervisor, 2, leads(lead), helps(helper));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);
        KeyTaskId task = tasksOf(directive).getFirst();
        KeyTaskId other = tasksOf(directive).getLast();
        sign(task, lead);
        LocalDate reviewOn = MONDAY.plusDays(10);

        fixture.as(supervisor, () -> suspensions.suspend(task, reviewOn, "等待上级明确政策"));

        assertThat(task(task).suspendedAt()).isEqualTo(clock.instant());
        assertThat(task(task).state()).as("as it was").isEqualTo(KeyTask.State.RUNNING);
        assertThat(task(task).lightReading().light()).isEqualTo(Light.GREY);
        assertThat(task(task).lightReading().rule()).isEqualTo("SUSPENDED");
        assertThat(history(task)).endsWith(Kind.SUSPENDED);
        for (Account account : List.of(lead.staff(), helper.staff())) {
            assertThat(items(account)).allMatch(item -> item.keyTaskId() == other.value());
        }
        assertThat(items(helper.staff())).as("the other one is not disturbed").hasSize(1);
        OpenItem review = only(supervisor, ItemKind.RESUME);
        assertThat(review.dueOn()).isEqualTo(reviewOn);
        assertThat(review.keyTaskId()).isEqualTo(task.value());
        assertThat(fixture.as(helper.staff(), () -> inbox.count())).isOne();
        sign(other, lead, helper);
        ledgerAndEngine.check();

        resume(task);

        assertThat(task(task).suspended()).isFalse();
        assertThat(items(supervisor)).isEmpty();
        assertThat(task(task).lightReading().light()).isEqualTo(Light.GREEN);
        assertThat(items(helper.staff())).extracting(OpenItem::keyTaskId).containsExactly(task.value());
        sign(task, helper);
        apply(task, lead);
        close(task, Outcome.DONE);
    }

    @Test
    void refusesEverythingElseAndSaysWhy() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        DutyId leading = duty(task, lead).id();
        DutyId helping = duty(task, helper).id();
        suspend(task);
        Object[] why = {
            supervisor.displayName(), clock.instant(), MONDAY.plusDays(60).toString()
        };

        suspended(why, lead.staff(), () -> completions.apply(leading, "已完成"));
        suspended(why, helper.staff(), () -> acknowledgements.acknowledge(helping));
        suspended(why, supervisor, () -> acknowledgements.takeUp(helping, "久未签收"));
        suspended(why, supervisor, () -> urges.urge(leading, null));
        suspended(why, supervisor, () -> suspensions.suspend(task, YEAR_END, "再次暂停"));
        refused("refusal.notFound", () -> fixture.as(fixture.supervisor(), () -> suspensions.resume(task, "恢复")));
        assertThat(history(task)).endsWith(Kind.SUSPENDED);
    }

    private void suspended(Object[] why, Account account, Runnable action) {
        refused("refusal.suspended", () -> fixture.as(account, action))
                .satisfies(
                        refusal -> assertThat(((Refusal) refusal).arguments()).containsExactly(why));
    }

    @Test
    void needsADayToComeAndAReason() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        for (LocalDate day : new LocalDate[] {null, MONDAY, MONDAY.plusYears(60)}) {
            refused(
                    "refusal.suspension.reviewOn",
                    () -> fixture.as(supervisor, () -> suspensions.suspend(task, day, "等待政策")));
        }
        refused("refusal.reasonMissing", () -> fixture.as(supervisor, () -> suspensions.suspend(task, TUESDAY, "  ")));
        refused(
                "refusal.notFound",
                () -> fixture.as(fixture.supervisor(), () -> suspensions.suspend(task, TUESDAY, "等待政策")));
        suspend(task);
        refused("refusal.reasonMissing", () -> fixture.as(supervisor, () -> suspensions.resume(task, "")));
        resume(task);
        alreadyHandled(supervisor, () -> suspensions.resume(task, "再恢复一次"));
        alreadyHandled(supervisor, () -> suspensions.reviewLater(task, YEAR_END, "再等等"));
        withdrawTask(task);
        alreadyHandled(supervisor, () -> suspensions.suspend(task, TUESDAY, "等待政策"));
        alreadyHandled(supervisor, () -> suspensions.resume(task, "恢复"));
    }

    @Test
    void isReviewedLater() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        fixture.as(supervisor, () -> suspensions.suspend(task, TUESDAY, "等待政策"));
        liveUntil(MONDAY.plusDays(3));
        assertThat(only(supervisor, ItemKind.RESUME).dueOn()).as("late").isEqualTo(TUESDAY);
        refused(
                "refusal.suspension.reviewOn",
                () -> fixture.as(supervisor, () -> suspensions.reviewLater(task, calendar.today(), "政策未定")));

        fixture.as(supervisor, () -> suspensions.reviewLater(task, NEXT_TUESDAY, "政策未定"));

        assertThat(only(supervisor, ItemKind.RESUME).dueOn()).isEqualTo(NEXT_TUESDAY);
        assertThat(history(task)).endsWith(Kind.SUSPENDED, Kind.REVIEW_POSTPONED);
        assertThat(task(task).suspended()).isTrue();
    }

    @Test
    void movesTheDueDateAndClocksThatRunByTheWorkingDays() {
        LocalDate due = MONDAY.plusDays(9);
        KeyTaskId task = launched(ReportingFrequency.NONE, due, leads(lead), helps(helper));
        sign(task, lead);
        var signed = duty(task, lead);
        LocalDate disputeBy = calendar.dayOf(duty(task, helper).disputeBy());
        goTo(TUESDAY);
        suspend(task);
        liveUntil(NEXT_TUESDAY);
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED))
                .as("the timer struck")
                .isZero();
        assertThat(fixture.as(supervisor, () -> suspensions.moveAsOfToday(task)).workingDays())
                .isEqualTo(5);

        resume(task);

        assertThat(task(task).dueOn()).isEqualTo(LocalDate.of(2026, 3, 18));
        assertThat(task(task).originalDueOn()).isEqualTo(due);
        assertThat(history(task)).endsWith(Kind.RESUMED, Kind.DUE_MOVED);
        assertThat(duty(task, lead)).as("what is signed stays as it was").isEqualTo(signed);
        LocalDate by = LocalDate.of(2026, 3, 11);
        assertThat(calendar.dayOf(duty(task, helper).acknowledgeBy())).isEqualTo(by);
        assertThat(calendar.dayOf(duty(task, helper).disputeBy())).isEqualTo(calendar.plusWorkingDays(disputeBy, 5));
        OpenItem item = only(helper.staff(), ItemKind.ACKNOWLEDGE);
        assertThat(item.dueOn()).isEqualTo(by);
        assertThat(item.counted().to()).as("still explained").isEqualTo(by);
        liveUntil(by);
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isZero();
        liveUntil(by.plusDays(1));
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).as("by the round").isOne();
        Suspension ended = fixture.as(lead.staff(), () -> suspensions.of(task)).getFirst();
        assertThat(ended.end().ending()).isEqualTo(Suspension.Ending.RESUMED);
        assertThat(ended.end().workingDays()).isEqualTo(5);
        assertThat(ended.end().oldDueOn()).isEqualTo(due);
        assertThat(ended.end().newDueOn()).isEqualTo(LocalDate.of(2026, 3, 18));
    }

    @Test
    void leavesATimerWithoutEffectThatStrikesBeforeTheNewDate() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        goTo(TUESDAY);
        suspend(task);
        goTo(MONDAY.plusDays(2));
        resume(task);

        goTo(MONDAY.plusDays(3));
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).as("due today").isZero();
        liveUntil(MONDAY.plusDays(4));
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).as("of both").isEqualTo(2);
    }

    @Test
    void urgesNobodyTwiceForWhatWasLateBefore() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        liveUntil(MONDAY.plusDays(3));
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isEqualTo(2);
        suspend(task);
        liveUntil(MONDAY.plusDays(10));
        resume(task);
        liveUntil(MONDAY.plusDays(11));

        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isEqualTo(2);
        assertThat(duty(task, helper).acknowledgeBy()).as("late").isBefore(clock.instant());
    }

    @Test
    void leavesLateWhatWasLateOnDaysOffAlone() {
        LocalDate friday = MONDAY.plusDays(11);
        KeyTaskId task = launched(ReportingFrequency.NONE, friday, leads(lead));
        sign(task, lead);
        goTo(friday.plusDays(1));
        assertThat(details(task).daysLate()).isOne();
        suspend(task);
        goTo(friday.plusDays(3));
        assertThat(fixture.as(supervisor, () -> suspensions.moveAsOfToday(task)).newDueOn())
                .isEqualTo(friday.plusDays(2));

        resume(task);

        assertThat(details(task).daysLate()).isOne();
        suspend(task);
        goTo(friday.plusDays(4));
        resume(task);
        assertThat(details(task).daysLate()).isOne();
    }

    @Test
    void urgesForTwoDaysThatBecomeOneAreNoObstacle() {
        KeyTaskId task = launched(ReportingFrequency.NONE, MONDAY.plusDays(30), leads(lead));
        DutyId duty = duty(task, lead).id();
        for (LocalDate late : List.of(MONDAY.plusDays(11), MONDAY.plusDays(12))) {
            jdbc.sql(
                            """
                            INSERT INTO urge (id, duty_id, cause, subject_id, due_on, sent_at)
                            VALUES (:id, :duty, 'TASK_LATE', :task, :due, '2026-03-01 00:00:00')""")
                    .param("id", late.toEpochDay())
                    .param("duty", duty.value())
                    .param("task", task.value())
                    .param("due", late)
                    .update();
        }
        goTo(MONDAY.plusDays(13));
        suspend(task);
        goTo(MONDAY.plusDays(14));

        resume(task);

        assertThat(task(task).suspended()).isFalse();
    }

    @Test
    void putsNothingOffThatCameMeanwhileByMoreThanItWaited() {
        Office heir = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        suspend(task);
        goTo(calendar.plusWorkingDays(calendar.today(), 20));
        fixture.abolish(lead, heir);
        LocalDate proposed = calendar.today();
        goTo(calendar.plusWorkingDays(proposed, 3));

        resume(task);

        OpenItem item = only(supervisor, ItemKind.DECIDE_SUCCESSION);
        assertThat(item.dueOn())
                .as("five days of its own, and the three")
                .isEqualTo(calendar.plusWorkingDays(proposed, 8));
        assertThat(item.counted().to()).isEqualTo(item.dueOn());
    }

    @Test
    void movesNothingWhereNoWorkingDayPassed() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        suspend(task);
        goTo(MONDAY, LocalTime.of(16, 0));
        resume(task);

        assertThat(task(task).dueOn()).isEqualTo(YEAR_END);
        assertThat(history(task)).endsWith(Kind.RESUMED);
        assertThat(only(helper.staff(), ItemKind.ACKNOWLEDGE).dueOn()).isEqualTo(MONDAY.plusDays(2));
    }

    @Test
    void isNotOverdueMeanwhileAndReadAsIfTheTimeHadNotPassed() {
        LocalDate due = MONDAY.plusDays(9);
        KeyTaskId task = launched(ReportingFrequency.NONE, due, leads(lead));
        sign(task, lead);
        goTo(TUESDAY);
        suspend(task);
        long reminded = count("reminder");
        liveUntil(MONDAY.plusDays(28));

        assertThat(fixture.as(supervisor, () -> tasks.overdueSummary()).tasks()).isZero();
        DirectiveSummary summary =
                fixture.as(supervisor, () -> directives.summary(task(task).directiveId()));
        assertThat(summary.overdue()).isZero();
        assertThat(details(task).daysLate()).isZero();
        assertThat(task(task).escalationLevel()).isZero();
        assertThat(task(task).lightReading().rule()).isEqualTo("SUSPENDED");
        assertThat(count("reminder")).isEqualTo(reminded);
        resume(task);
        assertThat(task(task).lightReading().inputs().elapsedPercent())
                .as("a day of nine or so")
                .isLessThan(20);
        assertThat(task(task).dueOn()).isAfter(calendar.today());
    }

    @Test
    void movesWhatAnApplicationForCompletionWaitsFor() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        applyOnly(task, lead);
        LocalDate due = only(helper.staff(), ItemKind.COUNTERSIGN).dueOn();
        long asked = countersignature(task, helper).id();
        suspend(task);
        goTo(NEXT_TUESDAY);
        refused("refusal.suspended", () -> fixture.as(helper.staff(), () -> countersignatures.agree(asked, null)));
        assertThat(task(task).state()).isEqualTo(KeyTask.State.COUNTERSIGNING);
        resume(task);
        assertThat(only(helper.staff(), ItemKind.COUNTERSIGN).dueOn()).isEqualTo(calendar.plusWorkingDays(due, 6));
        assertThat(countersignature(task, helper).dueOn()).isEqualTo(calendar.plusWorkingDays(due, 6));
        agree(task, helper);
        orderCheck(task);
        LocalDate planned = only(supervisor, ItemKind.SITE_CHECK).dueOn();
        suspend(task);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.RESUME);
        goTo(NEXT_TUESDAY.plusDays(7));
        resume(task);
        assertThat(only(supervisor, ItemKind.SITE_CHECK).dueOn()).isEqualTo(calendar.plusWorkingDays(planned, 5));
        recordCheck(task, true);
        close(task, Outcome.DONE);
    }

    @Test
    void endsByAWithdrawalAndIsNoLaterThanItWas() {
        LocalDate due = MONDAY.plusDays(9);
        KeyTaskId task = launched(ReportingFrequency.NONE, due, leads(lead), helps(helper));
        sign(task, lead);
        goTo(TUESDAY);
        suspend(task);
        liveUntil(MONDAY.plusDays(28));

        withdrawTask(task);

        assertThat(task(task).suspended()).isFalse();
        assertThat(task(task).lightReading().rule()).isEqualTo("WITHDRAWN");
        assertThat(details(task).closings().getFirst().daysLate()).isZero();
        assertThat(details(task).daysLate()).isZero();
        Suspension ended = fixture.as(supervisor, () -> suspensions.of(task)).getFirst();
        assertThat(ended.end().ending()).isEqualTo(Suspension.Ending.WITHDRAWN);
        assertThat(items(supervisor)).isEmpty();
        ledgerAndEngine.check();

        reopen(task, YEAR_END);
        assertThat(kinds(helper.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        suspend(task);
        assertThat(items(helper.staff())).isEmpty();
        resume(task);
        assertThat(fixture.as(supervisor, () -> suspensions.of(task))).hasSize(2);
    }
}
