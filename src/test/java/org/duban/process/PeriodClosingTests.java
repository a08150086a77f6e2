package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.directive.ReportingPlans;
import org.duban.inbox.ItemKind;
import org.duban.report.FinalReports;
import org.duban.report.ProgressReport;
import org.duban.report.ProgressReport.State;
import org.duban.report.ReportDetails;
import org.duban.report.ReportId;
import org.duban.report.ReportSummary;
import org.duban.report.ReportingPeriod;
import org.duban.support.Fixture.Office;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 报告期: opened and closed by the plan of the directive, and what was missed. */
class PeriodClosingTests extends ProcessTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 16);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 15);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 15);

    @Autowired
    Directives directives;

    @Autowired
    ReportingPlans plans;

    @Autowired
    FinalReports finals;

    @Test
    void opensOnWorkingDaysAndIsDueOnTheDayOfThePlan() {
        // Sunday the 10th of May; reports on April
        KeyTaskId task = launched(new ReportingPlan(ReportingFrequency.MONTHLY, 10, false, 3));
        liveUntil(LocalDate.of(2026, 5, 1));

        List<ProgressReport> opened = reportsOn(task);
        assertThat(opened)
                .extracting(report -> report.period().from())
                .containsExactly(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 3, 1));
        assertThat(opened)
                .extracting(ProgressReport::dueOn)
                .as("the 10th of the month after; five working days at least, which the holidays of May put off")
                .containsExactly(LocalDate.of(2026, 5, 11), LocalDate.of(2026, 4, 10));
        assertThat(jdbc.sql("SELECT opened_at FROM reporting_period ORDER BY from_day")
                        .query((row, number) -> calendar.dayOf(org.duban.base.Moments.read(row, "opened_at")))
                        .list())
                .containsExactly(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30));
    }

    @Test
    void followsTheWeek() {
        KeyTaskId task = launched(ReportingPlan.of(ReportingFrequency.WEEKLY));

        goTo(LocalDate.of(2026, 3, 4));
        assertThat(only(lead.staff(), ItemKind.REPORT).dueOn()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(only(helper.staff(), ItemKind.CONTRIBUTE).dueOn())
                .as("there is no time for three days")
                .isEqualTo(LocalDate.of(2026, 3, 5));
        liveUntil(LocalDate.of(2026, 3, 11));

        assertThat(reportsOn(task)).extracting(ProgressReport::state).containsExactly(State.OPEN, State.MISSED);
        assertThat(reportsOn(task).getFirst().period().from()).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    @Test
    void closesWhatWasNeverHandedInWhenTheNextOneOpens() {
        Office joint = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead), shares(joint), helps(helper));
        sign(task, lead, joint, helper);
        goTo(MARCH);
        ReportId missed = reportOf(lead);
        ReportId handedIn = reportOf(joint);
        submit(joint, handedIn, 10);

        liveUntil(APRIL.minusDays(1));
        assertThat(state(missed)).as("late, but open").isEqualTo(State.OPEN);
        goTo(APRIL);

        assertThat(state(missed)).isEqualTo(State.MISSED);
        assertThat(state(handedIn)).as("nobody's else").isEqualTo(State.SUBMITTED);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.REVIEW);
        assertThat(reportOf(lead)).as("what waits is the next one").isNotEqualTo(missed);
        assertThat(only(helper.staff(), ItemKind.CONTRIBUTE).dueOn()).isAfter(APRIL);
        assertThat(times(task, Kind.REPORT_MISSED)).isOne();
        assertThat(missedOn(task)).isOne();
        refused("refusal.report.missed", () -> submit(lead, missed, 50));
        goTo(MAY);
        assertThat(missedOn(task)).as("both leave April out").isEqualTo(3);
        assertThat(state(handedIn)).isEqualTo(State.SUBMITTED);
    }

    @Test
    void keepsWhatWasReturnedOpen() {
        KeyTaskId task = launched(ReportingPlan.of(ReportingFrequency.MONTHLY));
        goTo(MARCH);
        ReportId returned = reportOf(lead);
        submit(lead, returned, 10);
        sendBack(returned, LocalDate.of(2026, 4, 30));

        liveUntil(MAY);

        assertThat(state(returned)).isEqualTo(State.RETURNED);
        assertThat(missedOn(task)).as("April").isOne();
    }

    @Test
    void coversWhatWasMissedByTheNextReport() {
        KeyTaskId task = launched(ReportingPlan.of(ReportingFrequency.MONTHLY));
        liveUntil(MAY);
        ReportId report = reportOf(lead);

        assertThat(covers(report)).as("said before it is handed in").containsExactly(3, 4);
        assertThat(inTheWay(task, lead))
                .as("said before it is written, with what to write")
                .singleElement()
                .satisfies(way -> {
                    assertThat(way.why().messageKey()).isEqualTo("refusal.completion.missedReports");
                    assertThat(way.applying()).isTrue();
                    assertThat(way.report()).isEqualTo(report.value());
                });
        refused("refusal.completion.missedReports", () -> apply(task, lead));
        refused("refusal.report.openOneTells", () -> begin(task));
        submit(lead, report, 30);
        assertThat(inTheWay(task, lead)).isEmpty();

        assertThat(covers(report)).containsExactly(3, 4);
        assertThat(missedOn(task)).as("missed for ever").isEqualTo(2);
        apply(task, lead);
        liveUntil(LocalDate.of(2026, 6, 15));
        assertThat(covers(reportOf(lead))).as("told of once").isEmpty();
    }

    @Test
    void coversTheLastOnesByAFinalReport() {
        KeyTaskId task = launched(ReportingPlan.of(ReportingFrequency.MONTHLY));
        liveUntil(APRIL);
        DirectiveId directive = task(task).directiveId();
        change(directive, ReportingPlan.of(ReportingFrequency.NONE));
        liveUntil(MAY);

        assertThat(items(lead.staff())).as("both closed, none to come").isEmpty();
        assertThat(inTheWay(task, lead))
                .singleElement()
                .satisfies(way -> assertThat(way.report()).as("none is open").isNull());
        refused("refusal.completion.missedReports", () -> apply(task, lead));
        assertThat(fixture.as(lead.staff(), () -> finals.possible(task))).hasSize(2);
        ReportId report = begin(task);

        ProgressReport begun = details(report).report();
        assertThat(begun.finalReport()).isTrue();
        assertThat(covers(report)).containsExactly(3, 4);
        assertThat(items(helper.staff()))
                .as("nobody is asked to contribute again")
                .isEmpty();
        refused("refusal.report.openOneTells", () -> begin(task));
        refused("refusal.completion.missedReports", () -> apply(task, lead));
        liveUntil(MAY.plusDays(60));
        assertThat(state(report)).as("it is never closed").isEqualTo(State.OPEN);
        assertThat(times(task, Kind.REPORT_URGED))
                .as("but urged, like the two before")
                .isEqualTo(3);
        submit(lead, report, 100);
        accept(report);

        assertThat(task(task).percent()).isEqualTo(100);
        refused("refusal.report.nothingMissed", () -> begin(task));
        apply(task, lead);
    }

    @Test
    void changesForPeriodsThatOpenLater() {
        KeyTaskId task = launched(ReportingPlan.of(ReportingFrequency.MONTHLY));
        DirectiveId directive = task(task).directiveId();
        goTo(MARCH);
        change(directive, new ReportingPlan(ReportingFrequency.MONTHLY, 20, true, 1));

        ReportId march = reportOf(lead);
        assertThat(details(march).report().dueOn()).isEqualTo(LocalDate.of(2026, 3, 25));
        submit(lead, march, 10);
        assertThat(state(march)).as("no head for what was open").isEqualTo(State.SUBMITTED);
        liveUntil(LocalDate.of(2026, 4, 10));

        ReportId april = reportOf(lead);
        assertThat(details(april).report().dueOn()).isEqualTo(LocalDate.of(2026, 4, 20));
        assertThat(only(helper.staff(), ItemKind.CONTRIBUTE).dueOn()).isEqualTo(LocalDate.of(2026, 4, 17));
        submit(lead, april, 20);
        assertThat(state(april)).isEqualTo(State.WITH_HEAD);
    }

    @Test
    void beginsAgainAfterNothingWasReported() {
        KeyTaskId task = launched(ReportingPlan.of(ReportingFrequency.NONE));
        DirectiveId directive = task(task).directiveId();
        goTo(LocalDate.of(2026, 4, 20));
        assertThat(reportsOn(task)).isEmpty();

        change(directive, ReportingPlan.of(ReportingFrequency.WEEKLY));
        liveUntil(LocalDate.of(2026, 4, 22));
        assertThat(reportsOn(task)).as("no week before the change is asked for").hasSize(1);
        assertThat(count("reporting_period")).isOne();
        change(directive, ReportingPlan.of(ReportingFrequency.QUARTERLY));
        liveUntil(LocalDate.of(2026, 6, 15));

        assertThat(reportsOn(task)).extracting(ProgressReport::state).containsExactly(State.MISSED, State.OPEN);
        assertThat(covers(reportOf(lead))).as("the week within the quarter").containsExactly(4);
    }

    @Test
    void refusesAPlanThatCantBe() {
        KeyTaskId task = launched(ReportingPlan.of(ReportingFrequency.MONTHLY));
        DirectiveId directive = task(task).directiveId();
        DirectiveId draft = fixture.directive(supervisor, 1, leads(lead));

        refused("refusal.reporting.day", () -> change(directive, plan(29, 3)));
        refused("refusal.reporting.day", () -> change(directive, plan(0, 3)));
        refused("refusal.reporting.contributionDays", () -> change(directive, plan(25, 11)));
        refused(
                "refusal.reporting.day",
                () -> fixture.as(supervisor, () -> directives.launch(draft, plan(29, 3), YEAR_END)));
        refused("refusal.reporting.notLaunched", () -> change(draft, plan(20, 3)));
        refused(
                "refusal.alreadyHandled",
                () -> fixture.as(supervisor, () -> plans.change(directive, plan(20, 3), plan(21, 3))));
        change(directive, plan(20, 0));
        assertThat(fixture.as(supervisor, () -> directives.get(directive)).plan())
                .isEqualTo(plan(20, 0));
        goTo(LocalDate.of(2026, 3, 10));
        assertThat(items(helper.staff())).as("not asked to contribute").isEmpty();
    }

    private static ReportingPlan plan(int day, int contributionDays) {
        return new ReportingPlan(ReportingFrequency.MONTHLY, day, false, contributionDays);
    }

    private KeyTaskId launched(ReportingPlan plan) {
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead), helps(helper));
        fixture.launch(supervisor, directive, plan, YEAR_END);
        KeyTaskId task = tasksOf(directive).getFirst();
        sign(task, lead, helper);
        return task;
    }

    private void change(DirectiveId directive, ReportingPlan plan) {
        fixture.as(
                supervisor,
                () -> plans.change(directive, directives.get(directive).plan(), plan));
    }

    private ReportId begin(KeyTaskId task) {
        return fixture.as(lead.staff(), () -> finals.begin(duty(task, lead).id()));
    }

    private ReportDetails details(ReportId report) {
        return fixture.as(lead.staff(), () -> reports.details(report));
    }

    private State state(ReportId report) {
        return fixture.as(supervisor, () -> reports.details(report)).report().state();
    }

    private List<Integer> covers(ReportId report) {
        return details(report).covers().stream()
                .map(ReportingPeriod::from)
                .map(LocalDate::getMonthValue)
                .toList();
    }

    private long missedOn(KeyTaskId task) {
        return jdbc.sql("SELECT missed_reports FROM key_task WHERE id = :id")
                .param("id", task.value())
                .query(Long.class)
                .single();
    }

    private List<ProgressReport> reportsOn(KeyTaskId task) {
        return fixture.as(supervisor, () -> reports.of(task, 100)).stream()
                .map(ReportSummary::report)
                .toList();
    }
}
