package org.duban.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.duban.base.MovableClock;
import org.duban.base.Refusal;
import org.duban.support.Fixture;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@OnEveryDatabase
class OwnPasswordTests {

    private static final String OLD = "test-password";
    private static final String NEW = "Grey-Harbour-71";

    @Autowired
    Fixture fixture;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentCaller caller;

    @Autowired
    MovableClock clock;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        clock.release();
    }

    @Test
    void endsTheOtherSessionsOfTheAccountAndKeepsThisOne() {
        Account staff = fixture.office().staff();
        SignedIn here = session(staff);
        SignedIn elsewhere = session(staff);
        SignedIn colleague = session(fixture.office().staff());

        as(here, () -> accounts.changeOwnPassword(OLD, NEW));

        assertThat(accounts.stillCounts(here)).isTrue();
        assertThat(accounts.stillCounts(elsewhere)).isFalse();
        assertThat(accounts.stillCounts(colleague)).isTrue();
        assertThat(accounts.stillCounts(session(staff))).isTrue();
        as(here, () -> accounts.changeOwnPassword(NEW, NEW + "x"));
        assertThat(accounts.stillCounts(here)).isTrue();
    }

    @Test
    void endsAllSessionsWhenTheAdministratorSetsItOrClosesTheAccount() {
        Account staff = fixture.office().staff();
        Account admin = fixture.admin();
        SignedIn before = session(staff);

        fixture.as(admin, () -> accounts.setPassword(staff.id(), NEW));
        assertThat(accounts.stillCounts(before)).isFalse();

        SignedIn after = session(staff);
        assertThat(accounts.stillCounts(after)).isTrue();
        fixture.as(admin, () -> accounts.setEnabled(staff.id(), false));
        assertThat(accounts.stillCounts(after)).isFalse();
        fixture.as(admin, () -> accounts.setEnabled(staff.id(), true));
        assertThat(accounts.stillCounts(after)).as("opened again").isFalse();
    }

    @Test
    void isRefusedWithoutTheCurrentOneAndUnderTheRulesOfAll() {
        SignedIn session = session(fixture.office().staff());

        assertRefused(session, "", NEW, "refusal.account.currentPasswordMissing");
        assertRefused(session, "wrong", NEW, "refusal.account.currentPasswordWrong");
        assertRefused(session, OLD, "short", "refusal.account.passwordTooShort");
        as(session, () -> accounts.changeOwnPassword(OLD, NEW));
        assertRefused(session, NEW, NEW, "refusal.account.passwordSame");
        assertThat(accounts.stillCounts(session)).isTrue();
    }

    @Test
    void isNoPlaceToGuessTheCurrentOne() {
        SignedIn session = session(fixture.office().staff());
        for (int i = 0; i < SignInThrottle.PER_NAME; i++) {
            assertRefused(session, "wrong", NEW, "refusal.account.currentPasswordWrong");
        }
        assertRefused(session, OLD, NEW, "refusal.account.tooManyTries");

        clock.advance(SignInThrottle.WINDOW.plus(Duration.ofSeconds(1)));
        as(session, () -> accounts.changeOwnPassword(OLD, NEW));
    }

    @Test
    void isNotSetByTheAdministratorWithoutTheCurrentOne() {
        Account admin = fixture.admin();
        assertThatThrownBy(() -> fixture.as(admin, () -> accounts.setPassword(admin.id(), NEW)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo("refusal.account.ownPassword"));
    }

    @Test
    void mustReplaceOneThatSomebodyElseKnowsBeforeAnythingElse() {
        String name = "u" + UUID.randomUUID().toString().substring(0, 12);
        fixture.as(fixture.admin(), () -> accounts.open(name, "张三", NEW, null, Set.of(Role.LEADER)));
        SignedIn first = accounts.loadUserByUsername(name);

        assertThat(first.mustChangePassword()).isTrue();
        assertThatThrownBy(() -> as(first, () -> caller.get())).isInstanceOf(AccessDeniedException.class);
        as(first, () -> accounts.changeOwnPassword(NEW, NEW + "x"));

        assertThat(first.mustChangePassword()).isFalse();
        assertThat(as(first, () -> caller.get())).isEqualTo(first.caller());
        assertThat(accounts.loadUserByUsername(name).mustChangePassword()).isFalse();
    }

    @Test
    void mustReplaceOneThatTheAdministratorSet() {
        Account staff = fixture.office().staff();
        fixture.as(fixture.admin(), () -> accounts.setPassword(staff.id(), NEW));
        assertThat(session(staff).mustChangePassword()).isTrue();
    }

    private SignedIn session(Account account) {
        return accounts.loadUserByUsername(account.username());
    }

    private void assertRefused(SignedIn session, String current, String next, String messageKey) {
        assertThatThrownBy(() -> as(session, () -> accounts.changeOwnPassword(current, next)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo(messageKey));
    }

    private static void as(SignedIn session, Runnable action) {
        as(session, () -> {
            action.run();
            return null;
        });
    }

    private static <T> T as(SignedIn session, Supplier<T> action) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(session, null));
        return action.get();
    }
}
