package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.inbox.ItemKind;
import org.duban.report.HeadApprovals;
import org.duban.report.ProgressReport.State;
import org.duban.report.ReportDetails;
import org.duban.report.ReportId;
import org.duban.report.Submission;
import org.duban.report.Submission.Approval;
import org.duban.support.Fixture.Office;
import org.duban.task.KeyTaskId;
import org.duban.task.Successions;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 审签: the head between the writer and the supervisors, where the plan says so. */
class HeadApprovalTests extends ProcessTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 25);

    @Autowired
    HeadApprovals approvals;

    @Autowired
    Successions successions;

    @Autowired
    Accounts accounts;

    private KeyTaskId task;
    private ReportId report;

    @BeforeEach
    void open() {
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead));
        fixture.launch(supervisor, directive, new ReportingPlan(ReportingFrequency.MONTHLY, 25, true, 3), YEAR_END);
        task = tasksOf(directive).getFirst();
        sign(task, lead);
        goTo(OPENING);
        report = reportOf(lead);
    }

    @Test
    void letsTheHeadApproveWhatTheStaffWrote() {
        submit(lead, report, 30);

        assertThat(kinds(lead.head())).containsExactly(ItemKind.APPROVE_REPORT);
        assertThat(items(lead.staff())).as("not for the staff").isEmpty();
        assertThat(items(supervisor)).isEmpty();
        assertThat(details(supervisor).report().draft().body())
                .as("nor to be seen")
                .isNull();
        alreadyHandled(lead.staff(), () -> reports.submit(report, content(40), fixture.revision(report)));
        alreadyHandled(lead.staff(), () -> reports.saveDraft(report, content(40), fixture.revision(report)));
        approve();

        assertThat(kinds(supervisor)).containsExactly(ItemKind.REVIEW);
        Submission handIn = details(supervisor).submissions().getFirst();
        assertThat(handIn.approval()).isEqualTo(Approval.GIVEN);
        assertThat(handIn.approvedBy()).isEqualTo(lead.head().displayName());
        assertThat(handIn.submittedBy()).isEqualTo(lead.staff().displayName());
        assertThat(handIn.percent()).isEqualTo(30);
        alreadyHandled(lead.head(), () -> approvals.approve(report));
        accept(report);
        assertThat(task(task).percent()).isEqualTo(30);
    }

    @Test
    void letsTheHeadSendItBackToTheWriterAsOftenAsNeedBe() {
        for (int round = 1; round <= 3; round++) {
            submit(lead, report, 10 * round);
            holdBack("请补充第" + round + "处");
            assertThat(only(lead.staff(), ItemKind.REPORT).dueOn()).isEqualTo(DUE);
            assertThat(details(lead.staff()).report().heldBack().reason()).isEqualTo("请补充第" + round + "处");
            assertThat(details(supervisor).report().heldBack())
                    .as("it stays in the department")
                    .isNull();
            alreadyHandled(lead.head(), () -> approvals.approve(report));
        }
        refused("refusal.reasonMissing", () -> {
            submit(lead, report, 40);
            holdBack(" ");
        });
        approve();
        sendBack(report, YEAR_END);
        submit(lead, report, 50);
        holdBack("再核实");
        assertThat(kinds(lead.staff())).as("what was returned is amended").containsExactly(ItemKind.AMEND);
    }

    @Test
    void countsTheHeadsTimeAsTheDepartments() {
        submit(lead, report, 30);
        liveUntil(DUE.plusDays(3));
        assertThat(times(task, Kind.REPORT_URGED)).isOne();
        approve();
        assertThat(details(supervisor).submissions().getFirst().late()).isTrue();
    }

    @Test
    void missesWhatTheHeadLeavesLying() {
        submit(lead, report, 30);
        goTo(LocalDate.of(2026, 4, 15));

        assertThat(details(supervisor).report().state()).isEqualTo(State.MISSED);
        assertThat(kinds(lead.head())).contains(ItemKind.REPORT).doesNotContain(ItemKind.APPROVE_REPORT);
        refused("refusal.report.missed", this::approve);
    }

    @Test
    void takesTheHeadsOwnHandInAsApproved() {
        fixture.as(lead.head(), () -> reports.submit(report, content(20), fixture.revision(report)));

        assertThat(kinds(supervisor)).containsExactly(ItemKind.REVIEW);
        assertThat(details(supervisor).submissions().getFirst().approval()).isEqualTo(Approval.GIVEN);
    }

    @Test
    void goesOnWhereThereIsNoHead() {
        close(lead.head());
        submit(lead, report, 20);

        assertThat(kinds(supervisor)).containsExactly(ItemKind.REVIEW);
        assertThat(details(supervisor).submissions().getFirst().approval()).isEqualTo(Approval.NOBODY);
        assertThat(times(task, Kind.HEAD_APPROVAL_SKIPPED)).isOne();
    }

    @Test
    void keepsTheLastHeadForWhatWaits() {
        submit(lead, report, 20);

        refused("refusal.account.lastHead", () -> close(lead.head()));
        Account second = fixture.account("second-" + lead.name(), lead.id(), org.duban.account.Role.HEAD);
        close(lead.head());
        refused("refusal.account.lastHead", () -> close(second));
        fixture.as(second, () -> approvals.approve(report));
        close(second);
    }

    @Test
    void startsAnewInTheDepartmentThatSucceeds() {
        submit(lead, report, 20);
        Office heir = fixture.office();
        fixture.abolish(lead, heir);
        fixture.as(supervisor, () -> successions.acceptOnlyHeir(duty(task, lead).id()));

        assertThat(kinds(heir.head())).containsExactly(ItemKind.REPORT);
        assertThat(items(lead.head())).isEmpty();
        submit(heir, report, 30);
        assertThat(kinds(heir.head())).containsExactly(ItemKind.APPROVE_REPORT);
    }

    private void approve() {
        fixture.as(lead.head(), () -> approvals.approve(report));
    }

    private void holdBack(String reason) {
        fixture.as(lead.head(), () -> approvals.holdBack(report, reason));
    }

    private void close(Account account) {
        fixture.as(fixture.admin(), () -> accounts.setEnabled(account.id(), false));
    }

    private ReportDetails details(Account reader) {
        return fixture.as(reader, () -> reports.details(report));
    }
}
