package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.duban.directive.ReportingFrequency;
import org.duban.report.ReportId;
import org.duban.score.ScoreLine;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.Transfers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 考核台账: what counts is who did it, and which day held, at the time; not what became of the duty or the day since. */
class ScoreOfTheTimeTests extends ScoreTest {

    private static final LocalDate DUE = LocalDate.of(2026, 4, 10);

    @Autowired
    Transfers transfers;

    @Test
    void countsTheSignatureOfTheDepartmentToWhichADutyWentOnTheSameDay() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        sign(task, lead);
        transfer(task, lead, helper);
        goTo(LocalDate.of(2026, 3, 10));

        sign(task, helper);

        assertThat(rules(lead)).containsExactly("SIGNED_IN_TIME");
        assertThat(last(helper).rule()).isEqualTo("SIGNED_VERY_LATE");
    }

    @Test
    void countsTheFirstCompletionOfADepartmentThatCameAfterAReopening() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), helps(helper));
        sign(task, lead);
        apply(task, lead);
        close(task, Outcome.DONE);
        reopen(task, YEAR_END);
        sign(task, helper);

        apply(task, lead);
        close(task, Outcome.DONE);

        assertThat(rules(lead)).containsExactly("SIGNED_IN_TIME", "DONE_IN_TIME", "COMPLETED_AGAIN");
        assertThat(last(helper).rule()).isEqualTo("HELPED_IN_TIME");
    }

    @Test
    void countsWhatIsDoneAfterAnEndThatWasNone() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        sign(task, lead);
        apply(task, lead);
        close(task, Outcome.TERMINATED);
        reopen(task, YEAR_END);

        apply(task, lead);
        close(task, Outcome.DONE);

        assertThat(rules(lead)).containsExactly("SIGNED_IN_TIME", "TERMINATED", "DONE_IN_TIME");
    }

    @Test
    void goesByTheDayThatHeldAtTheApplicationThoughItStoodStillAfterwards() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead), helps(helper));
        sign(task, lead, helper);
        goTo(LocalDate.of(2026, 4, 15));
        apply(task, lead);
        suspend(task);
        goTo(LocalDate.of(2026, 4, 29));
        resume(task);
        assertThat(task(task).dueOn()).isAfter(LocalDate.of(2026, 4, 15));

        close(task, Outcome.DONE);

        assertThat(last(lead))
                .returns("DONE_LATE", ScoreLine::rule)
                .returns(DUE, ScoreLine::dueOn)
                .returns(3, line -> line.fact().workingDaysLate());
        assertThat(last(helper).rule()).isEqualTo("HELPED_LATE");
    }

    @Test
    void chargesTheReturnOfAReportToWhoeverHandedItIn() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        sign(task, lead);
        goTo(LocalDate.of(2026, 3, 16));
        ReportId report = reportOf(lead);
        submit(lead, report, 30);
        transfer(task, lead, helper);

        sendBack(report, calendar.plusWorkingDays(calendar.today(), 15));

        assertThat(last(lead).rule()).isEqualTo("REPORT_RETURNED");
        assertThat(lines(helper)).isEmpty();
        assertThat(reportOf(helper)).as("who has the duty amends it").isEqualTo(report);
    }

    @Test
    void chargesWhatWasMissedToWhoeverHadItWhenItWasDue() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        sign(task, lead);
        liveUntil(LocalDate.of(2026, 4, 14));
        transfer(task, lead, helper);
        sign(task, helper);

        liveUntil(LocalDate.of(2026, 4, 20));

        assertThat(rules(helper)).containsExactly("SIGNED_IN_TIME");
        assertThat(rules(lead)).endsWith("REPORT_MISSED");
    }

    private void transfer(KeyTaskId task, Office from, Office to) {
        DutyId duty = duty(task, from).id();
        fixture.as(supervisor, () -> transfers.transfer(duty, to.id(), "机构职能调整"));
    }
}
