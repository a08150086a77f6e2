package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.account.Account;
import org.duban.directive.ReportingFrequency;
import org.duban.report.ReportId;
import org.duban.task.GivenVerdict;
import org.duban.task.KeyTaskId;
import org.duban.task.Light;
import org.duban.task.LightChange;
import org.duban.task.LightHistory;
import org.duban.task.LightInputs;
import org.duban.task.LightReading;
import org.duban.task.Lights;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry.Kind;
import org.duban.task.Verdict;
import org.duban.task.Verdicts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 红黄绿灯 by the table: on each event and each night, with what it takes to explain every change. */
class LightTests extends ProcessTest {

    /** A hundred days after the launch, so that a day is a point. */
    private static final LocalDate DUE = MONDAY.plusDays(100);

    @Autowired
    LightHistory history;

    @Autowired
    Lights lights;

    @Autowired
    Verdicts verdicts;

    @Test
    void goesThroughItsColoursWithTheTimeAndKeepsEachChange() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        assertThat(reading(task)).returns("NOT_STARTED", LightReading::rule).returns(Light.GREY, LightReading::light);
        assertThat(changes(task))
                .as("the reading at the launch")
                .singleElement()
                .satisfies(launch -> {
                    assertThat(launch.from()).isNull();
                    assertThat(launch.to()).isEqualTo(reading(task));
                });

        sign(task, lead);
        liveUntil(MONDAY.plusDays(9));
        assertThat(reading(task).rule()).isEqualTo("ON_COURSE");
        liveUntil(MONDAY.plusDays(14));
        assertThat(reading(task).rule()).isEqualTo("BEHIND");
        assertThat(reading(task).threshold()).isEqualTo(10);
        assertThat(reading(task).inputs())
                .as("explained by the figures of today, not of the day on which it changed")
                .returns(14, LightInputs::elapsedPercent)
                .returns(86, LightInputs::daysToDue);
        liveUntil(MONDAY.plusDays(31));

        List<LightChange> changes = changes(task);
        assertThat(changes)
                .extracting(change -> change.to().rule())
                .containsExactly("FAR_BEHIND", "BEHIND", "ON_COURSE", "NOT_STARTED");
        assertThat(changes).extracting(LightChange::from).containsExactly(Light.YELLOW, Light.GREEN, Light.GREY, null);
        LightReading behind = changes.get(1).to();
        assertThat(behind.inputs().elapsedPercent()).isEqualTo(10);
        assertThat(behind.inputs().percent()).isZero();
        assertThat(behind.inputs().daysToDue()).isEqualTo(90);
        assertThat(behind.version()).isPositive();
        assertThat(calendar.dayOf(behind.at())).isEqualTo(MONDAY.plusDays(10));
    }

    @Test
    void isReadAgainWhenAReportIsAccepted() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, DUE, leads(lead));
        sign(task, lead);
        goTo(MONDAY.plusDays(31));
        assertThat(reading(task).light()).isEqualTo(Light.RED);
        ReportId report = reportOf(lead);
        submit(lead, report, 25);

        accept(report);

        assertThat(reading(task)).returns("ON_COURSE", LightReading::rule);
        assertThat(reading(task).inputs().percent()).isEqualTo(25);
    }

    @Test
    void warnsBeforeTheDueDateUnlessTheWorkIsReportedAsComplete() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, MONDAY.plusDays(20), leads(lead));
        sign(task, lead);
        goTo(MONDAY.plusDays(14));
        ReportId report = reportOf(lead);
        submit(lead, report, 65);
        accept(report);
        assertThat(reading(task).rule()).isEqualTo("DUE_SOON");

        setPercent(task, 100);
        lights.rereadAsSystem(task);

        assertThat(reading(task).rule()).isEqualTo("REPORTED_COMPLETE");
    }

    @Test
    void staysYellowForWhatWasClosedLate() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);
        goTo(DUE.plusDays(1));
        assertThat(reading(task).rule()).isEqualTo("OVERDUE");
        apply(task, lead);

        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        assertThat(reading(task)).returns("CLOSED_LATE", LightReading::rule).returns(Light.YELLOW, LightReading::light);
        goTo(DUE.plusDays(90));
        assertThat(reading(task).light()).as("late stays late").isEqualTo(Light.YELLOW);
    }

    @Test
    void isGreenForWhatWasClosedInTime() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);
        apply(task, lead);

        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        assertThat(reading(task)).returns("CLOSED_IN_TIME", LightReading::rule);
    }

    @Test
    void countsMissedReports() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);

        set(task, "missed_reports", 1);
        goTo(MONDAY.plusDays(1));
        assertThat(reading(task)).as("seen by night").returns("REPORT_MISSED", LightReading::rule);
        set(task, "missed_reports", 2);
        goTo(MONDAY.plusDays(2));
        assertThat(reading(task)).returns("REPORTS_MISSED", LightReading::rule).returns(2, LightReading::threshold);
        assertThat(reading(task).inputs().missedReports()).isEqualTo(2);
    }

    @Test
    void followsTheSupervisorsVerdictAndLeavesThePercentagesAlone() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);

        judge(task, Verdict.FAR_BEHIND);
        assertThat(reading(task))
                .returns("JUDGED_FAR_BEHIND", LightReading::rule)
                .returns(Light.RED, LightReading::light);
        judge(task, Verdict.BEHIND);
        assertThat(reading(task)).returns("JUDGED_BEHIND", LightReading::rule);
        goTo(MONDAY.plusDays(50));
        judge(task, Verdict.ON_COURSE);
        assertThat(reading(task))
                .returns("JUDGED_ON_COURSE", LightReading::rule)
                .returns(Light.GREEN, LightReading::light);
        assertThat(reading(task).inputs().percent()).isZero();
        assertThat(task(task).percent()).isZero();

        fixture.as(supervisor, () -> verdicts.takeBack(task, read(task), "情况有变"));

        assertThat(reading(task)).returns("FAR_BEHIND", LightReading::rule);
        assertThat(times(task, Kind.VERDICT_GIVEN)).isEqualTo(3);
        assertThat(times(task, Kind.VERDICT_TAKEN_BACK)).isOne();
        assertThat(count("supervisor_verdict")).as("what was said stays").isEqualTo(4);
    }

    @Test
    void isRedWhenOverdueWhateverTheVerdict() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);
        judge(task, Verdict.ON_COURSE);

        goTo(DUE.plusDays(1));

        assertThat(reading(task)).returns("OVERDUE", LightReading::rule);
    }

    @Test
    void refusesAVerdictOnWhatAnotherSupervisorHasJudgedMeanwhile() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        judge(task, Verdict.BEHIND);
        long seen = read(task);
        judge(task, Verdict.FAR_BEHIND);

        alreadyHandled(supervisor, () -> verdicts.give(task, seen, Verdict.ON_COURSE, "进展良好"));
        alreadyHandled(supervisor, () -> verdicts.takeBack(task, seen, "情况有变"));
        fixture.as(supervisor, () -> verdicts.takeBack(task, read(task), "情况有变"));
        alreadyHandled(supervisor, () -> verdicts.takeBack(task, read(task), "情况有变"));
        refused(
                "refusal.reasonMissing",
                () -> fixture.as(supervisor, () -> verdicts.give(task, read(task), Verdict.ON_COURSE, " ")));
    }

    @Test
    void refusesAVerdictOnAClosedTaskAndByOthers() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        Account other = fixture.supervisor();
        refused(
                "refusal.notFound",
                () -> fixture.as(other, () -> verdicts.give(task, Verdicts.NEVER, Verdict.BEHIND, "滞后")));
        sign(task, lead);
        apply(task, lead);
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        alreadyHandled(supervisor, () -> verdicts.give(task, Verdicts.NEVER, Verdict.BEHIND, "滞后"));
    }

    @Test
    void isSilentAboutNightsOnWhichNothingChanges() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);

        liveUntil(MONDAY.plusDays(9));

        assertThat(count("light_change"))
                .as("at the launch and at the signature")
                .isEqualTo(2);
        assertThat(lights.outdatedAsSystem(new KeyTaskId(Long.MIN_VALUE), 100)).isEmpty();
    }

    private LightReading reading(KeyTaskId task) {
        return task(task).lightReading();
    }

    private List<LightChange> changes(KeyTaskId task) {
        return fixture.as(supervisor, () -> history.of(task, 100));
    }

    private void judge(KeyTaskId task, Verdict verdict) {
        fixture.as(supervisor, () -> verdicts.give(task, read(task), verdict, "现场了解的情况"));
    }

    private long read(KeyTaskId task) {
        return fixture.as(supervisor, () -> verdicts.last(task))
                .map(GivenVerdict::id)
                .orElse(Verdicts.NEVER);
    }

    private void setPercent(KeyTaskId task, int percent) {
        jdbc.sql("UPDATE duty SET percent = :percent WHERE key_task_id = :task")
                .param("percent", percent)
                .param("task", task.value())
                .update();
        set(task, "percent", percent);
    }

    private void set(KeyTaskId task, String column, int value) {
        jdbc.sql("UPDATE key_task SET " + column + " = :value WHERE id = :task")
                .param("value", value)
                .param("task", task.value())
                .update();
    }
}
