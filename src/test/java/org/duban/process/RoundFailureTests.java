package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.report.ReportingPeriods;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Trouble.Group;
import org.duban.watchdog.Watchdog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;

/** 每日督查: an item that fails keeps nobody else from its turn, is kept as a fact, and gets its turn again. */
class RoundFailureTests extends ProcessTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);

    /** A rule that was never there: whoever reads the key task stumbles. */
    private static final String UNKNOWN = "UNKNOWN";

    private static final String OF_TASKS = "escalation WHERE kind = 'TASK'";

    @Autowired
    Watchdog watchdog;

    @Autowired
    ReportingPeriods periods;

    @Autowired
    RuntimeService engineRuntimeService;

    @Test
    void escalatesTheOthersWhereAProcessIsGone() {
        List<KeyTaskId> all = tasksDueOn(MONDAY, 3);
        loseProcess(all.get(1));

        goTo(MONDAY.plusDays(1));

        assertThat(levels(all)).containsExactly(1, 0, 1);
        assertThat(failures())
                .singleElement()
                .asString()
                .startsWith("ESCALATE " + all.get(1).value());
        assertThat(failures().getFirst()).contains("MismatchingMessageCorrelationException");

        goTo(MONDAY.plusDays(2));

        assertThat(timesFailed("ESCALATE")).isEqualTo(2);
        assertThat(count(OF_TASKS)).as("once each").isEqualTo(2);
        world.begin();
    }

    @Test
    void doesEachByItselfWhereABatchBreaks() {
        List<KeyTaskId> all = tasksDueOn(MONDAY, 3);

        ModelCoverage.breakingAt("key-task/deadline-missed", 1, () -> goTo(MONDAY.plusDays(1)));

        assertThat(levels(all)).containsOnly(1);
        assertThat(count(OF_TASKS)).as("once each").isEqualTo(3);
        assertThat(failures()).isEmpty();
    }

    @Test
    void triesAnItemOnceMoreWhereItCollides() {
        List<KeyTaskId> all = tasksDueOn(MONDAY, 3);

        collideAtTheSecond(() -> collideAtTheSecond(() -> {}));
        goTo(MONDAY.plusDays(1));

        assertThat(levels(all)).containsOnly(1);
        assertThat(count(OF_TASKS)).as("once each").isEqualTo(3);
        assertThat(failures()).isEmpty();
    }

    @Test
    void escalatesInTheNextRoundWhatFailedInThisOne() {
        List<KeyTaskId> all = tasksDueOn(MONDAY, 3);
        setLights(UNKNOWN, all.get(2));

        goTo(MONDAY.plusDays(1));

        assertThat(levels(all)).containsExactly(1, 1, 0);
        assertThat(failures())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("ESCALATE " + all.get(2).value()),
                        second -> assertThat(second)
                                .startsWith("REREAD_LIGHT " + all.get(2).value()));

        setLights("RED", all.get(2));
        goTo(MONDAY.plusDays(2));

        assertThat(levels(all)).containsOnly(1);
        assertThat(times(all.get(2), Kind.ESCALATED)).isOne();
        assertThat(count(OF_TASKS)).isEqualTo(3);
        assertThat(failures()).isEmpty();
    }

    @Test
    void urgesTheOthersWhereOneCannotBeUrged() {
        List<KeyTaskId> all = tasksReportedOn(3);
        liveUntil(LocalDate.of(2026, 3, 25));
        setRole("UNKNOWN", all.get(1));

        liveUntil(LocalDate.of(2026, 4, 1));

        assertThat(List.of(times(all.get(0), Kind.REPORT_URGED), times(all.get(2), Kind.REPORT_URGED)))
                .containsOnly(1L);
        assertThat(count("urge WHERE cause = 'REPORT_LATE'")).isEqualTo(2);
        assertThat(failures())
                .filteredOn(failure -> failure.startsWith("URGE_REPORT"))
                .hasSize(1);

        setRole("LEAD", all.get(1));
        goTo(LocalDate.of(2026, 4, 2));
        assertThat(all.stream().map(task -> times(task, Kind.REPORT_URGED))).containsOnly(1L);
        assertThat(failures()).isEmpty();
    }

    @Test
    void asksTheOthersForReportsWhereAProcessIsGone() {
        List<KeyTaskId> all = tasksReportedOn(3);
        loseProcess(all.get(1));

        goTo(OPENING);

        assertThat(reportsOn(all)).containsExactly(1L, 0L, 1L);
        assertThat(failures())
                .filteredOn(failure -> failure.startsWith("OPEN_REPORTS"))
                .singleElement()
                .asString()
                .startsWith("OPEN_REPORTS " + all.get(1).value())
                .contains("MismatchingMessageCorrelationException");
        assertThat(watchdog.listAsSystem(EnumSet.of(Group.JOB), Trouble.Key.START, 10)
                        .rows())
                .as("jobs that failed")
                .isEmpty();

        goTo(OPENING.plusDays(1));

        assertThat(reportsOn(all)).as("each once").containsExactly(1L, 0L, 1L);
        assertThat(timesFailed("OPEN_REPORTS")).as("tried again each day").isEqualTo(2);

        goTo(LocalDate.of(2026, 4, 15));

        assertThat(reportsOn(all)).as("and the next period").containsExactly(2L, 0L, 2L);
        assertThat(count("owed_report")).as("March is over").isEqualTo(2);
        world.begin();
    }

    @Test
    void asksForTheReportsTheNextDayWhereItFailed() {
        List<KeyTaskId> all = tasksReportedOn(3);
        liveUntil(OPENING.minusDays(1));
        setLights(UNKNOWN, all.get(1));

        goTo(OPENING);
        assertThat(reportsOn(all)).containsExactly(1L, 0L, 1L);
        setLights("GREY", all.get(1));
        goTo(OPENING.plusDays(1));

        assertThat(reportsOn(all)).containsOnly(1L);
        assertThat(count("owed_report")).isZero();
        assertThat(failures()).isEmpty();
    }

    @Test
    void asksForNoReportTwiceWhereABatchBreaks() {
        List<KeyTaskId> all = tasksReportedOn(3);

        ModelCoverage.breakingAt("key-task/period-opened", 2, () -> goTo(OPENING));

        assertThat(reportsOn(all)).containsOnly(1L);
        assertThat(count("owed_report")).isZero();
        assertThat(failures()).isEmpty();
    }

    @Test
    void asksAfterACrashWhomItWasAboutToAsk() {
        List<KeyTaskId> all = tasksReportedOn(3);
        clock.travelTo(calendar.startOf(OPENING));
        DirectiveId directive = task(all.getFirst()).directiveId();
        periods.openAsSystem(directive);
        assertThat(reportsOn(all)).as("what stands when the server dies").containsOnly(0L);
        assertThat(periods.nextTurnAsSystem(directive, Set.of()))
                .as("is looked after at once")
                .contains(calendar.startOf(OPENING));

        goTo(OPENING);

        assertThat(reportsOn(all)).containsOnly(1L);
        assertThat(count("reporting_period")).isOne();
    }

    @Test
    void closesTheOthersWhereOneCannotBeClosed() {
        List<KeyTaskId> all = tasksReportedOn(3);
        goTo(OPENING);
        LocalDate closing = LocalDate.of(2026, 4, 15);
        liveUntil(closing.minusDays(1));
        setRole("UNKNOWN", all.get(1));

        goTo(closing);

        assertThat(missed(all)).containsExactly(1L, 0L, 1L);
        assertThat(reportsOn(all)).as("nobody is kept from the next").containsOnly(2L);
        assertThat(failures())
                .filteredOn(failure -> failure.startsWith("CLOSE_REPORT"))
                .hasSize(1);

        setRole("LEAD", all.get(1));
        goTo(closing.plusDays(1));

        assertThat(missed(all)).containsOnly(1L);
        assertThat(reportsOn(all)).containsOnly(2L);
        assertThat(failures()).isEmpty();
    }

    @Test
    void readsTheOtherLightsWhereOneCannotBeRead() {
        List<KeyTaskId> all = tasksDueOn(YEAR_END, 3);
        setLights(UNKNOWN, all.get(1));
        setLights("RED", all.get(0), all.get(2));

        goTo(MONDAY.plusDays(1));

        assertThat(lights(all)).containsExactly("GREY", UNKNOWN, "GREY");
        assertThat(failures())
                .singleElement()
                .asString()
                .startsWith("REREAD_LIGHT " + all.get(1).value());

        setLights("RED", all.get(1));
        goTo(MONDAY.plusDays(2));
        assertThat(lights(all)).containsOnly("GREY");
        assertThat(failures()).isEmpty();
    }

    @Test
    void forgetsAFailureThatNoLongerMatters() {
        KeyTaskId task = tasksDueOn(MONDAY, 1).getFirst();
        setLights(UNKNOWN, task);
        goTo(MONDAY.plusDays(1));
        assertThat(failures()).hasSize(2);

        setLights("GREY", task);
        jdbc.sql("UPDATE key_task SET due_on = :later").param("later", YEAR_END).update();
        goTo(MONDAY.plusDays(2));

        assertThat(failures()).isEmpty();
        assertThat(task(task).escalationLevel()).isZero();
    }

    @Test
    void comesThroughMoreThanABatchWithFailuresInIt() {
        DirectiveId directive = fixture.directive(supervisor, 120, leads(lead));
        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, MONDAY.plusDays(29));
        List<KeyTaskId> all = tasksOf(directive);
        goTo(OPENING);
        setLights("RED", all.toArray(KeyTaskId[]::new));
        goTo(OPENING.plusDays(1));
        assertThat(lights(all)).containsOnly("GREY");

        KeyTaskId bad = all.get(99);
        setLights(UNKNOWN, bad);
        goTo(LocalDate.of(2026, 4, 10));

        assertThat(count(OF_TASKS)).isEqualTo(119);
        assertThat(count("urge WHERE cause = 'REPORT_LATE'")).isEqualTo(119);
        assertThat(failures()).hasSize(3);

        setLights("GREY", bad);
        goTo(LocalDate.of(2026, 4, 11));
        assertThat(count(OF_TASKS)).isEqualTo(120);
        assertThat(count("urge WHERE cause = 'REPORT_LATE'")).isEqualTo(120);
        assertThat(lights(all)).containsOnly("RED");
        assertThat(failures()).isEmpty();
    }

    private static void collideAtTheSecond(Runnable before) {
        ModelCoverage.meet("key-task/deadline-missed", 1, () -> {
            before.run();
            throw new CannotAcquireLockException("somebody has it");
        });
    }

    private List<KeyTaskId> tasksDueOn(LocalDate day, int number) {
        DirectiveId directive = fixture.directive(supervisor, number, leads(lead));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, day);
        return tasksOf(directive);
    }

    private List<KeyTaskId> tasksReportedOn(int number) {
        DirectiveId directive = fixture.directive(supervisor, number, leads(lead));
        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, YEAR_END);
        return tasksOf(directive);
    }

    private void loseProcess(KeyTaskId task) {
        engineRuntimeService.deleteProcessInstance(
                engineRuntimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(Long.toString(task.value()))
                        .singleResult()
                        .getId(),
                "lost");
    }

    private void setRole(String role, KeyTaskId task) {
        jdbc.sql("UPDATE duty SET duty_role = :role WHERE key_task_id = :task")
                .param("role", role)
                .param("task", task.value())
                .update();
    }

    private int timesFailed(String step) {
        return jdbc.sql("SELECT times FROM round_failure WHERE step = :step")
                .param("step", step)
                .query(Integer.class)
                .single();
    }

    private List<Long> reportsOn(List<KeyTaskId> tasks) {
        return tasks.stream()
                .map(task -> count("progress_report WHERE key_task_id = " + task.value()))
                .toList();
    }

    private List<Long> missed(List<KeyTaskId> tasks) {
        return tasks.stream()
                .map(task -> count("progress_report WHERE state = 'MISSED' AND key_task_id = " + task.value()))
                .toList();
    }

    private void setLights(String light, KeyTaskId... tasks) {
        jdbc.sql("UPDATE key_task SET light = :light WHERE id IN (:ids)")
                .param("light", light)
                .param("ids", List.of(tasks).stream().map(KeyTaskId::value).toList())
                .update();
    }

    private List<String> lights(List<KeyTaskId> tasks) {
        return jdbc.sql("SELECT light FROM key_task WHERE id IN (:ids) ORDER BY id")
                .param("ids", tasks.stream().map(KeyTaskId::value).toList())
                .query(String.class)
                .list();
    }

    private List<Integer> levels(List<KeyTaskId> tasks) {
        return jdbc.sql("SELECT escalation_level FROM key_task WHERE id IN (:ids) ORDER BY id")
                .param("ids", tasks.stream().map(KeyTaskId::value).toList())
                .query(Integer.class)
                .list();
    }

    private List<String> failures() {
        return jdbc.sql("SELECT CONCAT(step, ' ', item_id, ' ', message) FROM round_failure ORDER BY id")
                .query(String.class)
                .list();
    }
}
