package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Office;
import org.duban.task.Closing;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Light;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 重启: a key task that had ended is executed again. */
class ReopeningTests extends ProcessTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 16);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 15);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 15);

    @Autowired
    Accounts accounts;

    @Test
    void keepsHowItEndedAndHowLateItWas() {
        KeyTaskId task = launched(ReportingFrequency.NONE, MONDAY.plusDays(2), leads(lead));
        sign(task, lead);
        goTo(MONDAY.plusDays(7));
        apply(task, lead);
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.PARTLY, "尚有尾项"));
        Instant closedAt = task(task).closedAt();
        goTo(MONDAY.plusDays(30));

        reopen(task, YEAR_END);

        KeyTask again = task(task);
        assertThat(again.state()).isEqualTo(KeyTask.State.RUNNING);
        assertThat(again.outcome()).isNull();
        assertThat(again.closedAt()).isNull();
        assertThat(again.dueOn()).isEqualTo(YEAR_END);
        assertThat(again.originalDueOn()).isEqualTo(MONDAY.plusDays(2));
        assertThat(again.escalationLevel()).isZero();
        assertThat(again.lightReading().light()).isNotEqualTo(Light.RED);
        assertThat(details(task).daysLate()).isZero();
        Closing closing = details(task).closings().getFirst();
        assertThat(closing.state()).isEqualTo(KeyTask.State.CLOSED);
        assertThat(closing.outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(closing.daysLate()).isEqualTo(5);
        assertThat(closing.escalationLevel()).isEqualTo(1);
        assertThat(closing.reason()).isEqualTo("尚有尾项");
        assertThat(closing.closedAt()).isEqualTo(closedAt);
        assertThat(closing.reopenReason()).isEqualTo("巡视反馈需整改");
        assertThat(closing.newDueOn()).isEqualTo(YEAR_END);
        assertThat(times(task, Kind.ESCALATED)).isOne();
        assertThat(count("escalation")).isOne();
        assertThat(history(task)).endsWith(Kind.REOPENED);
        alreadyHandled(supervisor, () -> reopenings.reopen(task, YEAR_END, "再重启一次"));

        apply(task, lead);
        close(task, Outcome.DONE);
        assertThat(details(task).closings()).extracting(Closing::outcome).containsExactly(Outcome.PARTLY, Outcome.DONE);
        assertThat(details(task).closings()).extracting(Closing::daysLate).containsExactly(5, 0);
        reopen(task, YEAR_END);
        withdrawTask(task);
        assertThat(details(task).closings()).hasSize(3);
    }

    @Test
    void escalatesAgainWhenTheNewDateHasPassed() {
        KeyTaskId task = launched(ReportingFrequency.NONE, MONDAY.plusDays(2), leads(lead));
        sign(task, lead);
        goTo(MONDAY.plusDays(7));
        withdrawTask(task);
        reopen(task, MONDAY.plusDays(9));
        liveUntil(MONDAY.plusDays(12));

        assertThat(task(task).escalationLevel()).isEqualTo(1);
        assertThat(times(task, Kind.ESCALATED)).isEqualTo(2);
        assertThat(details(task).daysLate()).isEqualTo(3);
    }

    @Test
    void asksForReportsFromTheNextPeriodOnWhereTheDirectiveHadEnded() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        goTo(MARCH);
        ReportId first = reportOf(lead);
        submit(lead, first, 40);
        accept(first);
        apply(task, lead);
        close(task, Outcome.DONE);
        goTo(APRIL);
        assertThat(directiveRuns()).as("nothing is left to report on").isFalse();
        goTo(APRIL.plusDays(5));

        reopen(task, YEAR_END);

        assertThat(directiveRuns()).isTrue();
        assertThat(task(task).percent()).as("as it was accepted").isEqualTo(40);
        assertThat(items(lead.staff())).as("April opened without it").isEmpty();
        goTo(MAY.minusDays(1));
        assertThat(items(lead.staff())).isEmpty();
        goTo(MAY);
        ReportId may = reportOf(lead);
        assertThat(count("progress_report")).isEqualTo(2);
        assertThat(count("reporting_period")).as("nobody stood still").isEqualTo(2);
        submit(lead, may, 90);
        accept(may);
        assertThat(task(task).percent()).isEqualTo(90);
    }

    @Test
    void asksForNoReportOnAPeriodThatOpenedWhileItWasClosed() {
        DirectiveId directive = fixture.directive(supervisor, 2, leads(lead));
        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, YEAR_END);
        KeyTaskId task = tasksOf(directive).getFirst();
        KeyTaskId other = tasksOf(directive).getLast();
        sign(task, lead);
        sign(other, lead);
        withdrawTask(task);
        goTo(MARCH);
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.REPORT);

        reopen(task, YEAR_END);

        assertThat(items(lead.staff())).allMatch(item -> item.keyTaskId() == other.value());
        goTo(APRIL);
        assertThat(items(lead.staff()))
                .filteredOn(item -> item.keyTaskId() == task.value())
                .hasSize(1);
    }

    @Test
    void plansShorterPeriodsAtOnceThatNobodyElseNeeds() {
        DirectiveId directive = fixture.directive(supervisor, 2, leads(lead));
        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, YEAR_END);
        KeyTaskId monthly = tasksOf(directive).getFirst();
        KeyTaskId halfYearly = tasksOf(directive).getLast();
        sign(monthly, lead);
        sign(halfYearly, lead);
        jdbc.sql("UPDATE key_task SET reporting = 'HALF_YEARLY' WHERE id = :id")
                .param("id", halfYearly.value())
                .update();
        withdrawTask(monthly);
        goTo(MARCH);
        assertThat(items(lead.staff())).as("the next period is in June").isEmpty();

        reopen(monthly, YEAR_END);
        goTo(APRIL);

        assertThat(items(lead.staff())).extracting(item -> item.keyTaskId()).containsExactly(monthly.value());
    }

    @Test
    void asksForTheSignaturesThatWereMissing() {
        Office disputing = fixture.office();
        Office silent = fixture.office();
        Office withdrawn = fixture.office();
        KeyTaskId task = launched(
                ReportingFrequency.NONE, YEAR_END, leads(lead), helps(disputing), shares(silent), helps(withdrawn));
        sign(task, lead);
        dispute(task, disputing);
        DutyId gone = dispute(task, withdrawn);
        fixture.as(supervisor, () -> acknowledgements.withdraw(gone, "确不相关"));
        apply(task, lead);
        close(task, Outcome.DONE);
        goTo(MONDAY.plusDays(7));

        reopen(task, YEAR_END);

        assertThat(duty(task, lead).state()).isEqualTo(Duty.State.ACKNOWLEDGED);
        assertThat(items(withdrawn.staff())).isEmpty();
        assertThat(details(task).disputes()).isEmpty();
        for (Office office : new Office[] {disputing, silent}) {
            assertThat(only(office.staff(), ItemKind.ACKNOWLEDGE).dueOn()).isEqualTo(MONDAY.plusDays(9));
        }
        sign(task, silent);
        dispute(task, disputing);
        goTo(MONDAY.plusDays(11));
        apply(task, lead);
        assertThat(application(task).countersignatures()).hasSize(1);
    }

    @Test
    void urgesThoseWhoDoNotSignAfterIt() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        withdrawTask(task);
        goTo(MONDAY.plusDays(20));
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isZero();

        reopen(task, YEAR_END);
        goTo(MONDAY.plusDays(26));

        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isOne();
    }

    @Test
    void takesUpAgainWhatWasProposedAboutAnAbolishedDepartment() {
        Office heir = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        fixture.abolish(helper, heir);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_SUCCESSION);
        withdrawTask(task);
        assertThat(items(supervisor)).isEmpty();

        reopen(task, YEAR_END);

        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_SUCCESSION);
    }

    @Test
    void isRefusedWithoutDateReasonOrPeople() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        refused("refusal.alreadyHandled", () -> reopen(task, YEAR_END));
        apply(task, lead);
        close(task, Outcome.ONGOING);

        refused("refusal.directive.dueMissing", () -> reopen(task, null));
        refused("refusal.directive.dueInPast", () -> reopen(task, MONDAY.minusDays(1)));
        refused("refusal.directive.dueTooFar", () -> reopen(task, MONDAY.plusYears(90)));
        refused("refusal.reasonMissing", () -> fixture.as(supervisor, () -> reopenings.reopen(task, YEAR_END, "")));
        refused(
                "refusal.notFound",
                () -> fixture.as(fixture.supervisor(), () -> reopenings.reopen(task, YEAR_END, "需整改")));
        Account admin = fixture.admin();
        fixture.as(admin, () -> accounts.setEnabled(helper.staff().id(), false));
        fixture.as(admin, () -> accounts.setEnabled(helper.head().id(), false));
        refused("refusal.reopen.unstaffed", () -> reopen(task, YEAR_END));
        fixture.as(admin, () -> accounts.setEnabled(helper.head().id(), true));
        reopen(task, calendar.today());
        assertThat(kinds(helper.head())).containsExactly(ItemKind.ACKNOWLEDGE);
    }

    private boolean directiveRuns() {
        return count("ACT_RU_JOB WHERE PROCESS_DEF_KEY_ = 'directive'") > 0;
    }
}
