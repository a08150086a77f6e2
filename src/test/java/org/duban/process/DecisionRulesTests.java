package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.duban.account.Account;
import org.duban.administration.DecisionRules;
import org.duban.base.Refusal;
import org.duban.directive.ReportingFrequency;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableGuard;
import org.duban.rule.TableVersion;
import org.duban.rule.TableWriter;
import org.duban.task.KeyTaskId;
import org.duban.task.Light;
import org.duban.task.LightHistory;
import org.duban.task.LightReading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An office changes its rules without a programmer; what was decided before stays decided. */
class DecisionRulesTests extends ProcessTest {

    private static final LocalDate DUE = MONDAY.plusDays(100);

    @Autowired
    DecisionRules rules;

    @Autowired
    RepositoryService engineRepositoryService;

    @Autowired
    TablesOfTheApplication tables;

    @Autowired
    List<TableGuard> guards;

    @Autowired
    LightHistory history;

    private Account admin;
    private TableVersion original;

    @BeforeEach
    void readTheTable() {
        admin = fixture.admin();
        original = newest();
    }

    /** The other tests go by the tables of the application. */
    @AfterEach
    void takeBackWhatWasDeployed() {
        engineRepositoryService.createDeploymentQuery().list().stream()
                .filter(deployment -> deployment.getName().startsWith("rules/"))
                .forEach(deployment -> engineRepositoryService.deleteDeployment(deployment.getId()));
        assertThat(newest().table()).isEqualTo(original.table());
    }

    @Test
    void decideByTheNewVersionFromTheNextReadingOn() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);
        goTo(MONDAY.plusDays(12));
        assertThat(reading(task)).returns("BEHIND", LightReading::rule).returns(10, LightReading::threshold);

        deploy(stricter());

        assertThat(reading(task).version()).as("what was read stays").isEqualTo(original.version());
        goTo(MONDAY.plusDays(13));
        assertThat(reading(task))
                .returns("FAR_BEHIND", LightReading::rule)
                .returns(Light.RED, LightReading::light)
                .returns(12, LightReading::threshold)
                .returns(original.version() + 1, LightReading::version);
        assertThat(fixture.as(supervisor, () -> history.of(task, 1))
                        .getFirst()
                        .to()
                        .version())
                .isEqualTo(original.version() + 1);
        TableVersion changed = newest();
        assertThat(changed.deployedBy()).isEqualTo(admin.displayName());
        assertThat(fixture.as(admin, () -> rules.versions("light"))).hasSize(2);
    }

    @Test
    void leaveAloneWhatANewVersionSaysTheSameOf() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);
        LightReading before = reading(task);

        deploy(stricter());
        goTo(MONDAY.plusDays(1));

        assertSaysStill(before, reading(task));
    }

    @Test
    void stayAsTheyAreWhenTheApplicationStartsAgain() throws IOException {
        deploy(stricter());
        TableVersion changed = newest();

        new TablesOfTheApplication(engineRepositoryService);

        assertThat(newest()).isEqualTo(changed);
    }

    @Test
    void stayAsTheyAreWhenANewApplicationBringsAnotherTable() {
        deploy(stricter());
        TableVersion changed = newest();

        tables.deploy("light.dmn", TableWriter.write(with(original.table(), "OVERDUE", row -> note(row, "另一版"))));

        assertThat(newest()).isEqualTo(changed);
    }

    @Test
    void areRefusedAtTheStartIfTheyAreNotSound() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tables.deploy("light.dmn", TableWriter.write(overlapping())))
                .withMessageContaining("bpmn/light.dmn")
                .withMessageContaining("refusal.table.overlap")
                .withMessageContaining("BEHIND");
        assertThatIllegalStateException()
                .isThrownBy(() -> tables.deploy("light.dmn", TableWriter.write(without("OVERDUE"))))
                .withMessageContaining("refusal.table.gap");
        assertThat(newest()).isEqualTo(original);
    }

    @Test
    void areRefusedWithTheRowIfTheyOverlapOrHaveAGap() {
        refused("refusal.table.overlap", () -> deploy(overlapping()))
                .satisfies(refusal -> assertThat(List.of(refusal.arguments())).contains("BEHIND", "DUE_SOON"));
        refused("refusal.table.gap", () -> deploy(without("OVERDUE")))
                .satisfies(
                        refusal -> assertThat(refusal.arguments()[0].toString()).contains("= -1"));
        refused(
                "refusal.table.cell",
                () -> deploy(with(original.table(), "OVERDUE", row -> condition(row, 1, "${runtimeService}"))));
        assertThat(newest()).isEqualTo(original);
    }

    @Test
    void areRefusedIfNobodyDecidesByThemOrNothingChanges() {
        DecisionTable light = original.table();
        refused(
                "refusal.table.unknown",
                () -> deploy(new DecisionTable("mine", "", light.inputs(), light.outputs(), light.rows())));
        refused("refusal.table.unchanged", () -> deploy(light));
        List<DecisionTable.Output> fewer = light.outputs().subList(0, 2);
        List<DecisionTable.Row> shorter = light.rows().stream()
                .map(row ->
                        new DecisionTable.Row(row.conditions(), row.outputs().subList(0, 2), row.note()))
                .toList();
        refused(
                "refusal.table.otherColumns",
                () -> deploy(new DecisionTable("light", "", light.inputs(), fewer, shorter)));
    }

    @Test
    void areRefusedIfWhatWasLateWouldBeGreen() {
        refused(
                        "refusal.table.lateIsGreen",
                        () -> deploy(with(original.table(), "CLOSED_LATE", row -> output(row, 0, "\"GREEN\""))))
                .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly(1, "CLOSED_LATE"));
        refused(
                "refusal.table.lateIsGrey",
                () -> deploy(with(original.table(), "CLOSED_LATE", row -> output(row, 0, "\"GREY\""))));
        refused(
                "refusal.table.overdueIsGreen",
                () -> deploy(with(original.table(), "OVERDUE", row -> output(row, 0, "\"GREEN\""))));
        refused(
                "refusal.table.overdueIsGrey",
                () -> deploy(with(original.table(), "OVERDUE", row -> output(row, 0, "\"GREY\""))));
        guards.forEach(guard -> fixture.as(admin, () -> rules.versions(guard.table()))
                .forEach(version -> guard.check(version.table())));
    }

    @Test
    void areRefusedIfAnotherAdministratorWasFaster() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> both = new ArrayList<>();
            for (int person = 0; person < 2; person++) {
                both.add(people.submit(() -> {
                    together.await();
                    try {
                        deploy(stricter());
                        return true;
                    } catch (Refusal late) {
                        assertThat(late.messageKey()).isIn("refusal.table.changedMeanwhile", "refusal.table.unchanged");
                        return false;
                    }
                }));
            }
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(fixture.as(admin, () -> rules.versions("light"))).hasSize(2);
    }

    @Test
    void comeAndGoAsFiles() throws IOException {
        byte[] jars = Files.readAllBytes(Path.of("bpmn/light.dmn"));
        byte[] changed = new String(jars, StandardCharsets.UTF_8)
                .replace("<text>&gt;= 30</text>", "<text>&gt;= 25</text>")
                .replace("<text>&lt; 30</text>", "<text>&lt; 25</text>")
                .replace("<text>[10..29]</text>", "<text>[10..24]</text>")
                .getBytes(StandardCharsets.UTF_8);

        DecisionTable read = fixture.as(admin, () -> rules.read(changed));
        deploy(read);

        assertThat(newest().table()).isEqualTo(read);
        assertThat(newest().table().row("FAR_BEHIND").orElseThrow().conditions())
                .contains(">= 25");
    }

    /** U+3000 is a blank to us and to whoever types Chinese; to the engine's interpreter it is none. */
    @Test
    void areDeployedAsTheyWereUnderstood() {
        DecisionTable typed = with(original.table(), "BEHIND", row -> condition(row, 5, "[10..15],\u3000]15..030["));
        DecisionTable both =
                with(typed, "OVERDUE", row -> condition(row, 0, "\"NOT_STARTED\"\u3000,\u3000\"RUNNING\""));
        assertThat(fixture.as(admin, () -> rules.read(TableWriter.write(both)))
                        .row("BEHIND")
                        .orElseThrow()
                        .conditions()
                        .get(5))
                .isEqualTo("[10..15],[16..29]");
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        KeyTaskId overdue = launched(ReportingFrequency.NONE, MONDAY, leads(lead));

        deploy(both);

        assertThat(newest().table().row("BEHIND").orElseThrow().conditions().get(5))
                .isEqualTo("[10..15],[16..29]");
        assertThat(newest().table().row("OVERDUE").orElseThrow().conditions().get(0))
                .isEqualTo("\"NOT_STARTED\",\"RUNNING\"");
        sign(task, lead);
        goTo(MONDAY.plusDays(17));
        assertThat(reading(task)).returns("BEHIND", LightReading::rule);
        assertThat(reading(overdue).light()).isEqualTo(Light.RED);
        assertThat(count("round_failure")).isZero();
    }

    @Test
    void areNoOthersForBlanksAlone() {
        refused(
                "refusal.table.unchanged",
                () -> deploy(with(
                        original.table(), "OVERDUE", row -> condition(row, 0, "\"NOT_STARTED\",\u3000\"RUNNING\""))));
    }

    /** As one that was deployed before cells were written in one way. */
    @Test
    void letTheRoundGoOnWhereOneCannotBeEvaluated() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);
        LightReading before = reading(task);
        DecisionTable unreadable =
                with(original.table(), "BEHIND", row -> condition(row, 5, "[10..15],\u3000[16..29]"));
        String deployment = engineRepositoryService
                .createDeployment()
                .name("rules/light")
                .source(admin.displayName())
                .addInputStream("rules/light.dmn", new ByteArrayInputStream(TableWriter.write(unreadable)))
                .deploy()
                .getId();

        goTo(MONDAY.plusDays(1));

        assertSaysStill(before, reading(task));
        assertThat(jdbc.sql("SELECT step FROM round_failure")
                        .query(String.class)
                        .list())
                .contains("REREAD_LIGHT");
        assertThat(count("ACT_RU_JOB WHERE EXCEPTION_STACK_ID_ IS NOT NULL")).isZero();
        engineRepositoryService.deleteDeployment(deployment);
        goTo(MONDAY.plusDays(2));
        assertThat(count("round_failure")).isZero();
    }

    @Test
    void letTheRoundGoOnWhereTheOnesOfTheLadderCannotBeEvaluated() throws IOException {
        KeyTaskId late = launched(ReportingFrequency.NONE, MONDAY, leads(lead));
        launched(ReportingFrequency.NONE, MONDAY.plusDays(2), leads(lead));
        String ladder = deployUnreadable("escalation", "<text>[1..5]</text>", "<text>[1..3],\u3000[4..5]</text>");
        String reminder = deployUnreadable("reminder", "<text>[0..1]</text>", "<text>[0..0],\u3000[1..1]</text>");

        goTo(MONDAY.plusDays(1));

        assertThat(jdbc.sql("SELECT step FROM round_failure")
                        .query(String.class)
                        .list())
                .contains("ESCALATE", "REMIND");
        assertThat(count("ACT_RU_JOB WHERE EXCEPTION_STACK_ID_ IS NOT NULL")).isZero();
        assertThat(reading(late).light()).as("the step after them").isEqualTo(Light.RED);
        engineRepositoryService.deleteDeployment(ladder);
        engineRepositoryService.deleteDeployment(reminder);
        goTo(MONDAY.plusDays(2));
        assertThat(count("round_failure")).isZero();
        assertThat(task(late).escalationLevel()).isPositive();
    }

    private String deployUnreadable(String table, String cell, String typed) throws IOException {
        String sound = Files.readString(Path.of("bpmn/" + table + ".dmn"));
        assertThat(sound).contains(cell);
        return engineRepositoryService
                .createDeployment()
                .name("rules/" + table)
                .source(admin.displayName())
                .addInputStream(
                        "rules/" + table + ".dmn",
                        new ByteArrayInputStream(sound.replace(cell, typed).getBytes(StandardCharsets.UTF_8)))
                .deploy()
                .getId();
    }

    private TableVersion newest() {
        return fixture.as(admin, () -> rules.versions("light")).getFirst();
    }

    private void deploy(DecisionTable table) {
        fixture.as(admin, () -> rules.deploy(table, original.version()));
    }

    /** The figures are those of today. */
    private static void assertSaysStill(LightReading before, LightReading now) {
        assertThat(now)
                .returns(before.light(), LightReading::light)
                .returns(before.rule(), LightReading::rule)
                .returns(before.threshold(), LightReading::threshold)
                .returns(before.version(), LightReading::version);
    }

    private LightReading reading(KeyTaskId task) {
        return task(task).lightReading();
    }

    /** Red from twelve points on. */
    private DecisionTable stricter() {
        DecisionTable far = with(original.table(), "FAR_BEHIND", row -> output(condition(row, 5, ">= 12"), 2, "12"));
        DecisionTable missed = with(far, "REPORT_MISSED", row -> condition(row, 5, "< 12"));
        return with(missed, "BEHIND", row -> condition(row, 5, "[10..11]"));
    }

    private DecisionTable overlapping() {
        return with(original.table(), "BEHIND", row -> condition(row, 5, "[9..29]"));
    }

    private DecisionTable without(String rule) {
        DecisionTable table = original.table();
        return table.with(table.rows().stream()
                .filter(row -> !table.ruleOf(row).equals(rule))
                .toList());
    }

    private static DecisionTable with(DecisionTable table, String rule, UnaryOperator<DecisionTable.Row> change) {
        return table.with(table.rows().stream()
                .map(row -> table.ruleOf(row).equals(rule) ? change.apply(row) : row)
                .toList());
    }

    private static DecisionTable.Row condition(DecisionTable.Row row, int column, String cell) {
        return new DecisionTable.Row(replaced(row.conditions(), column, cell), row.outputs(), row.note());
    }

    private static DecisionTable.Row output(DecisionTable.Row row, int column, String cell) {
        return new DecisionTable.Row(row.conditions(), replaced(row.outputs(), column, cell), row.note());
    }

    private static DecisionTable.Row note(DecisionTable.Row row, String note) {
        return new DecisionTable.Row(row.conditions(), row.outputs(), note);
    }

    private static List<String> replaced(List<String> cells, int column, String cell) {
        List<String> replaced = new ArrayList<>(cells);
        replaced.set(column, cell);
        return replaced;
    }
}
