package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.report.ProgressReport;
import org.duban.report.ReportId;
import org.duban.report.ReportSummary;
import org.duban.support.Fixture.Office;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;

/** 报告: reports of each period, out by every way. */
class ReportingTests extends ProcessTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 25);

    @Test
    void opensOneReportPerReporterAndPeriod() {
        Office joint = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead), helps(helper), shares(joint));
        sign(task, lead, helper, joint);

        goTo(OPENING.minusDays(1));
        assertThat(items(lead.staff())).isEmpty();

        goTo(OPENING);
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.REPORT);
        assertThat(kinds(joint.staff())).containsExactly(ItemKind.REPORT);
        assertThat(kinds(helper.staff()))
                .as("who cooperates does not report, but contributes")
                .containsExactly(ItemKind.CONTRIBUTE);
        assertThat(only(lead.staff(), ItemKind.REPORT).dueOn()).isEqualTo(DUE);

        goTo(LocalDate.of(2026, 4, 15));
        assertThat(kinds(lead.staff())).as("the first is closed").containsExactly(ItemKind.REPORT);
        assertThat(count("reporting_period")).isEqualTo(2);
    }

    @Test
    void asksForTheNewestPeriodAloneAfterTheServerStood() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        sign(task, lead);

        goTo(LocalDate.of(2026, 6, 16));

        assertThat(only(lead.staff(), ItemKind.REPORT).dueOn()).isEqualTo(LocalDate.of(2026, 6, 25));
        assertThat(jdbc.sql("SELECT missed_reason FROM reporting_period ORDER BY from_day")
                        .query(String.class)
                        .list())
                .containsExactly("SYSTEM_STOOD", "SYSTEM_STOOD", "SYSTEM_STOOD", null);
        liveUntil(LocalDate.of(2026, 6, 20));
        assertThat(times(task, Kind.REPORT_URGED))
                .as("nobody owes what nobody was asked for")
                .isZero();
        goTo(LocalDate.of(2026, 7, 15));
        assertThat(reportsOn(task)).as("and so on from there").hasSize(2);
    }

    @Test
    void makesNobodyLateByOpeningLate() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        sign(task, lead);
        LocalDate friday = LocalDate.of(2026, 3, 27);
        LocalDate fifthWorkingDay = LocalDate.of(2026, 4, 3);

        goTo(friday);

        ProgressReport opened = reportsOn(task).getFirst();
        assertThat(opened.dueOn()).isEqualTo(fifthWorkingDay);
        assertThat(opened.originalDueOn()).as("it never had another").isEqualTo(fifthWorkingDay);
        assertThat(opened.period().dueOn()).as("as planned").isEqualTo(DUE);
        liveUntil(fifthWorkingDay);
        assertThat(times(task, Kind.REPORT_URGED)).isZero();
        submit(lead, reportOf(lead), 10);
        assertThat(fixture.as(supervisor, () -> reports.of(task, 1)).getFirst().late())
                .isFalse();
    }

    @Test
    void endsWithTheAcceptance() {
        KeyTaskId task = launched(ReportingFrequency.QUARTERLY);
        sign(task, lead, helper);
        goTo(OPENING);
        ReportId report = reportOf(lead);

        submit(lead, report, 30);
        assertThat(items(lead.staff())).isEmpty();
        assertThat(kinds(supervisor)).containsExactly(ItemKind.REVIEW);
        alreadyHandled(lead.head(), () -> reports.submit(report, content(40), fixture.revision(report)));

        accept(report);
        assertThat(items(supervisor)).isEmpty();
        assertThat(task(task).percent()).isEqualTo(30);
        alreadyHandled(supervisor, () -> reviews.accept(report, fixture.handIn(report), null));
        alreadyHandled(supervisor, () -> reviews.returnForAmendment(report, fixture.handIn(report), "请补充", YEAR_END));
        alreadyHandled(lead.staff(), () -> reports.saveDraft(report, content(50), 0));
    }

    @Test
    void comesBackAsOftenAsItIsReturned() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        sign(task, lead);
        goTo(OPENING);
        ReportId report = reportOf(lead);

        for (int round = 1; round <= 3; round++) {
            submit(lead, report, 10 * round);
            sendBack(report, DUE.plusDays(round));
            assertThat(only(lead.staff(), ItemKind.AMEND).dueOn()).isEqualTo(DUE.plusDays(round));
            assertThat(items(supervisor)).isEmpty();
        }
        submit(lead, report, 40);
        accept(report);

        ProgressReport accepted = reportsOn(task).getFirst();
        assertThat(accepted.timesReturned()).isEqualTo(3);
        assertThat(accepted.originalDueOn()).as("late stays late").isEqualTo(DUE);
        assertThat(count("report_submission")).isEqualTo(4);
    }

    @Test
    void isReturnedAlone() {
        Office joint = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead), shares(joint));
        sign(task, lead, joint);
        goTo(OPENING);
        ReportId returned = reportOf(lead);
        ReportId waiting = reportOf(joint);
        submit(lead, returned, 10);
        submit(joint, waiting, 20);

        sendBack(returned, DUE);

        assertThat(kinds(supervisor)).as("the peer's still waits for review").containsExactly(ItemKind.REVIEW);
        assertThat(items(joint.staff())).isEmpty();
        accept(waiting);
        assertThat(task(task).percent()).as("mean of none and 20").isEqualTo(10);
    }

    @Test
    void isUrgedOncePerDueDayAndAgainAfterAReturn() {
        KeyTaskId task = launched(ReportingFrequency.QUARTERLY, YEAR_END, leads(lead));
        sign(task, lead);
        goTo(OPENING);
        ReportId report = reportOf(lead);

        liveUntil(DUE);
        assertThat(times(task, Kind.REPORT_URGED)).as("not on the due day").isZero();
        liveUntil(DUE.plusDays(5));
        assertThat(times(task, Kind.REPORT_URGED)).isOne();

        submit(lead, report, 10);
        liveUntil(DUE.plusDays(15));
        assertThat(times(task, Kind.REPORT_URGED))
                .as("the ball is with the supervisor")
                .isOne();

        LocalDate newDue = DUE.plusDays(20);
        sendBack(report, newDue);
        liveUntil(newDue);
        assertThat(times(task, Kind.REPORT_URGED)).isOne();
        liveUntil(newDue.plusDays(5));
        assertThat(times(task, Kind.REPORT_URGED)).isEqualTo(2);

        submit(lead, report, 20);
        accept(report);
        liveUntil(newDue.plusDays(10));
        assertThat(times(task, Kind.REPORT_URGED)).isEqualTo(2);
        assertThat(jdbc.sql("SELECT late FROM report_submission ORDER BY round_no")
                        .query(Boolean.class)
                        .list())
                .as("each hand-in against the day that held then")
                .containsExactly(true, true);
    }

    @Test
    void isNotHandedInBeforeTheDutyIsSigned() {
        launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        goTo(OPENING);
        ReportId report = reportOf(lead);

        refused("refusal.signFirst", () -> submit(lead, report, 10));
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.ACKNOWLEDGE, ItemKind.REPORT);
    }

    private List<ProgressReport> reportsOn(KeyTaskId task) {
        return fixture.as(supervisor, () -> reports.of(task, 100)).stream()
                .map(ReportSummary::report)
                .toList();
    }
}
