package org.duban.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.base.Refusal;
import org.duban.support.Fixture;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@OnEveryDatabase
class SupervisionTests {

    @Autowired
    Fixture fixture;

    @Autowired
    Accounts accounts;

    @Autowired
    Directives directives;

    @Autowired
    Supervision supervision;

    private Account supervisor;
    private Account colleague;
    private Account admin;
    private DirectiveId directive;

    @BeforeEach
    void enterADirective() {
        supervisor = fixture.supervisor();
        colleague = fixture.supervisor();
        admin = fixture.admin();
        directive = fixture.directive(supervisor, 1);
    }

    @Test
    void entrustsADirectiveToAnotherSupervisor() {
        for (Account deciding : List.of(supervisor, admin)) {
            fixture.as(deciding, () -> supervision.entrust(directive, colleague.id()));

            assertThat(fixture.as(colleague, () -> directives.supervisedByCaller(directive)))
                    .isTrue();
            assertThat(entrustedTo()).containsExactlyInAnyOrder(supervisor.username(), colleague.username());

            fixture.as(deciding, () -> supervision.withdraw(directive, colleague.id()));

            assertRefused(colleague, () -> directives.get(directive), "refusal.notFound");
        }
    }

    @Test
    void letsNobodyElseDecide() {
        Fixture.Office office = fixture.office();
        for (Account other : List.of(colleague, fixture.leader(), office.staff(), office.head())) {
            assertRefused(other, () -> supervision.entrust(directive, colleague.id()), "refusal.notFound");
            assertRefused(other, () -> supervision.withdraw(directive, supervisor.id()), "refusal.notFound");
            assertRefused(other, () -> supervision.candidates(directive, "", 0, 10), "refusal.notFound");
            assertThat(fixture.as(other, () -> supervision.decidedByCaller(directive)))
                    .isFalse();
            assertThatThrownBy(() -> fixture.as(other, () -> supervision.directives("", Directives.NEWEST, 10)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(entrustedTo()).containsExactly(supervisor.username());
    }

    @Test
    void namesSupervisorsToThoseWhoSeeTheDirective() {
        for (Account seeing : List.of(supervisor, fixture.leader(), admin)) {
            assertThat(fixture.as(seeing, () -> supervision.of(directive)))
                    .extracting(Supervisor::username)
                    .containsExactly(supervisor.username());
        }
        for (Account blind : List.of(colleague, fixture.office().staff())) {
            assertRefused(blind, () -> supervision.of(directive), "refusal.notFound");
        }
    }

    @Test
    void keepsOneSupervisorWhoCanSignIn() {
        assertRefused(
                supervisor, () -> supervision.withdraw(directive, supervisor.id()), "refusal.supervision.lastOne");

        fixture.as(admin, () -> supervision.entrust(directive, colleague.id()));
        fixture.as(admin, () -> accounts.setEnabled(colleague.id(), false));
        assertRefused(
                supervisor, () -> supervision.withdraw(directive, supervisor.id()), "refusal.supervision.lastOne");

        fixture.as(supervisor, () -> supervision.withdraw(directive, colleague.id()));
        assertThat(entrustedTo()).containsExactly(supervisor.username());
    }

    @Test
    void entrustsToSupervisorsOnlyAndOnce() {
        Account closed = fixture.supervisor();
        fixture.as(admin, () -> accounts.setEnabled(closed.id(), false));
        for (Account unfit : List.of(fixture.leader(), fixture.office().staff(), admin, closed)) {
            assertRefused(
                    supervisor, () -> supervision.entrust(directive, unfit.id()), "refusal.supervision.notASupervisor");
        }
        assertRefused(supervisor, () -> supervision.entrust(directive, supervisor.id()), "refusal.alreadyHandled");
        assertRefused(supervisor, () -> supervision.withdraw(directive, colleague.id()), "refusal.alreadyHandled");
    }

    @Test
    void offersSupervisorsWhoDoNotHaveTheDirective() {
        assertThat(fixture.as(supervisor, () -> supervision.candidates(directive, colleague.username(), 0, 10)))
                .extracting(Supervisor::id)
                .contains(colleague.id());
        assertThat(fixture.as(supervisor, () -> supervision.candidates(directive, supervisor.username(), 0, 10)))
                .extracting(Supervisor::id)
                .doesNotContain(supervisor.id());
    }

    @Test
    void showsTheAdministratorDirectivesOfWhichNobodyTakesCare() {
        Directive entered = fixture.as(supervisor, () -> directives.get(directive));
        assertThat(entrusted(entered.title()).supervised()).isTrue();

        fixture.as(admin, () -> accounts.setEnabled(supervisor.id(), false));

        assertThat(entrusted(entered.title()).supervised()).isFalse();
        fixture.as(admin, () -> supervision.entrust(directive, colleague.id()));
        assertThat(entrusted(entered.title()).supervised()).isTrue();
    }

    private Entrusted entrusted(String title) {
        return fixture.as(admin, () -> supervision.directives(title, Directives.NEWEST, 10)).rows().stream()
                .filter(each -> each.id().equals(directive))
                .findFirst()
                .orElseThrow();
    }

    private List<String> entrustedTo() {
        return fixture.as(admin, () -> supervision.of(directive)).stream()
                .map(Supervisor::username)
                .toList();
    }

    private void assertRefused(Account account, Runnable action, String messageKey) {
        assertThatThrownBy(() -> fixture.as(account, action))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo(messageKey));
    }
}
