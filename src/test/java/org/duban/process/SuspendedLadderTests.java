package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.ladder.DeadlineKind;
import org.duban.ladder.EscalationStep;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;

/** Late stays late: the ladder goes on where it stood when a key task stood still. */
class SuspendedLadderTests extends LadderTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 13);
    private static final LocalDate MONDAY_WEEK = LocalDate.of(2026, 3, 23);

    @Test
    void climbsByTheWorkingDaysOnWhichItRan() {
        KeyTaskId task = overdueTask();
        LocalDate later = LocalDate.of(2026, 3, 19);
        KeyTaskId twin = launched(ReportingFrequency.NONE, later, leads(helper));
        sign(twin, helper);
        liveUntil(FRIDAY);
        List<EscalationStep> before = steps(task);
        assertThat(before).hasSize(1);
        suspend(task);
        liveUntil(MONDAY_WEEK);
        assertThat(steps(task)).isEqualTo(before);
        assertThat(details(task).daysLate()).as("as it was").isEqualTo(2);
        resume(task);
        assertThat(task(task).dueOn()).isEqualTo(later);
        assertThat(task(task).escalationLevel()).isEqualTo(1);
        liveUntil(MONDAY_WEEK.plusDays(1));
        assertThat(steps(task)).as("neither raised again nor lowered").isEqualTo(before);
        assertThat(task(task).escalationLevel()).isEqualTo(1);
        assertThat(before.getFirst().dueOn()).as("for which it was raised then").isEqualTo(DUE);

        liveUntil(MONDAY_WEEK.plusDays(20));
        assertThat(level(task, DeadlineKind.TASK))
                .as("as one that was due on that day from the first")
                .isGreaterThan(1)
                .isEqualTo(level(twin, DeadlineKind.TASK));
        assertThat(steps(task)).extracting(EscalationStep::level).doesNotHaveDuplicates();
    }

    @Test
    void urgesNobodyAgainForWhatTheyWereUrgedForBefore() {
        KeyTaskId task = overdueTask();
        liveUntil(FRIDAY);
        suspend(task);
        liveUntil(MONDAY_WEEK);
        resume(task);
        liveUntil(MONDAY_WEEK.plusDays(20));

        assertThat(level(task, DeadlineKind.TASK)).isGreaterThan(1);
        assertThat(scored("URGED/TASK_LATE/%")).isOne();
    }

    @Test
    void urgesNobodyAgainForAReportForWhichTheyWereUrgedBefore() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        sign(task, lead);
        liveUntil(calendar.plusWorkingDays(REPORT_DUE, 2));
        assertThat(times(task, Kind.REPORT_URGED)).isOne();
        suspend(task);
        liveUntil(calendar.plusWorkingDays(calendar.today(), 5));
        resume(task);
        liveUntil(calendar.plusWorkingDays(calendar.today(), 4));

        assertThat(level(task, DeadlineKind.REPORT)).isGreaterThan(1);
        assertThat(times(task, Kind.REPORT_URGED)).isOne();
        assertThat(scored("URGED/REPORT_LATE/%")).isOne();
    }

    @Test
    void urgesNobodyAgainAfterADisputeThatCameLate() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead), shares(helper));
        sign(task, lead);
        liveUntil(calendar.plusWorkingDays(REPORT_DUE, 2));
        DutyId duty = takeUp(task, helper);
        long before = scored("URGED/REPORT_LATE/%");
        liveUntil(calendar.plusWorkingDays(calendar.today(), 5));
        fixture.as(supervisor, () -> acknowledgements.confirm(duty, "职责明确"));
        sign(task, helper);
        liveUntil(calendar.plusWorkingDays(calendar.today(), 3));

        assertThat(count("escalation WHERE kind = 'REPORT' AND level_no > 1 AND duty_id = " + duty.value()))
                .isOne();
        assertThat(scored("URGED/REPORT_LATE/%"))
                .as("one each")
                .isEqualTo(before)
                .isEqualTo(2);
    }

    private long scored(String source) {
        return count("score_event WHERE source LIKE '" + source + "'");
    }

    @Test
    void waitsForNoReceiptMeanwhile() {
        KeyTaskId task = overdueTask();
        liveUntil(calendar.plusWorkingDays(DUE, 12));
        var notice = items(lead.head()).stream()
                .filter(item -> item.kind() == ItemKind.RECEIVE_ESCALATION)
                .findFirst()
                .orElseThrow();
        suspend(task);
        assertThat(items(lead.head())).isEmpty();
        refused("refusal.suspended", () -> fixture.as(lead.head(), () -> receipts.receive(receipt(notice))));
        resume(task);
        fixture.as(lead.head(), () -> receipts.receive(receipt(notice)));
        assertThat(history(task)).contains(Kind.ESCALATION_RECEIVED);
    }

    @Test
    void doesNotCountTheSupervisorsTimeAgainstTheDepartment() {
        KeyTaskId task = overdueTask();
        goTo(DUE.minusDays(1));
        apply(task, lead);
        liveUntil(LocalDate.of(2026, 3, 17));
        fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "请补充材料"));
        suspend(task);
        liveUntil(LocalDate.of(2026, 3, 24));
        resume(task);
        assertThat(task(task).dueOn()).isEqualTo(LocalDate.of(2026, 3, 18));
        liveUntil(LocalDate.of(2026, 3, 25));

        assertThat(steps(task)).extracting(EscalationStep::workingDaysLate).containsExactly(1);
    }
}
