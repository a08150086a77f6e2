package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.ladder.Addressee;
import org.duban.ladder.DeadlineKind;
import org.duban.ladder.EscalationStep;
import org.duban.ladder.Priority;
import org.duban.report.ReportId;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Light;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;

/** 升级督办: from 催办 to 挂牌督办, for key tasks, reports and signatures. */
class LadderTests extends LadderTest {

    @Test
    void climbsWithTheWorkingDaysAndNoStepTwice() {
        KeyTaskId task = overdueTask();

        climbs(DUE, () -> task(task).escalationLevel(), Map.of(1, 1, 5, 1, 6, 2, 10, 2, 11, 3, 20, 3, 21, 4, 30, 4));

        assertThat(steps(task))
                .extracting(EscalationStep::level, EscalationStep::addressee, EscalationStep::rule)
                .containsExactly(
                        tuple(4, Addressee.LEADERS, "TASK_4"),
                        tuple(3, Addressee.LEADERS_AND_HEAD, "TASK_3"),
                        tuple(2, Addressee.HEAD, "TASK_2"),
                        tuple(1, Addressee.DEPARTMENT, "TASK_1"));
        assertThat(times(task, Kind.ESCALATED)).isEqualTo(4);
        assertThat(count("urge WHERE cause = 'TASK_LATE'")).as("once").isOne();
    }

    @Test
    void keepsTheInputsOfEachStep() {
        KeyTaskId task = overdueTask();
        fixture.as(supervisor, () -> priorities.set(task, Priority.HIGH));
        apply(task, lead);
        fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料"));

        goTo(calendar.plusWorkingDays(DUE, 2));

        EscalationStep step = steps(task).getFirst();
        assertThat(step.kind()).isEqualTo(DeadlineKind.TASK);
        assertThat(step.dueOn()).isEqualTo(DUE);
        assertThat(step.workingDaysLate()).isEqualTo(2);
        assertThat(step.priority()).isEqualTo(Priority.HIGH);
        assertThat(step.timesReturned()).isOne();
        assertThat(step.timesExtended()).isZero();
        assertThat(step.rule()).isEqualTo("TASK_HIGH_1");
        assertThat(step.tableVersion()).isPositive();
    }

    @Test
    void climbsFasterWhereTheTaskIsImportant() {
        KeyTaskId task = overdueTask();
        fixture.as(supervisor, () -> priorities.set(task, Priority.HIGH));
        refused("refusal.alreadyHandled", () -> fixture.as(supervisor, () -> priorities.set(task, Priority.HIGH)));

        climbs(DUE, () -> task(task).escalationLevel(), Map.of(1, 1, 3, 2, 6, 3, 11, 4));
        assertThat(times(task, Kind.PRIORITY_CHANGED)).isOne();
    }

    @Test
    void climbsFasterWhereTheCompletionWasSentBackTwice() {
        KeyTaskId task = overdueTask();
        for (int round = 1; round <= 2; round++) {
            apply(task, lead);
            fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料"));
        }

        climbs(DUE, () -> task(task).escalationLevel(), Map.of(1, 1, 3, 2, 6, 3, 11, 4));
    }

    @Test
    void countsNoDaysOff() {
        LocalDate friday = LocalDate.of(2026, 3, 13);
        KeyTaskId task = launched(ReportingFrequency.NONE, friday, leads(lead));
        sign(task, lead);

        liveUntil(friday.plusDays(2));
        assertThat(task(task).lightReading().light()).as("overdue all the same").isEqualTo(Light.RED);
        assertThat(task(task).escalationLevel()).isZero();

        liveUntil(friday.plusDays(3));
        assertThat(task(task).escalationLevel()).isOne();
    }

    @Test
    void climbsForALateReport() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        sign(task, lead);
        goTo(REPORT_OPENS);
        ReportId report = reportOf(lead);

        climbs(REPORT_DUE, () -> level(task, DeadlineKind.REPORT), Map.of(1, 1, 3, 1, 4, 2, 7, 2, 8, 3, 13, 3));

        assertThat(task(task).escalationLevel()).as("the key task is in time").isZero();
        assertThat(times(task, Kind.REPORT_URGED)).isOne();
        assertThat(times(task, Kind.REPORT_ESCALATED))
                .as("the first is the urge")
                .isEqualTo(2);
        assertThat(kinds(lead.head()))
                .filteredOn(ItemKind.RECEIVE_ESCALATION::equals)
                .hasSize(2);

        submit(lead, report, 20);
        LocalDate newDue = calendar.plusWorkingDays(calendar.today(), 3);
        sendBack(report, newDue);
        climbs(newDue, () -> steps(task).getFirst().level(), Map.of(1, 1, 4, 2));
        assertThat(steps(task)).as("what was before stays").hasSize(5);
    }

    @Test
    void restsWhileTheReportIsReviewed() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        sign(task, lead);
        goTo(REPORT_OPENS);
        submit(lead, reportOf(lead), 20);

        liveUntil(calendar.plusWorkingDays(REPORT_DUE, 5));

        assertThat(steps(task)).isEmpty();
    }

    @Test
    void climbsForALateSignature() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        LocalDate by = calendar.dayOf(duty(task, lead).acknowledgeBy());

        climbs(by, () -> level(task, DeadlineKind.ACKNOWLEDGEMENT), Map.of(1, 1, 2, 1, 3, 2, 5, 2, 6, 3, 20, 3));

        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isOne();
        sign(task, lead);
        liveUntil(calendar.today().plusDays(10));
        assertThat(steps(task)).hasSize(3);
    }

    @Test
    void urgesForASignatureWhereTheTimerWasLost() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        engineManagementService
                .createJobQuery()
                .activityId("acknowledgement-late")
                .list()
                .forEach(job -> engineManagementService.deleteJob(job.getId()));

        goTo(calendar.plusWorkingDays(calendar.dayOf(duty(task, lead).acknowledgeBy()), 1));

        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isOne();
    }

    @Test
    void restsWhileADutyIsDisputedAndBeginsAnewAfterwards() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        LocalDate by = calendar.dayOf(duty(task, lead).acknowledgeBy());
        liveUntil(calendar.plusWorkingDays(by, 3));
        DutyId duty = takenUp(task, lead);
        liveUntil(calendar.plusWorkingDays(by, 10));
        assertThat(steps(task)).hasSize(2);

        fixture.as(supervisor, () -> acknowledgements.confirm(duty, "职责明确"));
        LocalDate again = calendar.dayOf(duty(task, lead).acknowledgeBy());
        climbs(again, () -> steps(task).getFirst().level(), Map.of(1, 1, 3, 2));
        assertThat(steps(task)).hasSize(4);
    }

    @Test
    void goesRightWhereItShouldStandAfterTheSystemStoodForAMonth() {
        KeyTaskId task = overdueTask();

        goTo(calendar.plusWorkingDays(DUE, 25));

        assertThat(steps(task)).extracting(EscalationStep::level).containsExactly(4);
        assertThat(steps(task).getFirst().workingDaysLate()).isEqualTo(25);
        assertThat(task(task).escalationLevel()).isEqualTo(4);
        liveUntil(calendar.today().plusDays(10));
        assertThat(count("escalation")).isOne();
    }

    @Test
    void meetsWhatIsLateForYears() {
        KeyTaskId task = overdueTask();
        jdbc.sql("UPDATE key_task SET due_on = :day")
                .param("day", DUE.minusYears(5))
                .update();

        goTo(MONDAY.plusDays(1));

        assertThat(task(task).escalationLevel()).isEqualTo(4);
    }

    @Test
    void firesOnceHoweverOftenTheRoundIsRepeated() {
        KeyTaskId task = overdueTask();
        goTo(calendar.plusWorkingDays(DUE, 6));

        for (int again = 0; again < 3; again++) {
            ladder.missedAsSystem(EnumSet.allOf(DeadlineKind.class), Long.MIN_VALUE, 100)
                    .forEach(missed -> ladder.climbAsSystem(missed.subject()));
            ladder.climbAsSystem(task.value());
        }

        assertThat(count("escalation")).isOne();
        assertThat(count("escalation_receipt")).isOne();
    }

    @Test
    void firesOnceWhereTwoRoundsMeet() throws Exception {
        KeyTaskId task = overdueTask();
        clock.travelTo(calendar.at(calendar.plusWorkingDays(DUE, 6), LocalTime.of(10, 0)));

        CompletableFuture<Void> second = transactions.execute(first -> {
            ladder.climbAsSystem(task.value());
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> ladder.climbAsSystem(task.value()));
            assertThatExceptionOfType(TimeoutException.class)
                    .as("it waits for the first")
                    .isThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS));
            return other;
        });

        second.get(10, TimeUnit.SECONDS);
        assertThat(count("escalation")).isOne();
        assertThat(times(task, Kind.ESCALATED)).isOne();
    }

    @Test
    void restsWhileACompletionIsVerifiedAndCountsNoDayOfIt() {
        KeyTaskId task = overdueTask();
        goTo(DUE);
        apply(task, lead);

        liveUntil(calendar.plusWorkingDays(DUE, 12));
        assertThat(steps(task)).isEmpty();
        assertThat(details(task).daysLate()).as("late all the same").isPositive();

        fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料"));
        goTo(calendar.plusWorkingDays(DUE, 13));
        assertThat(steps(task)).extracting(EscalationStep::level).containsExactly(1);
        assertThat(steps(task).getFirst().workingDaysLate()).isOne();
    }

    @Test
    void goesNoFurtherWhileALateCompletionIsVerified() {
        KeyTaskId task = overdueTask();
        goTo(calendar.plusWorkingDays(DUE, 2));
        apply(task, lead);

        liveUntil(calendar.plusWorkingDays(DUE, 15));

        assertThat(task(task).escalationLevel()).isOne();
    }
}
