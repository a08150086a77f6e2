package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.report.ProgressReport;
import org.duban.report.ProgressReport.State;
import org.duban.report.ReportId;
import org.duban.report.ReportSummary;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
import org.duban.task.Transfers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 异议与报告: who reports on the open period after a decision on a dispute, and by when. */
class DisputedReportTests extends ProcessTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 25);
    private static final LocalDate FIVE_WORKING_DAYS_AFTER_DUE = LocalDate.of(2026, 4, 1);

    @Autowired
    Transfers transfers;

    Office other;
    Office joint;
    KeyTaskId task;

    @BeforeEach
    void launch() {
        other = fixture.office();
        joint = fixture.office();
        task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead), shares(joint), helps(helper));
    }

    @Test
    void isOpenedLaterForADutyThatWasInDisputeOnTheDay() {
        DutyId duty = dispute(task, lead);
        goTo(OPENING);
        assertThat(items(lead.staff())).isEmpty();
        goTo(DUE);

        confirm(duty);

        assertThat(only(lead.staff(), ItemKind.REPORT).dueOn()).isEqualTo(FIVE_WORKING_DAYS_AFTER_DUE);
        sign(task, lead);
        liveUntil(FIVE_WORKING_DAYS_AFTER_DUE);
        assertThat(urged(lead)).as("it is not late").isZero();
        ReportId report = reportOf(lead);
        submit(lead, report, 20);
        accept(report);
        assertThat(states()).containsExactlyInAnyOrder(State.ACCEPTED, State.OPEN);
    }

    @Test
    void isDueWithThePeriodWhereThatLeavesTimeEnough() {
        DutyId duty = dispute(task, lead);
        goTo(OPENING);

        confirm(duty);

        assertThat(only(lead.staff(), ItemKind.REPORT).dueOn()).isEqualTo(DUE);
    }

    @Test
    void isNotOpenedBeforeAPeriodIs() {
        confirm(dispute(task, lead));

        assertThat(kinds(lead.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        assertThat(count("progress_report")).isZero();
    }

    @Test
    void staysWhenTheDutyIsConfirmed() {
        goTo(OPENING);
        ReportId report = reportOf(lead);

        confirm(takeUp(task, lead));

        sign(task, lead);
        assertThat(reportOf(lead)).isEqualTo(report);
        submit(lead, report, 10);
    }

    @Test
    void isOpenedForTheDepartmentThatGetsTheDutyBesideTheVoidOne() {
        goTo(OPENING);
        ReportId report = reportOf(lead);
        DutyId duty = takeUp(task, lead);
        goTo(DUE);

        change(duty, other, DutyRole.LEAD);

        assertThat(items(lead.staff())).isEmpty();
        assertThat(kinds(other.staff())).containsExactly(ItemKind.ACKNOWLEDGE, ItemKind.REPORT);
        assertThat(only(other.staff(), ItemKind.REPORT).dueOn()).isEqualTo(FIVE_WORKING_DAYS_AFTER_DUE);
        assertThat(fixture.as(joint.staff(), () -> reports.details(report))
                        .report()
                        .state())
                .as("still read by a fellow department")
                .isEqualTo(State.VOID);
        sign(task, other);
        submit(other, reportOf(other), 10);
        assertThat(states()).containsExactlyInAnyOrder(State.VOID, State.OPEN, State.SUBMITTED);

        goTo(OPENING.plusMonths(1));
        assertThat(kinds(other.staff())).containsExactly(ItemKind.REPORT);
    }

    @Test
    void goesToAndFroWithTheDuty() {
        goTo(OPENING);

        change(takeUp(task, lead), other, DutyRole.LEAD);
        change(takeUp(task, other), lead, DutyRole.LEAD);
        change(takeUp(task, lead), other, DutyRole.LEAD);

        assertThat(states()).containsExactlyInAnyOrder(State.VOID, State.VOID, State.VOID, State.OPEN, State.OPEN);
        sign(task, other);
        submit(other, reportOf(other), 10);
    }

    @Test
    void isOpenedForWhoIsToReportFromNowOn() {
        goTo(OPENING);

        change(takeUp(task, helper), helper, DutyRole.JOINT);

        sign(task, helper);
        submit(helper, reportOf(helper), 10);
    }

    @Test
    void keepsItsTextWhenTheRoleAloneChanges() {
        goTo(OPENING);
        ReportId report = reportOf(lead);
        fixture.as(lead.staff(), () -> reports.saveDraft(report, content(30), 0));

        change(takeUp(task, lead), lead, DutyRole.JOINT);

        assertThat(reportOf(lead)).isEqualTo(report);
        assertThat(fixture.as(lead.staff(), () -> reports.details(report))
                        .report()
                        .draft()
                        .percent())
                .isEqualTo(30);
    }

    @Test
    void isVoidWhenTheDepartmentOnlyCooperatesFromNowOn() {
        goTo(OPENING);

        change(takeUp(task, joint), joint, DutyRole.COOPERATING);

        assertThat(kinds(joint.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        assertThat(states()).containsExactlyInAnyOrder(State.OPEN, State.VOID);
    }

    @Test
    void isVoidWhenTheDutyIsWithdrawn() {
        goTo(OPENING);
        DutyId duty = takeUp(task, joint);

        fixture.as(supervisor, () -> acknowledgements.withdraw(duty, "确不相关"));

        assertThat(items(joint.staff())).isEmpty();
        assertThat(states()).containsExactlyInAnyOrder(State.OPEN, State.VOID);
        goTo(OPENING.plusMonths(1));
        assertThat(items(joint.staff())).isEmpty();
    }

    /** It was handed in before the duty went to another department, which disputes it. */
    @Test
    void waitsForNoReviewOnceItIsVoid() {
        goTo(OPENING);
        sign(task, joint);
        submit(joint, reportOf(joint), 20);
        Office third = fixture.office();
        transfer(joint, third);

        DutyId duty = dispute(task, third);
        fixture.as(supervisor, () -> acknowledgements.withdraw(duty, "确不相关"));

        assertThat(items(supervisor)).isEmpty();
        assertThat(states()).containsExactlyInAnyOrder(State.VOID, State.OPEN);
    }

    @Test
    void isReviewedWhenTheDutyIsConfirmed() {
        goTo(OPENING);
        sign(task, lead);
        submit(lead, reportOf(lead), 10);
        transfer(lead, other);

        confirm(dispute(task, other));

        assertThat(kinds(supervisor)).containsExactly(ItemKind.REVIEW);
        assertThat(states()).containsExactlyInAnyOrder(State.SUBMITTED, State.OPEN);
    }

    @Test
    void isNotOpenedForADutyThatIsWithdrawn() {
        DutyId duty = takeUp(task, joint);
        goTo(OPENING);

        fixture.as(supervisor, () -> acknowledgements.withdraw(duty, "确不相关"));

        assertThat(items(joint.staff())).isEmpty();
        assertThat(states()).containsExactly(State.OPEN);
    }

    @Test
    void beginsNoProcessOfADirectiveThatAsksForNone() {
        KeyTaskId quiet = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), shares(joint));
        int before = directiveProcesses();

        for (int round = 0; round < 3; round++) {
            confirm(takeUp(quiet, joint));
        }

        assertThat(directiveProcesses()).isEqualTo(before);
    }

    private int directiveProcesses() {
        return jdbc.sql("SELECT COUNT(*) FROM ACT_HI_PROCINST WHERE PROC_DEF_KEY_ = 'directive'")
                .query(Integer.class)
                .single();
    }

    private void confirm(DutyId duty) {
        fixture.as(supervisor, () -> acknowledgements.confirm(duty, "职责明确"));
    }

    private void transfer(Office from, Office to) {
        DutyId duty = duty(task, from).id();
        fixture.as(supervisor, () -> transfers.transfer(duty, to.id(), "机构职能调整"));
    }

    private void change(DutyId duty, Office to, DutyRole role) {
        fixture.as(supervisor, () -> acknowledgements.change(duty, to.id(), role, "重新明确"));
    }

    private long urged(Office office) {
        return fixture.as(supervisor, () -> tasks.timeline(task, 500)).stream()
                .filter(entry ->
                        entry.kind() == Kind.REPORT_URGED && office.name().equals(entry.departmentName()))
                .count();
    }

    private List<State> states() {
        return fixture.as(supervisor, () -> reports.of(task, 1)).stream()
                .map(ReportSummary::report)
                .map(ProgressReport::state)
                .toList();
    }
}
