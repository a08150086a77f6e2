package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.duban.base.BusinessStart;
import org.duban.base.Timers;
import org.duban.directive.ReportingFrequency;
import org.duban.task.KeyTaskId;
import org.duban.task.Light;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** 每日督查: the one instance that lives as long as the system. */
class DailyRoundTests extends ProcessTest {

    @Autowired
    BusinessStart business;

    @Autowired
    Timers timers;

    @Autowired
    EngineStart start;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ManagementService engineManagementService;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void comesBackEveryDayFiveMinutesAfterMidnight() {
        for (LocalDate day = MONDAY; day.isBefore(MONDAY.plusDays(10)); day = day.plusDays(1)) {
            assertThat(next()).isEqualTo(calendar.at(day.plusDays(1), LocalTime.of(0, 5)));
            goTo(day.plusDays(1));
        }
    }

    @Test
    void goesOnFromTodayAfterDaysWithoutServer() {
        goTo(MONDAY.plusDays(40));

        assertThat(next()).isEqualTo(calendar.at(MONDAY.plusDays(41), LocalTime.of(0, 5)));
    }

    @Test
    void isStartedOnce() {
        business.begin();
        business.begin();

        ledgerAndEngine.check();
    }

    @Test
    void isTriedThreeTimesAndOnceMoreAfterARestart() {
        clock.travelTo(calendar.at(MONDAY.plusDays(1), LocalTime.of(0, 5)));
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(failed()).isZero();
            assertThatThrownBy(() -> ModelCoverage.breakingAt("daily-supervision/sweep-overdue", 0, timers::fireDue))
                    .isInstanceOf(ModelCoverage.Broken.class);
            assertThat(next()).as("tomorrow").isEqualTo(calendar.at(MONDAY.plusDays(2), LocalTime.of(0, 5)));
            clock.advance(Duration.ofHours(1));
        }
        assertThat(failed()).isOne();
        timers.fireDue();
        assertThat(failed()).isOne();

        start.tryAgainWhatFailed();
        timers.fireDue();

        assertThat(next()).isEqualTo(calendar.at(MONDAY.plusDays(2), LocalTime.of(0, 5)));
    }

    @Test
    void goesOnTheNextDayWhateverFailedToday() {
        KeyTaskId task = launched(ReportingFrequency.NONE, MONDAY.plusDays(1), leads(lead));
        clock.travelTo(calendar.at(MONDAY.plusDays(1), LocalTime.of(0, 5)));
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThatThrownBy(() -> ModelCoverage.breakingAt("daily-supervision/urge-reports", 0, timers::fireDue))
                    .isInstanceOf(ModelCoverage.Broken.class);
            clock.advance(Duration.ofHours(1));
        }

        goTo(MONDAY.plusDays(2));

        assertThat(failed()).as("still of yesterday").isOne();
        assertThat(task(task).escalationLevel()).isOne();
        start.tryAgainWhatFailed();
        timers.fireDue();
        assertThat(next()).isEqualTo(calendar.at(MONDAY.plusDays(3), LocalTime.of(0, 5)));
    }

    @Test
    void keepsWhatAStepDidWhenTheNextOneFails() {
        KeyTaskId task = launched(ReportingFrequency.NONE, MONDAY, leads(lead));
        clock.travelTo(calendar.at(MONDAY.plusDays(1), LocalTime.of(0, 5)));
        assertThatThrownBy(() -> ModelCoverage.breakingAt("daily-supervision/reread-lights", 0, timers::fireDue))
                .isInstanceOf(ModelCoverage.Broken.class);

        assertThat(task(task).escalationLevel()).isOne();
        clock.advance(Duration.ofHours(1));
        timers.fireDue();
    }

    @Test
    void isMovedToTheNewestModelByServersThatStartAtOnce() throws IOException {
        RepositoryService models = engine.getRepositoryService();
        String text = Files.readString(Path.of("bpmn/daily-supervision.bpmn"));
        String later = models.createDeployment()
                .addString("daily-supervision.bpmn", text.replace("name=\"每日督查\"", "name=\"每日督查（新）\""))
                .deploy()
                .getId();
        try {
            CompletableFuture<Void> second = transactions.execute(first -> {
                start.followTheNewestModel();
                CompletableFuture<Void> other = CompletableFuture.runAsync(start::followTheNewestModel);
                assertThatThrownBy(() -> other.get(500, TimeUnit.MILLISECONDS))
                        .as("it waits for the first")
                        .isInstanceOf(TimeoutException.class);
                return other;
            });

            assertThatCode(second::join).doesNotThrowAnyException();
            ledgerAndEngine.check();
        } finally {
            world.begin();
            models.deleteDeployment(later, true);
            world.begin();
        }
    }

    @Test
    void goesOnByTheNewestModel() throws IOException {
        RepositoryService models = engine.getRepositoryService();
        String text = Files.readString(Path.of("bpmn/daily-supervision.bpmn"));
        String later = models.createDeployment()
                .addString("daily-supervision.bpmn", text.replace("name=\"每日督查\"", "name=\"每日督查（新）\""))
                .deploy()
                .getId();
        try {
            KeyTaskId task = launched(ReportingFrequency.NONE, MONDAY, leads(lead));

            start.followTheNewestModel();
            goTo(MONDAY.plusDays(1));

            assertThat(task(task).escalationLevel()).isOne();
            assertThat(engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .deploymentId(later)
                            .processInstanceBusinessKey("duban")
                            .count())
                    .isOne();
            ledgerAndEngine.check();
        } finally {
            world.begin();
            models.deleteDeployment(later, true);
            world.begin();
        }
    }

    private long failed() {
        return engineManagementService.createJobQuery().noRetriesLeft().count();
    }

    @Test
    void readsTheLightsAgain() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        sign(task, lead);
        assertThat(task(task).lightReading().light()).isEqualTo(Light.GREEN);

        liveUntil(MONDAY.plusDays(45));
        assertThat(task(task).lightReading().light()).isEqualTo(Light.YELLOW);

        liveUntil(MONDAY.plusDays(120));
        assertThat(task(task).lightReading().light()).isEqualTo(Light.RED);
    }

    private Instant next() {
        return engineManagementService
                .createJobQuery()
                .processDefinitionKey("daily-supervision")
                .timers()
                .singleResult()
                .getDuedate()
                .toInstant();
    }
}
