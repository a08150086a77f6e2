package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.directive.ReportingPlans;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Objection;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Trouble.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is open in the ledger and waits in no inbox, or nowhere in the process. */
class StalledWorkTests extends WatchdogTest {

    @Autowired
    Directives directives;

    @Autowired
    ReportingPlans plans;

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
    void findsWhatStandsInTheInboxOfAnotherDepartmentThanItsOwn() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        goTo(OPENING);
        assertThat(all()).isEmpty();
        for (String moved : List.of("contribution", "progress_report")) {
            jdbc.sql("UPDATE " + moved + " SET department_id = :other")
                    .param("other", fixture.office().id().value())
                    .update();
        }

        assertThat(kinds()).containsExactlyInAnyOrder(Kind.REPORT, Kind.CONTRIBUTION);
        assertThat(all()).allMatch(each -> each.what().equals("ITEM"));
        assertThatThrownBy(() -> ledgerAndEngine.check()).isInstanceOf(AssertionError.class);
        world.begin();
    }

    @Test
    void findsACountersignatureThatStandsInNoInbox() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        applyOnly(task, lead);
        assertThat(all()).isEmpty();
        jdbc.sql("DELETE FROM open_item WHERE kind = 'COUNTERSIGN'").update();

        Trouble found = only();
        assertThat(found.key())
                .isEqualTo(new Key(
                        Kind.COUNTERSIGNATURE,
                        Long.toString(countersignature(task, helper).id())));
        assertThat(found.what()).isEqualTo("ITEM");
        assertThat(found.who()).isEqualTo(helper.name());
        world.begin();
    }

    @Test
    void findsAKeyTaskThatStandsStillAndNobodyLooksAt() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        suspend(task);
        goTo(MONDAY.plusDays(90));
        assertThat(all()).as("late, and waiting for the supervisors").isEmpty();
        jdbc.sql("DELETE FROM open_item WHERE kind = 'RESUME'").update();

        assertThat(only().key()).isEqualTo(new Key(Kind.SUSPENSION, Long.toString(task.value())));
        assertThat(only().what()).isEqualTo("ITEM");
        loseProcess("key-task", task.value());
        assertThat(kinds()).containsExactly(Kind.DUTY, Kind.DUTY, Kind.KEY_TASK, Kind.SUSPENSION);
        assertThat(all()).allMatch(each -> each.what().equals("PROCESS"));
        world.begin();
    }

    @Test
    void findsAKeyTaskThatNobodyCountersignsAnyMore() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        applyOnly(task, lead);
        jdbc.sql("DELETE FROM open_item WHERE kind = 'COUNTERSIGN'").update();
        jdbc.sql("UPDATE countersignature SET state = 'VOID'").update();

        assertThat(kinds()).containsExactly(Kind.KEY_TASK, Kind.SURPLUS_WAIT);
        assertThat(all().getFirst().key().id()).isEqualTo(Long.toString(task.value()));
        world.begin();
    }

    @Test
    void findsAnOnSiteCheckThatStandsInNoInboxOrNowhereInTheProcess() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        sign(task, lead);
        apply(task, lead);
        orderCheck(task);
        assertThat(all()).isEmpty();
        jdbc.sql("DELETE FROM open_item WHERE kind = 'SITE_CHECK'").update();
        assertThat(only().what()).isEqualTo("ITEM");

        loseProcess("key-task", task.value());
        assertThat(only().what()).isEqualTo("PROCESS");
        world.begin();
    }

    @Test
    void findsADisputeAndATransferThatNobodySees() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        DutyId leaving = duty(task, lead).id();
        DutyId disputed = duty(task, helper).id();
        fixture.as(
                lead.head(), () -> transfers.request(leaving, fixture.office().id(), "另有分工"));
        fixture.as(helper.staff(), () -> disputes.prepare(disputed, Objection.concerningNobody("不属本部门职责")));
        assertThat(all()).isEmpty();
        jdbc.sql("DELETE FROM open_item").update();

        assertThat(kinds()).containsExactly(Kind.DUTY, Kind.TRANSFER);
        assertThat(all()).allMatch(each -> each.what().equals("ITEM"));
        world.begin();
    }

    @Test
    void findsADisputeThatWaitsForAHeadWhoIsGone() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId disputed = duty(task, helper).id();
        fixture.as(helper.staff(), () -> disputes.prepare(disputed, Objection.concerningNobody("不属本部门职责")));
        enable(helper.head(), false);

        assertThat(only().key())
                .isEqualTo(new Key(Kind.DEPARTMENT, Long.toString(helper.id().value())));
        enable(helper.head(), true);
    }

    @Test
    void findsWhatTheProcessWaitsForAndIsNotOpen() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        jdbc.sql("UPDATE duty SET state = 'ACKNOWLEDGED', acknowledged_at = :now")
                .param("now", calendar.now())
                .update();

        assertThat(kinds()).containsExactly(Kind.SURPLUS_WAIT, Kind.SURPLUS_ITEM);
        assertThat(all()).allMatch(each -> each.where().taskNo().equals("1") && each.since() != null);
        jdbc.sql("DELETE FROM open_item WHERE key_task_id = :task")
                .param("task", task.value())
                .update();
        assertThat(only().key().kind()).isEqualTo(Kind.SURPLUS_WAIT);
        world.begin();
    }

    @Test
    void findsAnItemOfASuccessionThatWasDecided() {
        launched(ReportingFrequency.NONE);
        Office heir = fixture.office();
        fixture.abolish(helper, heir);
        assertThat(all()).isEmpty();

        jdbc.sql("UPDATE succession_proposal SET decision = 'DECLINED'").update();

        assertThat(only().key().kind()).isEqualTo(Kind.SURPLUS_ITEM);
        world.begin();
    }

    @Test
    void findsAllThatIsOpenOfAKeyTaskWhoseProcessIsGone() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, helper);
        goTo(OPENING);
        loseProcess("key-task", task.value());

        assertThat(kinds()).containsExactly(Kind.DUTY, Kind.REPORT, Kind.CONTRIBUTION, Kind.RECEIPT, Kind.KEY_TASK);
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

        assertThat(kinds()).containsExactly(Kind.REPORT, Kind.SURPLUS_ITEM);
        assertThat(all().getFirst().key().id()).isEqualTo(Long.toString(report.value()));
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
    void findsADirectiveThatAsksForNoMoreReportsAndDoesNotCloseTheOpenOnes() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        DirectiveId directive = task(task).directiveId();
        sign(task, lead, helper);
        goTo(OPENING);
        fixture.as(supervisor, () -> {
            ReportingPlan plan = directives.get(directive).plan();
            plans.change(directive, plan, ReportingPlan.of(ReportingFrequency.NONE));
        });
        assertThat(all()).isEmpty();

        loseProcess("directive", directive.value());

        assertThat(only().key()).isEqualTo(new Key(Kind.PERIODS, Long.toString(directive.value())));
        world.begin();
    }
}
