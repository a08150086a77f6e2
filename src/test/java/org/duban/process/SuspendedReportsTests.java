package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.report.ReportDetails;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Office;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;

/** What a suspension means for reports: those begun wait, and none is missed for a time in which nobody could write it. */
class SuspendedReportsTests extends ProcessTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 16);
    private static final LocalDate MARCH_DUE = LocalDate.of(2026, 3, 25);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 15);

    @Test
    void areNotAskedForWhereItIsWithdrawnMeanwhile() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        suspend(task);
        liveUntil(MARCH.plusDays(1));

        withdrawTask(task);

        assertThat(count("progress_report")).isZero();
        assertThat(count("contribution")).isZero();
    }

    @Test
    void areDueLaterByTheWorkingDaysAndNotMissedMeanwhile() {
        DirectiveId directive = fixture.directive(supervisor, 2, leads(lead), helps(helper));
        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, YEAR_END);
        KeyTaskId task = tasksOf(directive).getFirst();
        KeyTaskId other = tasksOf(directive).getLast();
        sign(task, lead, helper);
        sign(other, lead, helper);
        goTo(MARCH);
        ReportId march = report(lead, task);
        LocalDate contributeBy = contribution(task).dueOn();
        goTo(MARCH.plusDays(2));
        suspend(task);
        LocalDate resumedOn = APRIL.plusDays(5);
        liveUntil(resumedOn);
        int days = calendar.workingDaysBetween(MARCH.plusDays(2), resumedOn);
        assertThat(times(other, Kind.REPORT_MISSED)).isOne();
        assertThat(history(task)).endsWith(Kind.SUSPENDED);
        assertThat(items(lead.staff())).allMatch(item -> item.keyTaskId() == other.value());
        refused(
                "refusal.suspended",
                () -> fixture.as(lead.staff(), () -> reports.submit(march, content(10), fixture.revision(march))));
        ReportDetails meanwhile = fixture.as(lead.staff(), () -> reports.details(march));
        assertThat(meanwhile.suspended()).isTrue();
        assertThat(meanwhile.writable()).isFalse();
        assertThat(meanwhile.late()).as("no later than when it stopped").isFalse();

        resume(task);

        LocalDate marchBy = calendar.plusWorkingDays(MARCH_DUE, days);
        assertThat(items(lead.staff()))
                .filteredOn(item -> item.keyTaskId() == task.value())
                .as("March as it was begun, April as it opened meanwhile")
                .extracting(OpenItem::dueOn)
                .containsExactly(calendar.plusWorkingDays(resumedOn, 5), marchBy);
        assertThat(contribution(task).dueOn()).isEqualTo(calendar.plusWorkingDays(contributeBy, days));
        assertThat(jdbc.sql("SELECT original_due_on FROM progress_report WHERE id = :id")
                        .param("id", march.value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(MARCH_DUE);
        submit(lead, march, 20);
        accept(march);
        ledgerAndEngine.check();
        liveUntil(marchBy.plusDays(40));
        assertThat(times(task, Kind.REPORT_MISSED)).as("April, and no other").isOne();
    }

    private OpenItem contribution(KeyTaskId task) {
        return items(helper.staff()).stream()
                .filter(item -> item.kind() == ItemKind.CONTRIBUTE && item.keyTaskId() == task.value())
                .findFirst()
                .orElseThrow();
    }

    private ReportId report(Office office, KeyTaskId task) {
        return items(office.staff()).stream()
                .filter(item -> item.kind() == ItemKind.REPORT && item.keyTaskId() == task.value())
                .map(item -> new ReportId(item.subjectId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areNotAskedForOnAPeriodThatPassedMeanwhile() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        suspend(task);
        liveUntil(APRIL.plusDays(1));
        assertThat(count("progress_report")).isZero();

        resume(task);

        assertThat(only(lead.staff(), ItemKind.REPORT).dueOn())
                .as("April as it is due, which leaves enough time")
                .isEqualTo(LocalDate.of(2026, 4, 24));
        assertThat(count("progress_report")).isOne();
        assertThat(times(task, Kind.REPORT_MISSED)).isZero();
        liveUntil(LocalDate.of(2026, 5, 20));
        assertThat(times(task, Kind.REPORT_MISSED)).as("April").isOne();
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.REPORT);
    }

    @Test
    void areNotLateWhereItIsWithdrawnMeanwhile() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        goTo(MARCH);
        ReportId march = reportOf(lead);
        suspend(task);
        liveUntil(APRIL);
        withdrawTask(task);

        assertThat(fixture.as(lead.staff(), () -> reports.details(march)).late())
                .isFalse();
        assertThat(times(task, Kind.REPORT_MISSED)).isZero();
    }

    @Test
    void areUrgedForOnceHoweverOftenItStandsStill() {
        KeyTaskId task = launched(ReportingFrequency.QUARTERLY);
        sign(task, lead, helper);
        goTo(MARCH);
        suspend(task);
        goTo(MARCH.plusDays(7));
        resume(task);
        assertThat(only(lead.staff(), ItemKind.REPORT).dueOn()).isEqualTo(LocalDate.of(2026, 4, 1));
        liveUntil(LocalDate.of(2026, 4, 3));
        assertThat(times(task, Kind.REPORT_URGED)).isOne();
        suspend(task);
        liveUntil(LocalDate.of(2026, 4, 20));
        resume(task);
        liveUntil(LocalDate.of(2026, 4, 21));

        assertThat(times(task, Kind.REPORT_URGED)).as("for the same lateness").isOne();
        assertThat(times(task, Kind.REPORT_MISSED)).isZero();
    }
}
