package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.account.Account;
import org.duban.account.AccountId;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.account.SignedIn;
import org.duban.account.Substitution;
import org.duban.account.SubstitutionId;
import org.duban.account.Substitutions;
import org.duban.base.DueKey;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRowId;
import org.duban.directive.DivisionTables;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.Supervision;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.report.ReportId;
import org.duban.task.Dispute;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Objection;
import org.duban.task.TimelineEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** 外出代办: what a substitute may do, until when, and what the trail says of it. */
class SubstitutionTests extends ProcessTest {

    @Autowired
    Substitutions substitutions;

    @Autowired
    Supervision supervision;

    @Autowired
    Directives directives;

    @Autowired
    DivisionTables tables;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentCaller caller;

    private Account colleague;
    private Account admin;

    @BeforeEach
    void meet() {
        colleague = fixture.supervisor();
        admin = fixture.admin();
    }

    @Test
    void lendsTheHeadsAuthorityInTheOwnDepartmentOnly() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = duty(task, lead).id();
        DutyId others = duty(task, helper).id();
        denied(lead.staff(), () -> disputes.raise(duty, Objection.concerningNobody("不属本部门职责")));

        name(lead.head(), lead.staff(), MONDAY, MONDAY.plusDays(4));
        refused(
                "refusal.notFound",
                () -> fixture.as(lead.staff(), () -> disputes.raise(others, Objection.concerningNobody("不属本部门职责"))));
        denied(lead.staff(), () -> acknowledgements.takeUp(others, "久未签收"));
        denied(lead.staff(), () -> reviews.count());
        denied(helper.staff(), () -> disputes.raise(others, Objection.concerningNobody("不属本部门职责")));
        fixture.as(lead.staff(), () -> disputes.raise(duty, Objection.concerningNobody("不属本部门职责")));

        TimelineEntry entry = latest(task);
        assertThat(entry.kind()).isEqualTo(TimelineEntry.Kind.DISPUTED);
        assertThat(entry.actorName()).isEqualTo(lead.staff().displayName());
        assertThat(entry.behalfName()).isEqualTo(lead.head().displayName());
        Dispute dispute = details(task).disputes().getFirst();
        assertThat(dispute.raisedBy()).isEqualTo(lead.staff().displayName());
        assertThat(dispute.raisedFor()).isEqualTo(lead.head().displayName());
    }

    @Test
    void saysNothingOfOthersWhereTheOwnAuthorityIsEnough() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        name(lead.head(), lead.staff(), MONDAY, null);
        sign(task, lead);
        assertThat(latest(task).behalfName()).isNull();

        DutyId signed = duty(task, helper).id();
        name(supervisor, colleague, MONDAY, null);
        fixture.as(supervisor, () -> supervision.entrust(details(task).task().directiveId(), colleague.id()));
        fixture.as(colleague, () -> acknowledgements.takeUp(signed, "久未签收"));
        assertThat(latest(task).actorName()).isEqualTo(colleague.displayName());
        assertThat(latest(task).behalfName()).isNull();
    }

    @Test
    void holdsFromTheFirstDayToTheLast() {
        launched(ReportingFrequency.NONE);
        name(lead.head(), lead.staff(), MONDAY.plusDays(1), MONDAY.plusDays(2));

        assertThat(isHead(lead.staff())).isFalse();
        goTo(MONDAY.plusDays(1));
        assertThat(isHead(lead.staff())).isTrue();
        goTo(MONDAY.plusDays(2));
        assertThat(isHead(lead.staff())).isTrue();
        assertThat(phases(lead.head())).containsExactly(Substitution.Phase.IN_FORCE);
        goTo(MONDAY.plusDays(3));
        assertThat(isHead(lead.staff())).isFalse();
        assertThat(phases(lead.head())).isEmpty();
        assertThat(fixture.as(lead.head(), () -> substitutions.ended(lead.head().id())))
                .hasSize(1);
    }

    @Test
    void isOverWithTheNextCallOfASessionThatIsOpen() {
        SignedIn session = accounts.loadUserByUsername(lead.staff().username());
        SubstitutionId id = name(lead.head(), lead.staff(), MONDAY, null);
        try {
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(session, null, session.getAuthorities()));
            assertThat(caller.get().is(Role.HEAD)).isTrue();
            fixture.as(lead.head(), () -> substitutions.revoke(id));
            assertThat(caller.get().is(Role.HEAD)).isFalse();
            assertThat(caller.get().lent()).isEmpty();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void isTakenBackByEitherOfTheTwoOrTheAdministratorOnce() {
        for (Account person : List.of(lead.head(), lead.staff(), admin)) {
            SubstitutionId id = name(lead.head(), lead.staff(), MONDAY, null);
            assertThat(isHead(lead.staff())).isTrue();
            for (Account stranger : List.of(helper.head(), supervisor, fixture.leader())) {
                refused("refusal.notFound", () -> fixture.as(stranger, () -> substitutions.revoke(id)));
            }
            fixture.as(person, () -> substitutions.revoke(id));
            assertThat(isHead(lead.staff())).isFalse();
            alreadyHandled(lead.head(), () -> substitutions.revoke(id));
        }
        SubstitutionId over = name(lead.head(), lead.staff(), MONDAY, MONDAY);
        goTo(MONDAY.plusDays(1));
        refused("refusal.alreadyHandled", () -> fixture.as(lead.head(), () -> substitutions.revoke(over)));
        assertThat(count("substitution")).as("all are kept").isEqualTo(4);
    }

    @Test
    void endsWhenOneOfTheTwoAccountsIsClosed() {
        name(lead.head(), lead.staff(), MONDAY, null);
        name(supervisor, colleague, MONDAY.plusDays(7), null);
        enable(lead.head(), false);
        assertThat(isHead(lead.staff())).isFalse();
        enable(lead.head(), true);
        assertThat(isHead(lead.staff())).as("after it was opened again").isFalse();

        enable(colleague, false);
        enable(colleague, true);
        goTo(MONDAY.plusDays(8));
        assertThat(phases(supervisor)).isEmpty();
        assertThat(fixture.as(colleague, () -> caller.get().lent())).isEmpty();
    }

    @Test
    void lendsASupervisorsDirectivesAndNothingOfOthers() {
        Account third = fixture.supervisor();
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        DirectiveId directive = details(task).task().directiveId();
        DirectiveId foreign = fixture.directive(third, 1, leads(helper));
        fixture.launch(third, foreign, ReportingFrequency.NONE, YEAR_END);
        sign(task, lead, helper);
        goTo(MONDAY.plusDays(13));
        goTo(LocalDate.of(2026, 3, 31));
        goTo(LocalDate.of(2026, 4, 1));
        ReportId report = reportOf(lead);
        submit(lead, report, 20);
        assertThat(items(colleague)).isEmpty();
        assertThat(fixture.as(colleague, () -> tasks.visible(task))).isFalse();

        SubstitutionId id = name(supervisor, colleague, calendar.today(), null);
        OpenItem item = only(colleague, ItemKind.REVIEW);
        assertThat(item.behalfName()).isEqualTo(supervisor.displayName());
        assertThat(only(supervisor, ItemKind.REVIEW).behalfName()).isNull();
        assertThat(fixture.as(colleague, () -> reviews.count())).isOne();
        assertThat(fixture.as(colleague, () -> reviews.queue(DueKey.START, 10)).rows())
                .hasSize(1);
        assertThat(fixture.as(colleague, () -> reviews.stillWaiting(List.of(fixture.handIn(report)))))
                .hasSize(1);
        assertThat(fixture.as(colleague, () -> directives.list("", Directives.NEWEST, 50))
                        .rows())
                .extracting(row -> row.directive().id())
                .containsExactly(directive);
        assertThat(fixture.as(colleague, () -> tasks.visible(tasksOf(foreign).getFirst())))
                .isFalse();
        assertThat(fixture.as(supervisor, () -> caller.get().lent()))
                .as("not the other way")
                .isEmpty();

        fixture.as(colleague, () -> reviews.accept(report, fixture.handIn(report), "同意"));
        assertThat(latest(task).kind()).isEqualTo(TimelineEntry.Kind.REPORT_ACCEPTED);
        assertThat(latest(task).behalfName()).isEqualTo(supervisor.displayName());
        assertThat(fixture.as(supervisor, () -> reports.details(report))
                        .submissions()
                        .getFirst()
                        .reviewedFor())
                .isEqualTo(supervisor.displayName());
        refused(
                        "refusal.handledBefore.behalf",
                        () -> fixture.as(supervisor, () -> reviews.accept(report, fixture.handIn(report), null)))
                .satisfies(refusal -> assertThat(refusal.arguments())
                        .hasExactlyElementsOfTypes(String.class, Instant.class, String.class)
                        .contains(colleague.displayName(), supervisor.displayName()));

        fixture.as(colleague, () -> substitutions.revoke(id));
        assertThat(fixture.as(colleague, () -> tasks.visible(task))).isFalse();
        assertThat(fixture.as(colleague, () -> directives.list("", Directives.NEWEST, 50))
                        .rows())
                .isEmpty();
        assertThat(items(colleague)).isEmpty();
    }

    @Test
    void showsWhatWaitsForTheNamedSupervisorWhereBothSupervise() {
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead), helps(helper));
        fixture.as(supervisor, () -> supervision.entrust(directive, colleague.id()));
        DivisionRowId row = fixture.as(supervisor, () -> directives.rows(directive, Directives.FIRST_ROW, 1))
                .rows()
                .getFirst()
                .id();
        fixture.as(supervisor, () -> tables.setSupervisors(directive, Set.of(row), Set.of(supervisor.id())));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);
        KeyTaskId task = tasksOf(directive).getFirst();
        DutyId disputed = dispute(task, lead);
        assertThat(items(colleague)).isEmpty();

        name(supervisor, colleague, MONDAY, null);
        assertThat(only(colleague, ItemKind.DECIDE_DISPUTE).behalfName()).isEqualTo(supervisor.displayName());
        assertThat(fixture.as(colleague, () -> inbox.count())).isOne();
        fixture.as(colleague, () -> acknowledgements.confirm(disputed, "职责明确"));
        assertThat(latest(task).behalfName())
                .as("a supervisor of the directive")
                .isNull();
    }

    @Test
    void saysForWhomADirectiveWasLaunched() {
        DirectiveId draft = fixture.directive(supervisor, 1, leads(lead));
        name(supervisor, colleague, MONDAY, null);
        fixture.launch(colleague, draft, ReportingFrequency.NONE, YEAR_END);
        refused(
                        "refusal.directive.launchedBy.behalf",
                        () -> fixture.launch(supervisor, draft, ReportingFrequency.NONE, YEAR_END))
                .satisfies(refusal ->
                        assertThat(refusal.arguments()).contains(colleague.displayName(), supervisor.displayName()));
    }

    @Test
    void isNotPassedOn() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        Account third = fixture.supervisor();
        name(supervisor, colleague, MONDAY, null);
        name(colleague, third, MONDAY, null);

        assertThat(fixture.as(third, () -> tasks.visible(task))).isFalse();
        assertThat(fixture.as(colleague, () -> tasks.visible(task))).isTrue();
        assertThat(fixture.as(third, () -> caller.get().lent()))
                .singleElement()
                .satisfies(lent -> assertThat(lent.absent()).isEqualTo(colleague.id()));
        Account fourth = fixture.supervisor();
        refused("refusal.substitution.away", () -> name(fourth, colleague, MONDAY.plusDays(30), null));
    }

    @Test
    void goesOnlyToWhoeverCanDoTheWork() {
        Account leader = fixture.leader();
        Account otherLeader = fixture.leader();
        refused("refusal.peer.department", () -> name(lead.head(), helper.head(), MONDAY, null));
        refused("refusal.peer.department", () -> name(lead.staff(), supervisor, MONDAY, null));
        refused("refusal.peer.role", () -> name(supervisor, leader, MONDAY, null));
        refused("refusal.peer.role", () -> name(leader, supervisor, MONDAY, null));
        refused("refusal.peer.role", () -> name(supervisor, lead.head(), MONDAY, null));
        refused("refusal.peer.oneself", () -> name(leader, leader, MONDAY, null));
        refused("refusal.peer.administrator", () -> name(admin, fixture.admin(), MONDAY, null));
        refused("refusal.peer.administrator", () -> name(leader, admin, MONDAY, null));
        assertThat(count("substitution")).isZero();

        name(leader, otherLeader, MONDAY, null);
        name(lead.staff(), lead.head(), MONDAY, null);
        enable(otherLeader, false);
        refused("refusal.peer.closed", () -> name(leader, otherLeader, MONDAY, null));
        for (Account person : List.of(lead.head(), supervisor, leader)) {
            AccountId id = person.id();
            fixture.as(admin, () -> substitutions.candidates(id, "", 0, 50))
                    .forEach(each -> assertThat(each.id()).isNotEqualTo(id));
        }
        assertThat(fixture.as(
                        lead.head(), () -> substitutions.candidates(lead.head().id(), "", 0, 50)))
                .extracting(Account::id)
                .containsExactly(lead.staff().id());
        assertThat(fixture.as(admin, () -> substitutions.candidates(admin.id(), "", 0, 50)))
                .isEmpty();
    }

    @Test
    void takesOneSubstituteADayAndNoDaysGoneBy() {
        Account another = fixture.supervisor();
        name(supervisor, colleague, MONDAY.plusDays(7), MONDAY.plusDays(9));
        refused("refusal.substitution.overlaps", () -> name(supervisor, another, MONDAY.plusDays(9), null));
        refused("refusal.substitution.overlaps", () -> name(supervisor, another, MONDAY, MONDAY.plusDays(7)));
        refused("refusal.substitution.overlaps", () -> name(supervisor, another, MONDAY, null));
        name(supervisor, another, MONDAY, MONDAY.plusDays(6));
        name(supervisor, another, MONDAY.plusDays(10), null);
        refused("refusal.substitution.overlaps", () -> name(supervisor, colleague, MONDAY.plusDays(400), null));

        refused("refusal.substitution.past", () -> name(another, colleague, MONDAY.minusDays(1), null));
        refused("refusal.substitution.order", () -> name(another, colleague, MONDAY, MONDAY.minusDays(1)));
        refused("refusal.substitution.fromMissing", () -> name(another, colleague, null, null));
    }

    @Test
    void isNamedForOthersByTheAdministratorAlone() {
        AccountId head = lead.head().id();
        AccountId staff = lead.staff().id();
        for (Account person : List.of(lead.staff(), helper.head(), supervisor, fixture.leader())) {
            refused("refusal.notFound", () -> fixture.as(person, () -> substitutions.name(head, staff, MONDAY, null)));
        }
        fixture.as(admin, () -> substitutions.name(head, staff, MONDAY, null));
        assertThat(isHead(lead.staff())).isTrue();
        assertThat(fixture.as(admin, () -> substitutions.nextOf(List.of(head, staff))))
                .containsOnlyKeys(head);
        refused("refusal.notFound", () -> fixture.as(lead.staff(), () -> substitutions.absences(head)));
    }

    private SubstitutionId name(Account absent, Account substitute, LocalDate from, LocalDate to) {
        return fixture.as(absent, () -> substitutions.name(absent.id(), substitute.id(), from, to));
    }

    private boolean isHead(Account account) {
        return fixture.as(account, () -> caller.get().is(Role.HEAD));
    }

    private List<Substitution.Phase> phases(Account absent) {
        return fixture.as(absent, () -> substitutions.absences(absent.id())).stream()
                .map(each -> each.on(calendar.today()))
                .toList();
    }

    private TimelineEntry latest(KeyTaskId task) {
        return fixture.as(supervisor, () -> tasks.timeline(task, 1)).getFirst();
    }

    private void enable(Account account, boolean enabled) {
        fixture.as(admin, () -> accounts.setEnabled(account.id(), enabled));
    }

    private void denied(Account account, Runnable action) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> fixture.as(account, action));
    }
}
