package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.duban.directive.ReportingFrequency;
import org.duban.task.KeyTaskId;
import org.duban.task.Light;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;

/** 逾期: from the start of the day after the due date; how high it goes then is for {@link LadderTests}. */
class OverdueTests extends ProcessTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 18);

    @Test
    void isNotOverdueOnTheDueDay() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));

        liveUntil(DUE);
        goTo(DUE, LocalTime.of(23, 59, 59));

        assertThat(details(task).daysLate()).isZero();
        assertThat(task(task).escalationLevel()).isZero();
        assertThat(task(task).lightReading().light()).isNotEqualTo(Light.RED);
    }

    @Test
    void isOverdueFromTheStartOfTheDayAfter() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        liveUntil(DUE);

        goTo(DUE.plusDays(1), LocalTime.MIDNIGHT);
        assertThat(details(task).daysLate()).isOne();

        goTo(DUE.plusDays(1), LocalTime.of(0, 5));
        assertThat(task(task).escalationLevel()).isOne();
        assertThat(task(task).lightReading().light()).isEqualTo(Light.RED);
    }

    @Test
    void isEscalatedOnceHoweverOftenTheSweepRuns() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);

        liveUntil(DUE.plusDays(5));

        assertThat(times(task, Kind.ESCALATED)).isOne();
        assertThat(count("escalation")).isOne();
        assertThat(details(task).daysLate()).isEqualTo(5);
    }

    @Test
    void isEscalatedAlsoWhenTheServerStoodForDays() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);

        goTo(DUE.plusDays(9));

        assertThat(times(task, Kind.ESCALATED)).isOne();
        assertThat(jdbc.sql("SELECT days_late FROM escalation")
                        .query(Integer.class)
                        .single())
                .as("as late as it was when it was found")
                .isEqualTo(9);
    }

    @Test
    void isOverdueButNotEscalatedWhileItsCompletionIsVerified() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);
        goTo(DUE);
        apply(task, lead);

        goTo(DUE.plusDays(1));

        assertThat(times(task, Kind.ESCALATED)).isZero();
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));
        assertThat(details(task).daysLate()).as("closing does not take it back").isOne();
    }

    @Test
    void isNotEscalatedAfterItsClosing() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);
        apply(task, lead);
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        liveUntil(DUE.plusDays(3));

        assertThat(count("escalation")).isZero();
        assertThat(details(task).daysLate()).isZero();
    }

    @Test
    void isEscalatedOnTheFirstDayHoweverManyThereAre() {
        var directive = fixture.directive(supervisor, 120, leads(lead));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, DUE);

        goTo(DUE.plusDays(1));

        assertThat(count("escalation WHERE kind = 'TASK'")).isEqualTo(120);
    }
}
