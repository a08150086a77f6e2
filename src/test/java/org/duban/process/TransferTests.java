package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Office;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.Successions;
import org.duban.task.TimelineEntry.Kind;
import org.duban.task.Transfers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** 转办: asked for and decided, or decided unasked; signed for by whoever has the duty then. */
class TransferTests extends ProcessTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);

    @Autowired
    Transfers transfers;

    @Autowired
    Successions successions;

    private Office other;

    @BeforeEach
    void anotherOffice() {
        other = fixture.office();
    }

    @Test
    void isAskedForByTheHeadAndDecidedByTheSupervisor() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        Duty before = duty(task, lead);
        long transfer = request(task, lead);

        assertThat(only(supervisor, ItemKind.DECIDE_TRANSFER).dueOn()).isEqualTo(MONDAY.plusDays(2));
        assertThat(items(other.staff())).isEmpty();
        assertThat(kinds(helper.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        goTo(MONDAY.plusDays(7));

        fixture.as(supervisor, () -> transfers.approve(transfer, "同意"));

        assertThat(items(supervisor)).isEmpty();
        assertThat(only(other.staff(), ItemKind.ACKNOWLEDGE).dueOn()).isEqualTo(MONDAY.plusDays(9));
        Duty after = duty(task, other);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.state()).isEqualTo(Duty.State.AWAITING);
        assertThat(after.role()).isEqualTo(DutyRole.LEAD);
        assertThat(after.acknowledgedAt()).isNull();
        assertThat(after.firstAcknowledgeBy()).isEqualTo(after.acknowledgeBy());
        assertThat(fixture.as(lead.staff(), () -> tasks.visible(task))).isFalse();
        assertThat(kinds(helper.staff())).as("nobody else's work").containsExactly(ItemKind.ACKNOWLEDGE);
        assertThat(jdbc.sql("SELECT acknowledged_by FROM duty_transfer WHERE id = :id")
                        .param("id", transfer)
                        .query(Long.class)
                        .single())
                .as("who had signed before")
                .isEqualTo(lead.staff().id().value());
        goTo(MONDAY.plusDays(14));
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED))
                .as("the helper, and the new department by its own clock")
                .isEqualTo(2);
        sign(task, other);
        apply(task, other);
        assertThat(fixture.as(supervisor, () -> tasks.timeline(task, 50)))
                .filteredOn(entry -> entry.kind() == Kind.DUTY_TRANSFERRED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.departmentName()).isEqualTo(other.name()))
                .satisfies(entry -> assertThat(entry.figure()).isEqualTo(lead.name()));
    }

    @Test
    void staysWhereItIsWhenRefused() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        long transfer = request(task, lead);

        refused("refusal.reasonMissing", () -> fixture.as(supervisor, () -> transfers.refuse(transfer, " ")));
        fixture.as(supervisor, () -> transfers.refuse(transfer, "职责明确"));

        assertThat(duty(task, lead).state()).isEqualTo(Duty.State.ACKNOWLEDGED);
        assertThat(items(supervisor)).isEmpty();
        alreadyHandled(supervisor, () -> transfers.approve(transfer, null));
        alreadyHandled(supervisor, () -> transfers.refuse(transfer, "再次裁定"));
        long again = request(task, lead);
        fixture.as(supervisor, () -> transfers.approve(again, null));
        sign(task, other);
    }

    @Test
    void isDecidedUnaskedBySupervisors() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        DutyId duty = duty(task, helper).id();

        fixture.as(supervisor, () -> transfers.transfer(duty, other.id(), "机构职能调整"));

        assertThat(kinds(other.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        assertThat(duty(task, other).role()).isEqualTo(DutyRole.COOPERATING);
        sign(task, other);
    }

    @Test
    void letsTheNewDepartmentDispute() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        goTo(MONDAY.plusDays(21));
        long transfer = request(task, helper);
        fixture.as(supervisor, () -> transfers.approve(transfer, null));

        DutyId duty = dispute(task, other);
        fixture.as(supervisor, () -> acknowledgements.withdraw(duty, "确不相关"));

        assertThat(duty(task, other).state()).isEqualTo(Duty.State.WITHDRAWN);
        assertThat(items(other.staff())).isEmpty();
    }

    @Test
    void takesFiguresDatesAndTheOpenReportAlong() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        goTo(OPENING);
        ReportId accepted = reportOf(lead);
        submit(lead, accepted, 30);
        accept(accepted);
        goTo(LocalDate.of(2026, 4, 15));
        ReportId open = reportOf(lead);
        LocalDate due = only(lead.staff(), ItemKind.REPORT).dueOn();
        DutyId duty = duty(task, lead).id();

        fixture.as(supervisor, () -> transfers.transfer(duty, other.id(), "机构职能调整"));

        assertThat(items(lead.staff())).isEmpty();
        assertThat(duty(task, other).percent()).isEqualTo(30);
        assertThat(task(task).percent()).isEqualTo(30);
        assertThat(only(other.staff(), ItemKind.REPORT).dueOn()).isEqualTo(due);
        sign(task, other);
        submit(other, open, 40);
        accept(open);
        assertThat(task(task).percent()).isEqualTo(40);
    }

    @Test
    void movesSeveralDutiesOfATaskAtOnce() {
        Office third = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        long first = request(task, lead);
        DutyId second = duty(task, helper).id();
        fixture.as(helper.head(), () -> transfers.request(second, third.id(), "另有分工"));
        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_TRANSFER, ItemKind.DECIDE_TRANSFER);
        assertThat(fixture.as(lead.head(), () -> transfers.waiting(task)))
                .as("what another department asks for is its own")
                .hasSize(1);
        long next = waiting(task, second);

        fixture.as(supervisor, () -> transfers.approve(next, null));
        fixture.as(supervisor, () -> transfers.approve(first, null));

        sign(task, other, third);
    }

    @Test
    void isRefusedInWordsWhereItCannotBe() {
        Office silent = fixture.office();
        Office empty = fixture.officeWithoutPeople();
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), helps(helper), helps(silent));
        DutyId unsigned = duty(task, lead).id();
        DutyId disputed = dispute(task, silent);
        refusedTo("refusal.transfer.unsigned", lead, unsigned, other);
        refusedTo("refusal.transfer.disputed", silent, disputed, other);
        sign(task, lead);
        refusedTo("refusal.dispute.departmentTaken", lead, unsigned, helper);
        refusedTo("refusal.dispute.departmentTaken", lead, unsigned, lead);
        refusedTo("refusal.dispute.unstaffed", lead, unsigned, empty);
        refused(
                "refusal.reasonMissing",
                () -> fixture.as(lead.head(), () -> transfers.request(unsigned, other.id(), " ")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> fixture.as(lead.staff(), () -> transfers.request(unsigned, other.id(), "另有分工")));
        long waiting = request(task, lead);
        alreadyHandled(lead.head(), () -> transfers.request(unsigned, other.id(), "再次申请"));
        alreadyHandled(supervisor, () -> transfers.transfer(unsigned, other.id(), "机构职能调整"));
        apply(task, lead);
        refused(
                "refusal.transfer.completionApplied",
                () -> fixture.as(supervisor, () -> transfers.approve(waiting, null)));
        fixture.as(supervisor, () -> transfers.refuse(waiting, "即将办结"));
        refusedTo("refusal.transfer.completionApplied", lead, unsigned, other);
        fixture.as(supervisor, () -> acknowledgements.confirm(disputed, "职责明确"));
    }

    @Test
    void endsWithItsKeyTask() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        long waiting = request(task, helper);
        apply(task, lead);

        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        assertThat(items(supervisor)).isEmpty();
        assertThat(count("ACT_RU_TASK")).isZero();
        alreadyHandled(supervisor, () -> transfers.approve(waiting, null));
    }

    @Test
    void leavesNothingOfANewDepartmentThatDidNotSignWhenTheTaskIsClosed() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        long waiting = request(task, helper);
        fixture.as(supervisor, () -> transfers.approve(waiting, null));
        apply(task, lead);

        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        assertThat(items(other.staff())).isEmpty();
        assertThat(count("ACT_RU_JOB")).as("the daily round's").isOne();
    }

    @Test
    void endsWhenTheDutyGoesToASuccessorMeanwhile() {
        Office heir = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        long waiting = request(task, helper);
        DutyId duty = duty(task, helper).id();
        fixture.abolish(helper, heir);

        fixture.as(supervisor, () -> successions.accept(duty, heir.id(), null));

        assertThat(items(supervisor)).isEmpty();
        assertThat(duty(task, heir).state()).isEqualTo(Duty.State.ACKNOWLEDGED);
        alreadyHandled(supervisor, () -> transfers.approve(waiting, null));
    }

    @Test
    void answersTheProposalOfASuccessor() {
        Office heir = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        DutyId duty = duty(task, helper).id();
        fixture.abolish(helper, heir);

        fixture.as(supervisor, () -> transfers.transfer(duty, other.id(), "改由其配合"));

        assertThat(items(supervisor)).isEmpty();
        alreadyHandled(supervisor, () -> successions.accept(duty, heir.id(), null));
        sign(task, other);
    }

    private long request(KeyTaskId task, Office office) {
        DutyId duty = duty(task, office).id();
        fixture.as(office.head(), () -> transfers.request(duty, other.id(), "另有分工"));
        return waiting(task, duty);
    }

    private long waiting(KeyTaskId task, DutyId duty) {
        return fixture.as(supervisor, () -> transfers.waiting(task)).stream()
                .filter(each -> each.duty().equals(duty))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void refusedTo(String messageKey, Office office, DutyId duty, Office to) {
        for (Runnable attempt : List.<Runnable>of(
                () -> fixture.as(office.head(), () -> transfers.request(duty, to.id(), "另有分工")),
                () -> fixture.as(supervisor, () -> transfers.transfer(duty, to.id(), "机构职能调整")))) {
            refused(messageKey, attempt::run);
        }
    }
}
