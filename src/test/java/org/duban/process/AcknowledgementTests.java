package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.duban.account.Role;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.support.Fixture.Office;
import org.duban.task.BatchAcknowledgements;
import org.duban.task.Dispute;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Objection;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** 签收: the process of each duty, out by every way. */
class AcknowledgementTests extends ProcessTest {

    @Autowired
    BatchAcknowledgements batch;

    /** Two working days after {@link #MONDAY}. */
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    @Test
    void endsWithTheSignature() {
        KeyTaskId task = launched(ReportingFrequency.NONE);

        sign(task, lead);

        assertThat(duty(task, lead).state()).isEqualTo(Duty.State.ACKNOWLEDGED);
        assertThat(items(lead.staff())).isEmpty();
        assertThat(kinds(helper.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        goTo(MONDAY.plusMonths(1));
        assertThat(duty(task, lead).state()).isEqualTo(Duty.State.ACKNOWLEDGED);
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED))
                .as("only the helper is late")
                .isOne();
    }

    @Test
    void isNotLateOnItsLastDay() {
        KeyTaskId task = launched(ReportingFrequency.NONE);

        goTo(WEDNESDAY, LocalTime.of(23, 59, 58));
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isZero();

        goTo(WEDNESDAY.plusDays(1), LocalTime.MIDNIGHT);
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isEqualTo(2);
    }

    @Test
    void givesADepartmentOverTheWeekendTheSameWorkingDays() {
        goTo(MONDAY.plusDays(4));
        launched(ReportingFrequency.NONE);

        assertThat(only(lead.staff(), ItemKind.ACKNOWLEDGE).dueOn()).isEqualTo(MONDAY.plusDays(8));
    }

    @Test
    void urgesALateDepartmentOnceAndStillLetsItSign() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));

        liveUntil(MONDAY.plusDays(20));
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isOne();

        sign(task, lead);
        assertThat(history(task))
                .containsExactly(
                        Kind.LAUNCHED,
                        Kind.ACKNOWLEDGEMENT_URGED,
                        Kind.ACKNOWLEDGEMENT_ESCALATED,
                        Kind.ACKNOWLEDGEMENT_ESCALATED,
                        Kind.ACKNOWLEDGED);
    }

    @Test
    void signsForManyAtOnceAndSaysWhichItCouldNot() {
        KeyTaskId first = launched(ReportingFrequency.NONE);
        KeyTaskId second = launched(ReportingFrequency.NONE);
        List<DutyId> chosen = List.of(
                duty(first, lead).id(),
                duty(second, helper).id(),
                duty(second, lead).id());
        fixture.as(lead.head(), () -> acknowledgements.acknowledge(chosen.getLast()));

        assertThat(fixture.as(lead.staff(), () -> batch.acknowledgeAll(chosen)))
                .extracting(
                        BatchAcknowledgements.Result::duty,
                        result -> result.refusal() == null
                                ? "signed"
                                : result.refusal().messageKey())
                .containsExactly(
                        tuple(chosen.get(0), "signed"),
                        tuple(chosen.get(1), "refusal.notFound"),
                        tuple(chosen.get(2), "refusal.handledBefore"));
        assertThat(duty(first, lead).state()).isEqualTo(Duty.State.ACKNOWLEDGED);
        assertThat(duty(second, helper).state()).isEqualTo(Duty.State.AWAITING);
    }

    @Test
    void isRefusedTheSecondTime() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = duty(task, lead).id();
        sign(task, lead);

        alreadyHandled(lead.head(), () -> acknowledgements.acknowledge(duty));
        alreadyHandled(lead.head(), () -> disputes.raise(duty, Objection.concerningNobody("不属本部门职责")));
        assertThat(history(task)).containsExactly(Kind.LAUNCHED, Kind.ACKNOWLEDGED);
    }

    @Test
    void goesToTheSupervisorWhenDisputed() {
        KeyTaskId task = launched(ReportingFrequency.NONE);

        DutyId duty = dispute(task, lead);

        assertThat(items(lead.staff())).isEmpty();
        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_DISPUTE);
        assertThat(kinds(helper.staff())).as("the other department goes on").containsExactly(ItemKind.ACKNOWLEDGE);
        alreadyHandled(lead.staff(), () -> acknowledgements.acknowledge(duty));
        alreadyHandled(lead.head(), () -> disputes.raise(duty, Objection.concerningNobody("再次提出")));
    }

    @Test
    void isDisputedByTheHeadAndWithAReasonOnly() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = duty(task, lead).id();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        fixture.as(lead.staff(), () -> disputes.raise(duty, Objection.concerningNobody("不属本部门职责"))));
        refused(
                "refusal.reasonMissing",
                () -> fixture.as(lead.head(), () -> disputes.raise(duty, Objection.concerningNobody("  "))));
        assertThat(duty(task, lead).state()).isEqualTo(Duty.State.AWAITING);
    }

    @Test
    void stopsTheClockWhileTheSupervisorDecides() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        dispute(task, lead);

        liveUntil(MONDAY.plusDays(14));

        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isZero();
        fixture.as(supervisor, () -> acknowledgements.confirm(duty(task, lead).id(), "职责明确"));
    }

    @Test
    void hasALivingClockAfterEachConfirmation() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        LocalDate day = MONDAY;
        for (int round = 1; round <= 3; round++) {
            day = day.plusDays(7);
            goTo(day);
            assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED))
                    .as("the helper's, and one per clock of the lead")
                    .isEqualTo(1 + round);
            DutyId duty = takeUp(task, lead);
            fixture.as(supervisor, () -> acknowledgements.confirm(duty, "职责明确"));
            assertThat(only(lead.staff(), ItemKind.ACKNOWLEDGE).dueOn()).isEqualTo(day.plusDays(2));
            assertThat(items(supervisor)).isEmpty();
        }

        sign(task, lead);
        goTo(day.plusDays(30));
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isEqualTo(4);
        assertThat(kinds(helper.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
    }

    @Test
    void keepsTheFirstDeadlineOfADepartmentThroughEveryConfirmation() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        Instant first = duty(task, lead).acknowledgeBy();
        for (int round = 1; round <= 2; round++) {
            goTo(MONDAY.plusDays(7L * round));
            DutyId duty = takeUp(task, lead);
            fixture.as(supervisor, () -> acknowledgements.confirm(duty, "职责明确"));
        }

        sign(task, lead);

        Duty signed = duty(task, lead);
        assertThat(signed.firstAcknowledgeBy()).isEqualTo(first);
        assertThat(signed.signedLate()).as("within the clock that ran").isFalse();
        assertThat(signed.signedAfterFirstClock()).isTrue();
    }

    @Test
    void givesANewDepartmentAFirstDeadlineOfItsOwn() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        Office other = fixture.office();
        goTo(MONDAY.plusDays(7));
        DutyId duty = takeUp(task, lead);

        fixture.as(supervisor, () -> acknowledgements.change(duty, other.id(), DutyRole.LEAD, "改由其牵头"));

        Duty moved = duty(task, other);
        assertThat(moved.firstAcknowledgeBy())
                .isEqualTo(moved.acknowledgeBy())
                .isEqualTo(calendar.at(WEDNESDAY.plusDays(7), LocalTime.of(23, 59, 59)));
        sign(task, other);
        assertThat(duty(task, other).signedAfterFirstClock()).isFalse();
    }

    @Test
    void movesToAnotherDepartment() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        Office other = fixture.office();
        DutyId duty = dispute(task, lead);

        fixture.as(supervisor, () -> acknowledgements.change(duty, other.id(), DutyRole.LEAD, "改由其牵头"));

        assertThat(items(lead.staff())).isEmpty();
        assertThat(kinds(other.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        assertThat(kinds(helper.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        refused("refusal.notFound", () -> fixture.as(lead.staff(), () -> acknowledgements.acknowledge(duty)));
        goTo(MONDAY.plusDays(7));
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED))
                .as("it has a clock, too")
                .isEqualTo(2);
        sign(task, other);
        assertThat(duty(task, other).role()).isEqualTo(DutyRole.LEAD);
    }

    @Test
    void isTakenUpByTheSupervisorAndDecidedLikeADispute() {
        Office silent = fixture.officeWithoutPeople();
        Office other = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), helps(silent), helps(helper));
        DutyId duty = duty(task, silent).id();
        DutyId late = duty(task, helper).id();

        fixture.as(supervisor, () -> acknowledgements.takeUp(duty, "无人签收"));
        fixture.as(supervisor, () -> acknowledgements.takeUp(late, "久未签收"));

        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_DISPUTE, ItemKind.DECIDE_DISPUTE);
        assertThat(items(helper.staff())).isEmpty();
        alreadyHandled(helper.staff(), () -> acknowledgements.acknowledge(late));
        alreadyHandled(supervisor, () -> acknowledgements.takeUp(late, "久未签收"));
        assertThat(details(task).disputes()).allMatch(Dispute::takenUp);
        assertThat(fixture.as(helper.head(), () -> tasks.timeline(task, 1)).getFirst())
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo(Kind.DUTY_TAKEN_UP))
                .satisfies(entry -> assertThat(entry.actorName()).isEqualTo(supervisor.displayName()))
                .satisfies(entry -> assertThat(entry.note()).isEqualTo("久未签收"));
        assertThat(fixture.as(lead.head(), () -> tasks.timeline(task, 1))
                        .getFirst()
                        .note())
                .as("the words to another department")
                .isNull();

        fixture.as(supervisor, () -> acknowledgements.change(duty, other.id(), DutyRole.COOPERATING, "改由其配合"));
        fixture.as(supervisor, () -> acknowledgements.withdraw(late, "不再需要"));
        sign(task, lead, other);
    }

    @Test
    void tellsATakenUpDutyFromADisputedOneWhereTheSupervisorIsOfThatDepartment() {
        supervisor = fixture.account("within-" + helper.name(), helper.id(), Role.SUPERVISOR);
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = duty(task, helper).id();

        fixture.as(supervisor, () -> acknowledgements.takeUp(duty, "久未签收"));
        assertThat(details(task).disputes()).singleElement().matches(Dispute::takenUp);

        fixture.as(supervisor, () -> acknowledgements.confirm(duty, "仍由其配合"));
        dispute(task, helper);
        assertThat(details(task).disputes()).singleElement().matches(open -> !open.takenUp());
    }

    @Test
    void isTakenUpWithAReasonAndBeforeItIsSignedOnly() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId unsigned = duty(task, helper).id();
        sign(task, lead);

        refused("refusal.reasonMissing", () -> fixture.as(supervisor, () -> acknowledgements.takeUp(unsigned, " ")));
        alreadyHandled(
                supervisor, () -> acknowledgements.takeUp(duty(task, lead).id(), "换部门"));
    }

    @Test
    void isNotLeftWithADepartmentWhereNobodyCanAct() {
        Office empty = fixture.officeWithoutPeople();
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), helps(empty));
        DutyId disputed = dispute(task, lead);
        DutyId stuck = duty(task, empty).id();
        fixture.as(supervisor, () -> acknowledgements.takeUp(stuck, "无人签收"));
        Office another = fixture.officeWithoutPeople();

        refused(
                "refusal.dispute.unstaffed",
                () -> fixture.as(
                        supervisor, () -> acknowledgements.change(disputed, another.id(), DutyRole.LEAD, "改由其牵头")));
        refused(
                "refusal.dispute.unstaffed",
                () -> fixture.as(supervisor, () -> acknowledgements.confirm(stuck, "职责明确")));

        fixture.account("newcomer-" + empty.name(), empty.id(), Role.HEAD);
        fixture.as(supervisor, () -> acknowledgements.confirm(stuck, "已有负责人"));
        assertThat(duty(task, empty).state()).isEqualTo(Duty.State.AWAITING);
    }

    @Test
    void changesTheRole() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = dispute(task, helper);

        fixture.as(supervisor, () -> acknowledgements.change(duty, helper.id(), DutyRole.JOINT, "改为共同负责"));

        assertThat(duty(task, helper).role()).isEqualTo(DutyRole.JOINT);
        sign(task, helper, lead);
    }

    @Test
    void endsWithTheWithdrawalOfTheDuty() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = dispute(task, helper);

        fixture.as(supervisor, () -> acknowledgements.withdraw(duty, "确不相关"));

        assertThat(duty(task, helper).state()).isEqualTo(Duty.State.WITHDRAWN);
        assertThat(items(helper.staff())).isEmpty();
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        alreadyHandled(supervisor, () -> acknowledgements.confirm(duty, "职责明确"));
        sign(task, lead);
    }

    @Test
    void callsNothingAChangeThatChangesNothing() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = dispute(task, lead);

        refused(
                "refusal.dispute.nothingChanged",
                () -> fixture.as(supervisor, () -> acknowledgements.change(duty, lead.id(), DutyRole.LEAD, "照旧")));
        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_DISPUTE);
    }

    @Test
    void leavesNoKeyTaskWithoutAReporter() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = dispute(task, lead);

        refused(
                "refusal.dispute.nobodyLeft",
                () -> fixture.as(supervisor, () -> acknowledgements.withdraw(duty, "确不相关")));
        refused(
                "refusal.dispute.nobodyLeft",
                () -> fixture.as(
                        supervisor, () -> acknowledgements.change(duty, lead.id(), DutyRole.COOPERATING, "改为配合")));
        refused(
                "refusal.dispute.departmentTaken",
                () -> fixture.as(supervisor, () -> acknowledgements.change(duty, helper.id(), DutyRole.LEAD, "改由其牵头")));
        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_DISPUTE);
    }
}
