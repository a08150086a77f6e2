package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.Execution;
import org.duban.directive.ReportingFrequency;
import org.duban.extension.Extension;
import org.duban.extension.ExtensionId;
import org.duban.extension.Extensions;
import org.duban.ladder.Urges;
import org.duban.report.ReportId;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.watchdog.ModelVersions;
import org.duban.watchdog.ModelVersions.Outdated;
import org.duban.watchdog.ModelVersions.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A changed model is deployed while work goes on: it stays where it is, until it is moved. */
class ModelVersionsTests extends ProcessTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    ModelVersions versions;

    @Autowired
    CamundaModelVersions moves;

    @Autowired
    EngineStart start;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Urges urges;

    @Autowired
    Extensions extensions;

    private final List<String> deployments = new ArrayList<>();
    private KeyTaskId task;
    private ReportId writing;
    private ReportId inReview;

    /** One report is being written, another one is in review. */
    @BeforeEach
    void work() {
        task = launched(ReportingFrequency.QUARTERLY, YEAR_END, leads(lead), shares(helper));
        sign(task, lead, helper);
        goTo(MONDAY.withDayOfMonth(16));
        writing = reportOf(lead);
        inReview = reportOf(helper);
        submit(helper, inReview, 30);
    }

    @AfterEach
    void forget() {
        world.begin();
        deployments.forEach(each -> engine.getRepositoryService().deleteDeployment(each, true));
        world.begin();
    }

    @Test
    void findsNothingWhereNothingHasChanged() {
        assertThat(versions.outdated()).isEmpty();
        assertThat(versions.tryToMove(Set.of()).movable()).isEmpty();
    }

    @Test
    void leavesRunningWorkWhereItIs() throws IOException {
        deploy("progress-report", "name=\"填报进展\"", "name=\"填报进展情况\"");

        assertThat(versions.outdated()).singleElement().satisfies(outdated -> {
            assertThat(outdated.model()).isEqualTo("progress-report");
            assertThat(outdated.newest()).isEqualTo(outdated.version() + 1);
            assertThat(outdated.instances()).isEqualTo(2);
        });
        submit(lead, writing, 40);
        accept(writing);
        accept(inReview);
        assertThat(task(task).percent()).isEqualTo(35);
    }

    @Test
    void changesNothingInADryRun() throws IOException {
        deploy("progress-report", "name=\"填报进展\"", "name=\"填报进展情况\"");
        Map<String, ?> before = world.content();

        Result result = versions.tryToMove(Set.of());

        assertThat(result.movable())
                .singleElement()
                .extracting(Outdated::instances)
                .isEqualTo(2);
        assertThat(result.stuck()).isEmpty();
        assertThat(world.content()).isEqualTo(before);
    }

    @Test
    void movesWorkThatThenGoesOn() throws IOException {
        deploy("progress-report", "name=\"填报进展\"", "name=\"填报进展情况\"");

        Result result = versions.move(Set.of("progress-report"));

        assertThat(result.movable())
                .singleElement()
                .extracting(Outdated::instances)
                .isEqualTo(2);
        assertThat(versions.outdated()).isEmpty();
        ledgerAndEngine.check();
        submit(lead, writing, 40);
        sendBack(inReview, MONDAY.plusDays(30));
        accept(writing);
        submit(helper, inReview, 60);
        accept(inReview);
        assertThat(task(task).percent()).isEqualTo(50);
    }

    @Test
    void keepsTheClocksOfWhatItMoves() throws IOException {
        KeyTaskId unsigned = launched(ReportingFrequency.NONE);
        deploy("key-task", "name=\"启动\"", "name=\"任务启动\"");

        assertThat(versions.move(Set.of("key-task")).stuck()).isEmpty();

        goTo(calendar.today().plusDays(10));
        assertThat(times(unsigned, org.duban.task.TimelineEntry.Kind.ACKNOWLEDGEMENT_URGED))
                .as("one for each of the two departments")
                .isEqualTo(2);
    }

    @Test
    void saysThatWorkOnAnOlderModelIsToBeMovedFirst() throws IOException {
        deploy("key-task", "department-urged", "department-reminded");
        KeyTaskId old = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        DutyId duty = duty(old, lead).id();
        deploy("key-task", "name=\"启动\"", "name=\"任务启动\"");
        refused("refusal.olderModel", () -> fixture.as(supervisor, () -> urges.urge(duty, "请尽快签收")));
        assertThat(count("urge")).isZero();

        versions.move(Set.of("key-task"));
        fixture.as(supervisor, () -> urges.urge(duty, "请尽快签收"));

        assertThat(count("urge")).isOne();
    }

    @Test
    void bringsMessagesThatAnOlderModelDoesNotKnow() throws IOException {
        deploy("key-task", "deadline-missed", "due-date-passed");
        KeyTaskId old = launched(ReportingFrequency.NONE, MONDAY.withDayOfMonth(17), leads(lead));
        sign(old, lead);
        deploy("key-task", "name=\"启动\"", "name=\"任务启动\"");
        goTo(MONDAY.withDayOfMonth(18));
        assertThat(task(old).escalationLevel()).isZero();
        assertThat(count("round_failure")).isOne();

        assertThat(versions.move(Set.of("key-task")).stuck()).isEmpty();
        goTo(MONDAY.withDayOfMonth(19));

        assertThat(task(old).escalationLevel()).isOne();
        assertThat(count("round_failure")).isZero();
    }

    @Test
    void saysWhatCannotBeMovedAndWhy() throws IOException {
        deploy("progress-report", "\"review-report\"", "\"inspect-report\"");

        Result dry = versions.tryToMove(Set.of());
        Result result = versions.move(Set.of());

        assertThat(dry).isEqualTo(result);
        assertThat(result.movable())
                .singleElement()
                .extracting(Outdated::instances)
                .isEqualTo(1);
        assertThat(result.stuck()).singleElement().satisfies(stuck -> {
            assertThat(stuck.businessKey()).isEqualTo(Long.toString(inReview.value()));
            assertThat(stuck.reasons()).anyMatch(reason -> reason.startsWith("review-report: "));
        });
        assertThat(versions.outdated())
                .singleElement()
                .extracting(Outdated::instances)
                .isEqualTo(1);
        accept(inReview);
        submit(lead, writing, 40);
    }

    @Test
    void movesOnlyTheModelsThatAreAskedFor() throws IOException {
        deploy("progress-report", "name=\"填报进展\"", "name=\"填报进展情况\"");

        assertThat(versions.move(Set.of("key-task")).movable()).isEmpty();
        assertThat(versions.outdated()).hasSize(1);
    }

    @Test
    void countsAsMovedWhatAnotherServerMovesAtTheSameMoment() throws Exception {
        deploy("progress-report", "name=\"填报进展\"", "name=\"填报进展情况\"");
        MigrationPlan plan = moves.plan(versions.outdated().getFirst());
        List<String> instances = engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(plan.getSourceProcessDefinitionId())
                .list()
                .stream()
                .map(Execution::getId)
                .toList();
        CountDownLatch moved = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService servers = Executors.newFixedThreadPool(2)) {
            Future<?> first = servers.submit(() -> transactions.executeWithoutResult(status -> {
                engine.getRuntimeService()
                        .newMigration(plan)
                        .processInstanceIds(instances)
                        .execute();
                moved.countDown();
                TwoAtOnceTest.await(mayCommit);
            }));
            TwoAtOnceTest.await(moved);
            Future<Result> second = servers.submit(() -> versions.move(Set.of()));
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS));
            mayCommit.countDown();
            first.get(10, TimeUnit.SECONDS);

            Result result = second.get(20, TimeUnit.SECONDS);
            assertThat(result.stuck()).isEmpty();
            assertThat(result.movable())
                    .singleElement()
                    .extracting(Outdated::instances)
                    .isEqualTo(2);
        }
        assertThat(versions.outdated()).isEmpty();
    }

    @Test
    void letsServersThatStartTogetherMoveTheDailyRound() throws Exception {
        String before = "系统启用";
        for (int round = 0; round < TwoAtOnceTest.ROUNDS; round++) {
            deploy("daily-supervision", "name=\"" + before + "\"", "name=\"" + before + round + "\"");
            CyclicBarrier together = new CyclicBarrier(3);
            try (ExecutorService servers = Executors.newFixedThreadPool(3)) {
                List<Future<?>> starting = new ArrayList<>();
                for (int server = 0; server < 3; server++) {
                    starting.add(servers.submit(() -> {
                        together.await(10, TimeUnit.SECONDS);
                        start.followTheNewestModel();
                        return null;
                    }));
                }
                for (Future<?> each : starting) {
                    each.get(30, TimeUnit.SECONDS);
                }
            }
            assertThat(versions.outdated()).isEmpty();
        }
    }

    /** The model of before has no way back from its clock. */
    @Test
    void lapsesWhatAnOlderModelCannotLetWait() throws IOException {
        deploy("extension", text -> text.replace("still-in-time", "ends-anyway")
                .replace("sourceRef=\"in-time\" targetRef=\"request\"", "sourceRef=\"in-time\" targetRef=\"lapsed\""));
        LocalDate due = MONDAY.plusDays(30);
        KeyTaskId soon = launched(ReportingFrequency.NONE, due, leads(lead));
        sign(soon, lead);
        DutyId duty = duty(soon, lead).id();
        ExtensionId asked =
                fixture.as(lead.head(), () -> extensions.ask(duty, ExtensionTest.request(due.plusDays(30))));
        fixture.as(supervisor, () -> suspensions.suspend(soon, YEAR_END, "机构改革"));

        liveUntil(due.plusDays(1));

        ledgerAndEngine.check();
        assertThat(fixture.as(supervisor, () -> extensions.of(soon)))
                .extracting(Extension::id, Extension::state)
                .containsExactly(tuple(asked, Extension.State.LAPSED));
    }

    private void deploy(String model, String what, String by) throws IOException {
        deploy(model, text -> {
            assertThat(text).contains(what);
            return text.replace(what, by);
        });
    }

    private void deploy(String model, UnaryOperator<String> change) throws IOException {
        String text = change.apply(Files.readString(Path.of("bpmn", model + ".bpmn")));
        deployments.add(engine.getRepositoryService()
                .createDeployment()
                .addString(model + ".bpmn", text)
                .deploy()
                .getId());
    }
}
