package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.duban.directive.DirectiveId;
import org.duban.directive.DirectiveSummary;
import org.duban.directive.Directives;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Office;
import org.duban.task.Completion;
import org.duban.task.Countersignature;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Light;
import org.duban.task.Outcome;
import org.duban.task.SiteCheck;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 撤销: the supervisor ends a key task, wherever it stands. */
class WithdrawalTests extends ProcessTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);

    @Autowired
    Directives directives;

    @Test
    void endsAllThatIsOpenAndNothingElse() {
        Office joint = fixture.office();
        Office disputing = fixture.office();
        DirectiveId directive =
                fixture.directive(supervisor, 2, leads(lead), shares(joint), helps(disputing), helps(helper));
        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, YEAR_END);
        KeyTaskId task = tasksOf(directive).getFirst();
        KeyTaskId other = tasksOf(directive).getLast();
        for (KeyTaskId each : tasksOf(directive)) {
            sign(each, lead, joint);
            dispute(each, disputing);
        }
        goTo(OPENING);
        ReportId written = reports(joint, task);
        submit(joint, written, 20);
        ReportId unwritten = reports(lead, task);
        int others = items(lead.staff()).size();

        withdrawTask(task);

        assertThat(task(task).state()).isEqualTo(KeyTask.State.WITHDRAWN);
        assertThat(task(task).outcome()).isNull();
        assertThat(task(task).closedAt()).isEqualTo(clock.instant());
        assertThat(items(lead.staff())).hasSize(others - 1).allMatch(item -> item.keyTaskId() == other.value());
        assertThat(items(supervisor)).allMatch(item -> item.keyTaskId() == other.value());
        assertThat(items(helper.staff())).hasSize(1);
        assertThat(history(task)).endsWith(Kind.TASK_WITHDRAWN);
        alreadyHandled(lead.staff(), () -> reports.submit(unwritten, content(30), fixture.revision(unwritten)));
        alreadyHandled(supervisor, () -> reviews.accept(written, fixture.handIn(written), null));
        alreadyHandled(lead.staff(), () -> completions.apply(duty(task, lead).id(), "已全部完成"));
        alreadyHandled(supervisor, () -> withdrawals.withdraw(task, "再撤一次"));
        int entries = history(task).size();
        liveUntil(OPENING.plusDays(40));
        assertThat(history(task)).as("nothing happens to it any more").hasSize(entries);
        assertThat(items(lead.staff())).as("the other one goes on").isNotEmpty();
    }

    private ReportId reports(Office office, KeyTaskId task) {
        return items(office.staff()).stream()
                .filter(item -> item.kind() == ItemKind.REPORT && item.keyTaskId() == task.value())
                .map(item -> new ReportId(item.subjectId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void endsACountersigning() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        applyOnly(task, lead);
        long asked = countersignature(task, helper).id();

        withdrawTask(task);

        assertThat(items(helper.staff())).isEmpty();
        assertThat(countersignature(task, helper).state()).isEqualTo(Countersignature.State.VOID);
        assertThat(application(task).state()).isEqualTo(Completion.State.VOID);
        alreadyHandled(helper.staff(), () -> countersignatures.agree(asked, null));
        alreadyHandled(lead.staff(), () -> completions.takeBack(fixture.application(task)));
    }

    @Test
    void endsAVerificationAndAnOnSiteCheck() {
        KeyTaskId verifying = launched(ReportingFrequency.NONE);
        KeyTaskId checking = launched(ReportingFrequency.NONE);
        for (KeyTaskId each : new KeyTaskId[] {verifying, checking}) {
            sign(each, lead);
            apply(each, lead);
        }
        orderCheck(checking);
        long check = application(checking).siteChecks().getFirst().id();

        withdrawTask(verifying);
        withdrawTask(checking);

        assertThat(items(supervisor)).isEmpty();
        assertThat(application(checking).siteChecks().getFirst().state()).isEqualTo(SiteCheck.State.VOID);
        alreadyHandled(supervisor, () -> siteChecks.record(check, true, "属实"));
        alreadyHandled(
                supervisor, () -> completions.close(verifying, fixture.application(verifying), Outcome.DONE, null));
    }

    @Test
    void isNeitherDoneNorOverdueButWasLate() {
        KeyTaskId task = launched(ReportingFrequency.NONE, MONDAY.plusDays(2), leads(lead));
        sign(task, lead);
        goTo(MONDAY.plusDays(6));
        assertThat(task(task).escalationLevel()).isEqualTo(1);

        withdrawTask(task);
        goTo(MONDAY.plusDays(30));

        assertThat(task(task).lightReading().light()).isEqualTo(Light.GREY);
        assertThat(task(task).lightReading().rule()).isEqualTo("WITHDRAWN");
        assertThat(details(task).daysLate()).as("as it was on that day").isEqualTo(4);
        assertThat(details(task).closings().getFirst().daysLate()).isEqualTo(4);
        assertThat(times(task, Kind.ESCALATED)).isOne();
        DirectiveSummary summary =
                fixture.as(supervisor, () -> directives.summary(task(task).directiveId()));
        assertThat(summary.closed()).isZero();
        assertThat(summary.overdue()).isZero();
        assertThat(summary.withdrawn()).isOne();
        assertThat(fixture.as(supervisor, () -> tasks.overdueSummary()).tasks()).isZero();
    }

    @Test
    void needsAReasonAndAnOpenKeyTask() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        refused("refusal.reasonMissing", () -> fixture.as(supervisor, () -> withdrawals.withdraw(task, " ")));
        refused("refusal.notFound", () -> fixture.as(fixture.supervisor(), () -> withdrawals.withdraw(task, "任务调整")));
        apply(task, lead);
        close(task, Outcome.DONE);

        alreadyHandled(supervisor, () -> withdrawals.withdraw(task, "任务调整"));

        assertThat(task(task).state()).isEqualTo(KeyTask.State.CLOSED);
    }
}
