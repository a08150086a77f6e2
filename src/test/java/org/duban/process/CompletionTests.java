package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;

/** 办结: applied for, sent back, closed. */
class CompletionTests extends ProcessTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);

    @Test
    void isVerifiedAndClosed() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);

        apply(task, lead);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.VERIFY);
        assertThat(task(task).state()).isEqualTo(KeyTask.State.COMPLETION_APPLIED);

        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.PARTLY, "部分指标未达标"));

        assertThat(task(task).state()).isEqualTo(KeyTask.State.CLOSED);
        assertThat(task(task).outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(items(supervisor)).isEmpty();
        alreadyHandled(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));
        alreadyHandled(supervisor, () -> completions.sendBack(task, fixture.application(task), "尚未完成"));
        alreadyHandled(lead.staff(), () -> completions.apply(duty(task, lead).id(), "再次申请"));
    }

    @Test
    void goesBackToExecutionAsOftenAsItIsSentBack() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);

        for (int round = 1; round <= 3; round++) {
            apply(task, lead);
            alreadyHandled(lead.head(), () -> completions.apply(duty(task, lead).id(), "再次申请"));
            fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料"));
            assertThat(task(task).state()).isEqualTo(KeyTask.State.RUNNING);
            assertThat(items(supervisor)).isEmpty();
        }
        apply(task, lead);
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        assertThat(details(task).completions()).hasSize(4);
        assertThat(times(task, Kind.COMPLETION_SENT_BACK)).isEqualTo(3);
    }

    @Test
    void isDecidedOnlyByWhoReadTheApplicationThatWaits() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        apply(task, lead);
        long read = fixture.application(task);
        fixture.as(supervisor, () -> completions.sendBack(task, read, "缺验收材料"));
        apply(task, lead);

        alreadyHandled(supervisor, () -> completions.close(task, read, Outcome.DONE, null));
        alreadyHandled(supervisor, () -> completions.sendBack(task, read, "缺验收材料"));

        assertThat(task(task).state()).isEqualTo(KeyTask.State.COMPLETION_APPLIED);
    }

    @Test
    void savesNoReportWhileItWaitsToBeVerified() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        apply(task, lead);

        goTo(OPENING);
        ReportId report = reportOf(lead);
        submit(lead, report, 90);
        fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "尚未完成"));
        accept(report);

        assertThat(task(task).percent()).isEqualTo(90);
    }

    @Test
    void leavesThePercentageAsItWasReported() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        goTo(OPENING);
        ReportId report = reportOf(lead);
        submit(lead, report, 90);
        accept(report);
        apply(task, lead);
        assertThat(details(task).unfinished()).containsExactly(duty(task, lead));

        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        assertThat(task(task).outcome()).isEqualTo(Outcome.DONE);
        assertThat(task(task).percent()).isEqualTo(90);
    }

    @Test
    void endsEverythingElseThatWaits() {
        Office joint = fixture.office();
        Office disputing = fixture.office();
        Office silent = fixture.office();
        KeyTaskId task = launched(
                ReportingFrequency.MONTHLY, YEAR_END, leads(lead), shares(joint), helps(disputing), helps(silent));
        sign(task, lead, joint);
        dispute(task, disputing);
        goTo(OPENING);
        submit(joint, reportOf(joint), 20);
        ReportId unwritten = reportOf(lead);
        apply(task, lead);
        assertThat(kinds(supervisor))
                .containsExactlyInAnyOrder(ItemKind.DECIDE_DISPUTE, ItemKind.REVIEW, ItemKind.VERIFY);

        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        for (Office office : new Office[] {lead, joint, disputing, silent}) {
            assertThat(items(office.staff())).isEmpty();
        }
        assertThat(items(supervisor)).isEmpty();
        assertThat(count("ACT_RU_TASK")).isZero();
        assertThat(count("ACT_RU_EVENT_SUBSCR WHERE EXECUTION_ID_ IS NOT NULL"))
                .as("the directive's, for rows that are launched later and for other periods")
                .isEqualTo(2);
        assertThat(count("ACT_RU_JOB"))
                .as("the daily round's and the directive's")
                .isEqualTo(2);
        DutyId unsigned = duty(task, silent).id();
        alreadyHandled(silent.staff(), () -> acknowledgements.acknowledge(unsigned));
        alreadyHandled(lead.staff(), () -> reports.submit(unwritten, content(30), fixture.revision(unwritten)));

        int entries = history(task).size();
        liveUntil(OPENING.plusDays(40));
        assertThat(history(task)).as("nothing happens to it any more").hasSize(entries);
    }

    @Test
    void leavesOtherKeyTasksOfTheDirectiveAlone() {
        var directive = fixture.directive(supervisor, 2, leads(lead));
        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, YEAR_END);
        KeyTaskId first = tasksOf(directive).getFirst();
        KeyTaskId second = tasksOf(directive).getLast();
        sign(first, lead);
        apply(first, lead);

        fixture.as(supervisor, () -> completions.close(first, fixture.application(first), Outcome.DONE, null));

        assertThat(kinds(lead.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        sign(second, lead);
        goTo(OPENING);
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.REPORT);
    }

    @Test
    void isAppliedForBySignedReportersOnly() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, helper);

        refused("refusal.completion.notReporting", () -> apply(task, helper));
        refused("refusal.signFirst", () -> apply(task, lead));
    }
}
