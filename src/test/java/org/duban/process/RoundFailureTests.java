package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
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

        assertThat(jdbc.sql("SELECT times FROM round_failure")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
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
        jdbc.sql("UPDATE duty SET duty_role = 'UNKNOWN' WHERE key_task_id = :task")
                .param("task", all.get(1).value())
                .update();

        liveUntil(LocalDate.of(2026, 4, 1));

        assertThat(List.of(times(all.get(0), Kind.REPORT_URGED), times(all.get(2), Kind.REPORT_URGED)))
                .containsOnly(1L);
        assertThat(count("urge WHERE cause = 'REPORT_LATE'")).isEqualTo(2);
        assertThat(failures())
                .filteredOn(failure -> failure.startsWith("URGE_REPORT"))
                .hasSize(1);

        jdbc.sql("UPDATE duty SET duty_role = 'LEAD' WHERE key_task_id = :task")
                .param("task", all.get(1).value())
                .update();
        goTo(LocalDate.of(2026, 4, 2));
        assertThat(all.stream().map(task -> times(task, Kind.REPORT_URGED))).containsOnly(1L);
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
