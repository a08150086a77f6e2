package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.base.Timers;
import org.duban.directive.Directive;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRow;
import org.duban.directive.ReportingFrequency;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A directive's own process: its rows in batches, then its reporting periods. */
class DirectiveTests extends ProcessTest {

    @Autowired
    Directives directives;

    @Autowired
    Timers timers;

    @Autowired
    ManagementService engineManagementService;

    @Test
    void launchesItsRowsInBatches() {
        DirectiveId directive = fixture.directive(supervisor, 45, leads(lead), helps(helper));

        fixture.as(supervisor, () -> directives.launch(directive, ReportingFrequency.QUARTERLY, YEAR_END));
        assertThat(tasksOf(directive)).as("the person does not wait").isEmpty();
        assertThat(state(directive)).isEqualTo(Directive.State.LAUNCHING);

        runNextBatch();
        assertThat(tasksOf(directive)).hasSize(20);
        assertThat(state(directive)).isEqualTo(Directive.State.LAUNCHING);
        ledgerAndEngine.check();

        runNextBatch();
        assertThat(tasksOf(directive)).hasSize(40);

        runNextBatch();
        assertThat(tasksOf(directive)).hasSize(45);
        assertThat(state(directive)).isEqualTo(Directive.State.RUNNING);
        assertThat(items(lead.staff())).hasSize(45);
        timers.fireDue();
        assertThat(tasksOf(directive)).hasSize(45);
    }

    @Test
    void launchesAFullBatchWithoutAnEmptyOneAfterIt() {
        DirectiveId directive = fixture.directive(supervisor, 20, leads(lead));
        fixture.as(supervisor, () -> directives.launch(directive, ReportingFrequency.NONE, YEAR_END));

        runNextBatch();

        assertThat(state(directive)).isEqualTo(Directive.State.RUNNING);
    }

    @Test
    void isLaunchedOnce() {
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);

        refused(
                "refusal.directive.launchedBy",
                () -> fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END));
        assertThat(tasksOf(directive)).hasSize(1);
    }

    @Test
    void isNotLaunchedWithoutAnybodyWhoReports() {
        DirectiveId directive = fixture.directive(supervisor, 3, helps(helper));

        refused(
                "refusal.directive.nothingToLaunch",
                () -> fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END));
        assertThat(state(directive)).isEqualTo(Directive.State.DRAFT);
    }

    @Test
    void launchesRowsThatStayedBehindOnceSomebodyCanAct() {
        Office empty = fixture.officeWithoutPeople();
        DirectiveId directive = fixture.directive(
                supervisor,
                List.of(
                        List.of(leads(lead), helps(empty)),
                        List.of(leads(empty), helps(lead)),
                        List.of(),
                        List.of(shares(empty), shares(helper))));
        fixture.launch(supervisor, directive, ReportingFrequency.HALF_YEARLY, YEAR_END);

        assertThat(tasksOf(directive).stream().map(task -> task(task).no())).containsExactly("1", "4");
        assertThat(remaining(directive)).isZero();
        refused("refusal.directive.nothingRemaining", () -> launchRemaining(directive, YEAR_END));

        goTo(MONDAY.plusDays(30));
        fixture.account("newcomer-" + empty.name(), empty.id(), Role.HEAD);
        assertThat(remaining(directive)).isOne();
        assertThat(fixture.as(supervisor, () -> directives.previewLaunch(directive)))
                .satisfies(preview -> assertThat(preview.again()).isTrue())
                .satisfies(preview -> assertThat(preview.keyTasks()).isOne())
                .satisfies(preview -> assertThat(preview.nobodyNamed()).containsExactly("3"))
                .satisfies(preview -> assertThat(preview.suggestedFallback()).isEqualTo(YEAR_END));
        launchRemaining(directive, YEAR_END.minusDays(1));
        refused("refusal.directive.nothingRemaining", () -> launchRemaining(directive, YEAR_END));
        assertThat(state(directive)).isEqualTo(Directive.State.LAUNCHING);
        timers.fireDue();

        assertThat(state(directive)).isEqualTo(Directive.State.RUNNING);
        assertThat(tasksOf(directive)).hasSize(3);
        KeyTaskId late = tasksOf(directive).getLast();
        assertThat(task(late).no()).isEqualTo("2");
        assertThat(task(late).dueOn()).isEqualTo(YEAR_END.minusDays(1));
        refused("refusal.directive.nothingRemaining", () -> launchRemaining(directive, YEAR_END));
        goTo(LocalDate.of(2026, 6, 15));
        assertThat(count("progress_report")).as("one period for all").isEqualTo(4);
    }

    @Test
    void beginsAgainForRowsThatStayedBehindWhenItHadEnded() {
        Office empty = fixture.officeWithoutPeople();
        DirectiveId directive = fixture.directive(supervisor, List.of(List.of(leads(lead)), List.of(leads(empty))));
        fixture.launch(supervisor, directive, ReportingFrequency.QUARTERLY, YEAR_END);
        KeyTaskId first = tasksOf(directive).getFirst();
        sign(first, lead);
        goTo(LocalDate.of(2026, 3, 16));
        assertThat(count("reporting_period")).isOne();
        apply(first, lead);
        fixture.as(supervisor, () -> completions.close(first, fixture.application(first), Outcome.DONE, null));
        liveUntil(LocalDate.of(2026, 6, 16));
        assertThat(count("reporting_period")).as("nothing is left to report on").isOne();
        assertThat(running()).isFalse();

        goTo(LocalDate.of(2027, 8, 1));
        fixture.account("newcomer-" + empty.name(), empty.id(), Role.HEAD);
        launchRemaining(directive, LocalDate.of(2028, 6, 30));
        timers.fireDue();

        assertThat(tasksOf(directive)).hasSize(2);
        assertThat(running()).isTrue();
        assertThat(count("reporting_period"))
                .as("none for the time when nothing was open")
                .isOne();
        goTo(LocalDate.of(2027, 9, 15));
        assertThat(count("reporting_period WHERE from_day = DATE '2027-07-01'")).isOne();
        assertThat(count("reporting_period")).isEqualTo(2);
    }

    @Test
    void asksForNoReportOnAPeriodThatOpenedBeforeTheLaunch() {
        Office empty = fixture.officeWithoutPeople();
        DirectiveId directive = fixture.directive(supervisor, List.of(List.of(leads(lead)), List.of(leads(empty))));
        fixture.launch(supervisor, directive, ReportingFrequency.HALF_YEARLY, YEAR_END);
        goTo(LocalDate.of(2026, 6, 15));
        assertThat(count("progress_report")).isOne();

        goTo(LocalDate.of(2026, 7, 20));
        Account newcomer = fixture.account("newcomer-" + empty.name(), empty.id(), Role.HEAD);
        launchRemaining(directive, YEAR_END);
        timers.fireDue();
        KeyTaskId late = tasksOf(directive).getLast();
        DutyId duty = dispute(late, new Office(empty.id(), empty.name(), newcomer, newcomer));
        fixture.as(supervisor, () -> acknowledgements.confirm(duty, "仍由你部门牵头"));

        assertThat(count("progress_report")).isOne();
        goTo(LocalDate.of(2026, 12, 15));
        assertThat(count("progress_report")).isEqualTo(3);
    }

    @Test
    void setsTheDueDatesOfRowsThatStayedBehind() {
        Office empty = fixture.officeWithoutPeople();
        DirectiveId directive = fixture.directive(supervisor, List.of(List.of(leads(lead)), List.of(leads(empty))));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);
        List<DivisionRow> rows = fixture.as(supervisor, () -> directives.rows(directive, Directives.FIRST_ROW, 10))
                .rows();

        fixture.as(supervisor, () -> directives.setDue(directive, rows.getLast().id(), MONDAY.plusDays(30)));
        refused(
                "refusal.directive.launchedBy",
                () -> fixture.as(
                        supervisor,
                        () -> directives.setDue(directive, rows.getFirst().id(), MONDAY)));

        fixture.account("newcomer-" + empty.name(), empty.id(), Role.HEAD);
        launchRemaining(directive, YEAR_END);
        timers.fireDue();
        assertThat(task(tasksOf(directive).getLast()).dueOn()).isEqualTo(MONDAY.plusDays(30));
    }

    private void launchRemaining(DirectiveId directive, LocalDate fallbackDue) {
        fixture.as(supervisor, () -> directives.launchRemaining(directive, fallbackDue));
    }

    private int remaining(DirectiveId directive) {
        return fixture.as(supervisor, () -> directives.summary(directive)).remaining();
    }

    @Test
    void usesTheDueDateOfTheRowBeforeTheFallback() {
        DirectiveId directive = fixture.directive(supervisor, 2, leads(lead));
        DivisionRow row = fixture.as(supervisor, () -> directives.rows(directive, Directives.FIRST_ROW, 1))
                .rows()
                .getFirst();
        fixture.as(supervisor, () -> directives.setDue(directive, row.id(), MONDAY.plusDays(30)));

        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);

        assertThat(tasksOf(directive).stream().map(task -> task(task).dueOn()))
                .containsExactly(MONDAY.plusDays(30), YEAR_END);
    }

    @Test
    void endsAtOnceWhereNothingIsReported() {
        launched(ReportingFrequency.NONE);

        assertThat(running()).isFalse();
        goTo(LocalDate.of(2027, 6, 1));
        assertThat(count("reporting_period")).isZero();
    }

    @Test
    void goesOnFromPeriodToPeriodUntilNothingIsOpen() {
        KeyTaskId task = launched(ReportingFrequency.HALF_YEARLY, YEAR_END, leads(lead));
        sign(task, lead);
        goTo(LocalDate.of(2026, 6, 14));
        assertThat(count("reporting_period")).isZero();
        goTo(LocalDate.of(2026, 6, 15));
        assertThat(count("reporting_period")).isOne();
        goTo(LocalDate.of(2026, 12, 15));
        assertThat(count("reporting_period")).isEqualTo(2);
        assertThat(running()).isTrue();

        submit(lead, reportOf(lead), 100);
        apply(task, lead);
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));
        goTo(LocalDate.of(2027, 6, 15));

        assertThat(running()).isFalse();
        goTo(LocalDate.of(2029, 1, 1));
        assertThat(count("progress_report")).isEqualTo(2);
    }

    private void runNextBatch() {
        Job batch = engineManagementService
                .createJobQuery()
                .processDefinitionKey("directive")
                .singleResult();
        engineManagementService.executeJob(batch.getId());
    }

    private Directive.State state(DirectiveId directive) {
        return fixture.as(supervisor, () -> directives.get(directive)).state();
    }

    private boolean running() {
        return engineManagementService
                        .createJobQuery()
                        .processDefinitionKey("directive")
                        .count()
                > 0;
    }
}
