package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.duban.account.Account;
import org.duban.base.Timers;
import org.duban.task.KeyTaskId;
import org.duban.task.Transfers;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Trouble.Group;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Trouble.Kind;
import org.duban.watchdog.Watchdog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** What tests of it share. */
abstract class WatchdogTest extends ProcessTest {
    static final LocalDate OPENING = LocalDate.of(2026, 3, 16);

    @Autowired
    Transfers transfers;

    @Autowired
    Watchdog watchdog;

    @Autowired
    Timers timers;

    @Autowired
    RuntimeService engineRuntimeService;

    @Autowired
    HealthIndicator workHealthIndicator;

    List<Trouble> all() {
        return watchdog.listAsSystem(EnumSet.allOf(Group.class), Key.START, 50).rows();
    }

    Trouble only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    List<Kind> kinds() {
        return all().stream().map(each -> each.key().kind()).toList();
    }

    void retry(Trouble trouble) {
        fixture.as(fixture.admin(), () -> watchdog.retry(trouble.key()));
    }

    /** As the executor of any node does before it runs a job. */
    void takeFromElsewhere(Trouble job) {
        CompletableFuture.runAsync(() -> jdbc.sql("UPDATE ACT_RU_JOB SET REV_ = REV_ + 1 WHERE ID_ = :id")
                        .param("id", job.key().id())
                        .update())
                .join();
    }

    Status health() {
        return workHealthIndicator.health().getStatus();
    }

    /** Without the rule that somebody must be left: here it is asked what happens when nobody is. */
    void enable(Account account, boolean enabled) {
        jdbc.sql("UPDATE account SET enabled = :enabled WHERE id = :id")
                .param("enabled", enabled)
                .param("id", account.id().value())
                .update();
    }

    void setLight(String light, KeyTaskId task) {
        jdbc.sql("UPDATE key_task SET light = :light WHERE id = :id")
                .param("light", light)
                .param("id", task.value())
                .update();
    }

    void loseProcess(String definition, long businessKey) {
        engineRuntimeService.deleteProcessInstance(
                engineRuntimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(Long.toString(businessKey), definition)
                        .singleResult()
                        .getId(),
                "lost");
    }
}
