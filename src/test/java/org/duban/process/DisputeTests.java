package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.duban.account.Accounts;
import org.duban.account.Role;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.SigningSettings;
import org.duban.directive.SigningTerms;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.support.Fixture.Office;
import org.duban.task.Dispute;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Objection;
import org.duban.task.Objection.Coordination;
import org.duban.task.Successions;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** 异议: within its time, coordinated, and signed by the head. */
class DisputeTests extends ProcessTest {

    /** Three working days after {@link #MONDAY}. */
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);

    @Autowired
    SigningSettings settings;

    @Autowired
    Accounts accounts;

    @Autowired
    Successions successions;

    @Test
    void isRaisedUntilTheEndOfTheThirdWorkingDay() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId late = duty(task, helper).id();
        goTo(THURSDAY, LocalTime.of(23, 59, 58));
        dispute(task, lead);

        goTo(THURSDAY.plusDays(1), LocalTime.MIDNIGHT);

        refused(
                "refusal.dispute.tooLate",
                () -> fixture.as(helper.head(), () -> disputes.raise(late, Objection.concerningNobody("不属本部门职责"))));
        refused(
                "refusal.dispute.tooLate",
                () -> fixture.as(helper.staff(), () -> disputes.prepare(late, Objection.concerningNobody("不属本部门职责"))));
        assertThat(duty(task, helper).state()).isEqualTo(Duty.State.AWAITING);
        sign(task, helper);
    }

    @Test
    void countsFromTheFirstClockOfTheDepartment() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = dispute(task, lead);
        goTo(THURSDAY);
        fixture.as(supervisor, () -> acknowledgements.confirm(duty, "职责明确"));
        goTo(THURSDAY.plusDays(1));

        refused(
                "refusal.dispute.tooLate",
                () -> fixture.as(lead.head(), () -> disputes.raise(duty, Objection.concerningNobody("再次提出"))));

        Office other = fixture.office();
        fixture.as(supervisor, () -> acknowledgements.takeUp(duty, "久未签收"));
        fixture.as(supervisor, () -> acknowledgements.change(duty, other.id(), DutyRole.LEAD, "改由其牵头"));
        dispute(task, other);
        assertThat(kinds(supervisor)).as("it has a time of its own").containsExactly(ItemKind.DECIDE_DISPUTE);
    }

    @Test
    void keepsTheTermsOfTheDirectiveForClocksThatStartFromThenOn() {
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead), helps(helper));
        fixture.as(supervisor, () -> settings.set(directive, new SigningTerms(5, 1)));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);
        KeyTaskId task = tasksOf(directive).getFirst();
        assertThat(only(lead.staff(), ItemKind.ACKNOWLEDGE).dueOn()).isEqualTo(MONDAY.plusDays(7));
        DutyId disputed = dispute(task, lead);

        fixture.as(supervisor, () -> settings.set(directive, new SigningTerms(1, 10)));

        goTo(MONDAY.plusDays(2));
        DutyId running = duty(task, helper).id();
        assertThat(only(helper.staff(), ItemKind.ACKNOWLEDGE).dueOn())
                .as("a clock that runs")
                .isEqualTo(MONDAY.plusDays(7));
        refused(
                "refusal.dispute.tooLate",
                () -> fixture.as(helper.head(), () -> disputes.raise(running, Objection.concerningNobody("不属本部门职责"))));
        fixture.as(supervisor, () -> acknowledgements.confirm(disputed, "职责明确"));
        assertThat(only(lead.staff(), ItemKind.ACKNOWLEDGE).dueOn()).isEqualTo(MONDAY.plusDays(3));
        goTo(MONDAY.plusDays(4));
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).as("the new clock").isOne();
    }

    @Test
    void hasTermsWithinReason() {
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead));
        for (SigningTerms wrong : List.of(new SigningTerms(0, 3), new SigningTerms(2, 31))) {
            refused("refusal.signing.days", () -> fixture.as(supervisor, () -> settings.set(directive, wrong)));
        }
        assertThat(fixture.as(supervisor, () -> settings.of(directive))).isEqualTo(SigningTerms.USUAL);
    }

    @Test
    void tellsTheSupervisorWithWhomItWasCoordinatedAndWhatIsProposed() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = duty(task, lead).id();
        Office other = fixture.office();
        Objection objection = objection(
                List.of(
                        new Coordination(helper.id(), MONDAY, Objection.Result.AGREED),
                        new Coordination(other.id(), MONDAY.minusDays(1), Objection.Result.NOT_REACHED)),
                false,
                other.id());

        fixture.as(lead.head(), () -> disputes.raise(duty, objection));

        Dispute open = details(task).disputes().getFirst();
        assertThat(open.coordination())
                .containsExactly(
                        new Dispute.Coordinated(helper.name(), MONDAY, Objection.Result.AGREED),
                        new Dispute.Coordinated(other.name(), MONDAY.minusDays(1), Objection.Result.NOT_REACHED));
        assertThat(open.proposal()).isEqualTo(new Dispute.Proposal(other.id(), other.name(), DutyRole.LEAD));
        assertThat(open.signedBy()).isEqualTo(lead.head().displayName());
        assertThat(fixture.as(helper.head(), () -> tasks.details(task)).disputes())
                .as("what another department says against its duty")
                .isEmpty();
    }

    @Test
    void isCoordinatedOrConcernsNobody() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = duty(task, lead).id();
        Coordination asked = new Coordination(helper.id(), MONDAY, Objection.Result.AGREED);

        refusedOf("refusal.dispute.coordinationMissing", duty, objection(List.of(), false, null));
        refusedOf("refusal.dispute.coordinationMissing", duty, objection(List.of(asked), true, null));
        refusedOf(
                "refusal.dispute.coordinatedWithItself",
                duty,
                objection(List.of(new Coordination(lead.id(), MONDAY, Objection.Result.AGREED)), false, null));
        refusedOf(
                "refusal.dispute.coordinatedInFuture",
                duty,
                objection(
                        List.of(new Coordination(helper.id(), MONDAY.plusDays(1), Objection.Result.AGREED)),
                        false,
                        null));
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
    }

    @Test
    void isPreparedByStaffAndRaisedWithTheSignatureOfTheHead() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = prepare(task, lead);

        assertThat(items(lead.staff())).as("nothing for staff to do").isEmpty();
        assertThat(only(lead.head(), ItemKind.SIGN_DISPUTE).dueOn()).isEqualTo(THURSDAY);
        assertThat(items(supervisor)).isEmpty();
        assertThat(details(task).disputes()).isEmpty();
        assertThat(kinds(helper.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        refused(
                "refusal.dispute.waitsForHead",
                () -> fixture.as(lead.staff(), () -> acknowledgements.acknowledge(duty)));
        alreadyHandled(lead.head(), () -> disputes.raise(duty, Objection.concerningNobody("另行提出")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> fixture.as(lead.staff(), () -> disputes.sign(duty)));
        refused("refusal.notFound", () -> fixture.as(helper.head(), () -> disputes.sign(duty)));

        fixture.as(lead.head(), () -> disputes.sign(duty));

        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_DISPUTE);
        assertThat(items(lead.head())).isEmpty();
        assertThat(details(task).disputes().getFirst())
                .satisfies(open ->
                        assertThat(open.raisedBy()).isEqualTo(lead.staff().displayName()))
                .satisfies(open ->
                        assertThat(open.signedBy()).isEqualTo(lead.head().displayName()));
        assertThat(history(task)).as("of the draft nothing").containsExactly(Kind.LAUNCHED, Kind.DISPUTED);
        alreadyHandled(lead.head(), () -> disputes.sign(duty));
        alreadyHandled(lead.head(), () -> disputes.reject(duty, "不妥"));
        fixture.as(supervisor, () -> acknowledgements.confirm(duty, "职责明确"));
        sign(task, lead);
    }

    @Test
    void goesBackToTheDepartmentUnsignedWhileItsClockRunsOn() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, helper);
        DutyId duty = prepare(task, lead);
        goTo(THURSDAY);
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED))
                .as("the head is late as well")
                .isOne();

        refused("refusal.reasonMissing", () -> fixture.as(lead.head(), () -> disputes.reject(duty, " ")));
        fixture.as(lead.head(), () -> disputes.reject(duty, "确属本部门职责"));

        assertThat(only(lead.staff(), ItemKind.ACKNOWLEDGE).dueOn()).isEqualTo(MONDAY.plusDays(2));
        alreadyHandled(lead.head(), () -> disputes.sign(duty));
        prepare(task, lead);
        fixture.as(lead.head(), () -> disputes.reject(duty, "仍属本部门职责"));
        sign(task, lead);
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isOne();
        assertThat(duty(task, lead).signedLate()).isTrue();
    }

    @Test
    void isNotSignedAfterItsTime() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = prepare(task, lead);
        goTo(THURSDAY.plusDays(1));

        refused("refusal.dispute.tooLate", () -> fixture.as(lead.head(), () -> disputes.sign(duty)));

        fixture.as(lead.head(), () -> disputes.reject(duty, "已过异议期限"));
        sign(task, lead);
    }

    @Test
    void isOvertakenByASupervisorWhoTakesTheDutyUp() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = prepare(task, helper);

        fixture.as(supervisor, () -> acknowledgements.takeUp(duty, "久未签收"));

        assertThat(items(helper.head())).isEmpty();
        assertThat(details(task).disputes()).singleElement().matches(Dispute::takenUp);
        alreadyHandled(helper.head(), () -> disputes.sign(duty));
        fixture.as(supervisor, () -> acknowledgements.withdraw(duty, "不再需要"));
    }

    @Test
    void endsWithThePredecessorThatPreparedIt() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId prepared = prepare(task, lead);
        Office heir = fixture.office();
        fixture.abolish(lead, heir);

        fixture.as(supervisor, () -> successions.accept(prepared, heir.id(), null));

        assertThat(items(lead.head())).isEmpty();
        assertThat(kinds(heir.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
        dispute(task, heir);
    }

    @Test
    void needsAHeadWhoCanSign() {
        Office headless = fixture.officeWithoutPeople();
        Office staffed = new Office(
                headless.id(),
                headless.name(),
                fixture.account("staff-" + headless.name(), headless.id(), Role.STAFF),
                null);
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), helps(staffed));
        DutyId duty = duty(task, staffed).id();

        refused(
                "refusal.dispute.noHead",
                () -> fixture.as(staffed.staff(), () -> disputes.prepare(duty, Objection.concerningNobody("不属本部门职责"))));
        sign(task, staffed);
    }

    @Test
    void keepsTheHeadForWhomItWaits() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = prepare(task, lead);

        refused(
                "refusal.account.lastHead",
                () -> fixture.as(
                        fixture.admin(), () -> accounts.setEnabled(lead.head().id(), false)));

        fixture.as(lead.head(), () -> disputes.reject(duty, "确属本部门职责"));
        fixture.as(fixture.admin(), () -> accounts.setEnabled(lead.head().id(), false));
        sign(task, lead);
    }

    private DutyId prepare(KeyTaskId task, Office office) {
        DutyId duty = duty(task, office).id();
        fixture.as(office.staff(), () -> disputes.prepare(duty, Objection.concerningNobody("不属本部门职责")));
        return duty;
    }

    private void refusedOf(String messageKey, DutyId duty, Objection objection) {
        refused(messageKey, () -> fixture.as(lead.head(), () -> disputes.raise(duty, objection)));
        refused(messageKey, () -> fixture.as(lead.staff(), () -> disputes.prepare(duty, objection)));
    }

    private static Objection objection(List<Coordination> coordination, boolean nobody, DepartmentId proposed) {
        return new Objection("不属本部门职责", coordination, nobody, proposed, proposed == null ? null : DutyRole.LEAD);
    }
}
