package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.duban.account.Account;
import org.duban.base.Slice;
import org.duban.base.Timers;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Office;
import org.duban.task.KeyTaskId;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Trouble.Group;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Trouble.Kind;
import org.duban.watchdog.Watchdog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** 运行监测: every kind of standstill is found, and gone when it is over. That nothing else is found, every test here says. */
class WatchdogTests extends ProcessTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 15);

    @Autowired
    Watchdog watchdog;

    @Autowired
    Timers timers;

    @Autowired
    RuntimeService engineRuntimeService;

    @Autowired
    HealthIndicator workHealthIndicator;

    @Test
    void findsADepartmentForWhichNobodyCanAct() {
        launched(ReportingFrequency.NONE);
        enable(lead.staff(), false);
        assertThat(all()).as("its head is left").isEmpty();

        enable(lead.head(), false);

        Trouble found = only();
        assertThat(found.key())
                .isEqualTo(new Key(Kind.DEPARTMENT, Long.toString(lead.id().value())));
        assertThat(found.who()).isEqualTo(lead.name());
        assertThat(found.figure()).isOne();
        enable(lead.head(), true);
        assertThat(all()).isEmpty();
    }

    @Test
    void findsADepartmentWithAKeyTaskInHandForWhichNobodyCanAct() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        for (Office office : List.of(lead, helper)) {
            enable(office.staff(), false);
            enable(office.head(), false);
        }

        Trouble found = only();
        assertThat(found.who()).as("who cooperates owes nothing").isEqualTo(lead.name());
        assertThat(found.figure()).isOne();
        assertThat(found.since()).isEqualTo(clock.instant());
        enable(lead.head(), true);
        assertThat(all()).isEmpty();
    }

    @Test
    void leavesADepartmentAloneForWhichNothingWaits() {
        Office idle = fixture.office();
        enable(idle.staff(), false);
        enable(idle.head(), false);

        assertThat(all()).isEmpty();
    }

    @Test
    void findsADirectiveWhoseSupervisorsAreGone() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        dispute(task, helper);
        enable(supervisor, false);

        Trouble found = only();
        assertThat(found.key().kind()).isEqualTo(Kind.DIRECTIVE);
        assertThat(found.where().directive()).startsWith("试发");
        enable(supervisor, true);
    }

    @Test
    void findsADutyThatStandsInNoInbox() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        jdbc.sql("DELETE FROM open_item WHERE department_id = :helper")
                .param("helper", helper.id().value())
                .update();

        Trouble found = only();
        assertThat(found.key())
                .isEqualTo(
                        new Key(Kind.DUTY, Long.toString(duty(task, helper).id().value())));
        assertThat(found.what()).isEqualTo("ITEM");
        assertThat(found.who()).isEqualTo(helper.name());
        assertThat(found.where().taskNo()).isEqualTo("1");
        world.begin();
    }

    @Test
    void findsAllThatIsOpenOfAKeyTaskWhoseProcessIsGone() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, helper);
        goTo(OPENING);
        loseProcess("key-task", task.value());

        assertThat(kinds()).containsExactly(Kind.DUTY, Kind.REPORT, Kind.RECEIPT, Kind.KEY_TASK);
        assertThat(all()).allMatch(each -> each.what().equals("PROCESS"));
        world.begin();
    }

    @Test
    void findsAReportThatStandsInNoInbox() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        goTo(OPENING);
        ReportId report = reportOf(lead);
        submit(lead, report, 10);
        jdbc.sql("UPDATE open_item SET kind = 'AMEND' WHERE kind = 'REVIEW'").update();

        assertThat(only().key()).isEqualTo(new Key(Kind.REPORT, Long.toString(report.value())));
        jdbc.sql("UPDATE open_item SET kind = 'REVIEW' WHERE kind = 'AMEND'").update();
    }

    @Test
    void findsAnApplicationThatNobodySees() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        apply(task, lead);
        jdbc.sql("DELETE FROM open_item").update();

        assertThat(only().key()).isEqualTo(new Key(Kind.KEY_TASK, Long.toString(task.value())));
        world.begin();
    }

    @Test
    void findsADirectiveThatStandsStill() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        DirectiveId directive = task(task).directiveId();
        loseProcess("directive", directive.value());

        assertThat(only().key()).isEqualTo(new Key(Kind.PERIODS, Long.toString(directive.value())));
        assertThat(only().what()).isEqualTo("RUNNING");
        world.begin();
    }

    @Test
    void findsThatTheDailyRoundDoesNotRun() {
        engineRuntimeService.deleteProcessInstance(
                engineRuntimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey("daily-supervision")
                        .singleResult()
                        .getId(),
                "lost");

        assertThat(only().key().kind()).isEqualTo(Kind.DAILY_ROUND);
        world.begin();
    }

    @Test
    void findsAJobThatFailsAndTriesItAgain() {
        assertThat(health()).isEqualTo(Status.UP);
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead));
        assertThatThrownBy(() -> ModelCoverage.breakingAt(
                        "key-task/launched",
                        0,
                        () -> fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END)))
                .isInstanceOf(ModelCoverage.Broken.class);

        Trouble failed = only();
        assertThat(failed.key().kind()).isEqualTo(Kind.JOB);
        assertThat(failed.what()).isEqualTo("launch-batch");
        assertThat(failed.figure()).as("attempts left").isEqualTo(2);
        assertThat(failed.where().directiveId()).isEqualTo(directive.value());
        assertThat(failed.since()).isEqualTo(clock.instant());
        assertThat(health()).isNotEqualTo(Status.UP);

        refused(
                "refusal.watchdog.failedAgain",
                () -> ModelCoverage.breakingAt("key-task/launched", 0, () -> retry(failed)));
        assertThat(only().figure()).isOne();

        retry(failed);

        assertThat(all()).isEmpty();
        assertThat(tasksOf(directive)).hasSize(1);
        assertThat(health()).isEqualTo(Status.UP);
        refused("refusal.alreadyHandled", () -> retry(failed));
    }

    @Test
    void saysThatAJobIsBeingDoneAtTheSameMoment() {
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead));
        assertThatThrownBy(() -> ModelCoverage.breakingAt(
                        "key-task/launched",
                        0,
                        () -> fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END)))
                .isInstanceOf(ModelCoverage.Broken.class);
        Trouble failed = only();

        ModelCoverage.meet("key-task/launched", 0, () -> takeFromElsewhere(failed));
        refused("refusal.alreadyHandled", () -> retry(failed));

        retry(failed);
        assertThat(tasksOf(directive)).hasSize(1);
    }

    @Test
    void findsAJobThatWasGivenUpAndTriesItAgain() {
        clock.travelTo(calendar.at(MONDAY.plusDays(1), LocalTime.of(0, 5)));
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThatThrownBy(() -> ModelCoverage.breakingAt("daily-supervision/sweep-overdue", 0, timers::fireDue))
                    .isInstanceOf(ModelCoverage.Broken.class);
            clock.advance(Duration.ofHours(1));
        }

        Trouble failed = only();
        assertThat(failed.what()).isEqualTo("sweep-overdue");
        assertThat(failed.figure()).isZero();
        assertThat(failed.where()).isNull();

        retry(failed);
        timers.fireDue();
        assertThat(all()).isEmpty();
    }

    @Test
    void findsWhereTheRoundFailedAndTriesItAgain() {
        KeyTaskId task = launched(ReportingFrequency.NONE, MONDAY, leads(lead));
        setLight("UNKNOWN", task);
        goTo(MONDAY.plusDays(1));

        assertThat(all()).extracting(Trouble::what).containsExactly("ESCALATE", "REREAD_LIGHT");
        assertThat(all()).allMatch(each -> each.where().taskNo().equals("1") && each.figure() == 1);
        refused("refusal.watchdog.failedAgain", () -> retry(all().getFirst()));
        assertThat(all()).extracting(Trouble::figure).containsExactly(2, 1);

        setLight("NOT_STARTED", task);
        all().forEach(this::retry);

        assertThat(all()).isEmpty();
        assertThat(task(task).escalationLevel()).isOne();
    }

    @Test
    void isReadPageByPageAndCounted() {
        List<Office> offices = List.of(fixture.office(), fixture.office(), fixture.office());
        for (Office office : offices) {
            launched(ReportingFrequency.NONE, MONDAY, leads(office));
            enable(office.staff(), false);
            enable(office.head(), false);
        }
        jdbc.sql("UPDATE key_task SET light_rule = 'UNKNOWN'").update();
        goTo(MONDAY.plusDays(1));

        List<Trouble> read = new ArrayList<>();
        Slice<Trouble> page;
        Key after = Key.START;
        do {
            page = watchdog.listAsSystem(EnumSet.allOf(Group.class), after, 2);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(2);
            read.addAll(page.rows());
            after = page.rows().getLast().key();
        } while (page.more());

        assertThat(read).isEqualTo(all()).hasSize(9).doesNotHaveDuplicates();
        assertThat(fixture.as(fixture.admin(), () -> watchdog.counts(EnumSet.allOf(Group.class))))
                .containsEntry(Group.UNATTENDED, 3)
                .containsEntry(Group.STALLED, 0)
                .containsEntry(Group.JOB, 0)
                .containsEntry(Group.ROUND, 6);
        world.begin();
    }

    private List<Trouble> all() {
        return watchdog.listAsSystem(EnumSet.allOf(Group.class), Key.START, 50).rows();
    }

    private Trouble only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<Kind> kinds() {
        return all().stream().map(each -> each.key().kind()).toList();
    }

    private void retry(Trouble trouble) {
        fixture.as(fixture.admin(), () -> watchdog.retry(trouble.key()));
    }

    /** As the executor of any node does before it runs a job. */
    private void takeFromElsewhere(Trouble job) {
        CompletableFuture.runAsync(() -> jdbc.sql("UPDATE ACT_RU_JOB SET REV_ = REV_ + 1 WHERE ID_ = :id")
                        .param("id", job.key().id())
                        .update())
                .join();
    }

    private Status health() {
        return workHealthIndicator.health().getStatus();
    }

    /** Without the rule that somebody must be left: here it is asked what happens when nobody is. */
    private void enable(Account account, boolean enabled) {
        jdbc.sql("UPDATE account SET enabled = :enabled WHERE id = :id")
                .param("enabled", enabled)
                .param("id", account.id().value())
                .update();
    }

    private void setLight(String rule, KeyTaskId task) {
        jdbc.sql("UPDATE key_task SET light_rule = :rule WHERE id = :id")
                .param("rule", rule)
                .param("id", task.value())
                .update();
    }

    private void loseProcess(String definition, long businessKey) {
        engineRuntimeService.deleteProcessInstance(
                engineRuntimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(Long.toString(businessKey), definition)
                        .singleResult()
                        .getId(),
                "lost");
    }
}
