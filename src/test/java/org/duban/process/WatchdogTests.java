package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.duban.base.Slice;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.support.Fixture.Office;
import org.duban.task.KeyTaskId;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Trouble.Group;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Trouble.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** 运行监测: every kind of standstill is found, and gone when it is over. That nothing else is found, every test here says. */
class WatchdogTests extends WatchdogTest {

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
    void findsADepartmentWithoutAHeadForWhomAReportWaits() {
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead));
        fixture.launch(supervisor, directive, new ReportingPlan(ReportingFrequency.MONTHLY, 25, true, 3), YEAR_END);
        sign(tasksOf(directive).getFirst(), lead);
        goTo(OPENING);
        enable(lead.head(), false);
        assertThat(kinds()).as("the report waits for its writer").containsExactly(Kind.HEADLESS);
        enable(lead.head(), true);
        submit(lead, reportOf(lead), 30);
        assertThat(all()).isEmpty();

        enable(lead.head(), false);

        assertThat(only().key())
                .isEqualTo(new Key(Kind.DEPARTMENT, Long.toString(lead.id().value())));
        enable(lead.head(), true);
    }

    @Test
    void findsADepartmentWithOpenWorkThatHasNoHead() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        enable(lead.head(), false);
        assertThat(only().key())
                .as("unsigned")
                .isEqualTo(new Key(Kind.HEADLESS, Long.toString(lead.id().value())));

        sign(task, lead, helper);
        enable(helper.head(), false);

        Trouble found = only();
        assertThat(found.who()).as("who cooperates owes nothing").isEqualTo(lead.name());
        assertThat(found.figure()).as("the key task in hand").isOne();
        assertThat(found.key().kind().group()).isEqualTo(Group.UNATTENDED);
        enable(lead.staff(), false);
        assertThat(only().key().kind()).as("said once").isEqualTo(Kind.DEPARTMENT);
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
    void saysToWhichKeyTaskTheFailedClockOfADutyBelongs() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, helper);

        assertThatThrownBy(() -> ModelCoverage.breakingAt(
                        "acknowledgement/urge-acknowledgement", 0, () -> goTo(MONDAY.plusDays(3))))
                .isInstanceOf(ModelCoverage.Broken.class);

        Trouble failed = only();
        assertThat(failed.what()).isEqualTo("acknowledgement-late");
        assertThat(failed.where().directiveId())
                .isEqualTo(task(task).directiveId().value());
        assertThat(failed.where().taskNo()).isEqualTo("1");
        retry(failed);
        assertThat(all()).isEmpty();
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

        setLight("GREY", task);
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
        jdbc.sql("UPDATE key_task SET light = 'UNKNOWN'").update();
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
}
