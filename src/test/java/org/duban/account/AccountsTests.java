package org.duban.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.base.Refusal;
import org.duban.base.Slice;
import org.duban.support.Fixture;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

@OnEveryDatabase
class AccountsTests {

    private static final String PASSWORD = "Geheim-2026";

    @Autowired
    Fixture fixture;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder encoder;

    @Test
    void letsNobodyButTheSystemAdministratorManageAccounts() {
        Fixture.Office office = fixture.office();
        for (Account other : List.of(office.staff(), office.head(), fixture.supervisor(), fixture.leader())) {
            assertDenied(other, () -> accounts.open(name(), "张三", PASSWORD, null, Set.of(Role.LEADER)));
            assertDenied(other, () -> accounts.setEnabled(office.staff().id(), false));
            assertDenied(other, () -> accounts.setPassword(office.staff().id(), PASSWORD));
            assertDenied(other, () -> accounts.search("", "", 10));
        }
    }

    @Test
    void opensAnAccountThatCanSignIn() {
        String name = name();
        AccountId id = open("  " + name.toUpperCase() + " ", PASSWORD, Set.of(Role.SUPERVISOR, Role.LEADER));

        SignedIn signedIn = accounts.loadUserByUsername(name.toUpperCase());

        assertThat(signedIn.getUsername()).isEqualTo(name);
        assertThat(signedIn.caller()).isEqualTo(new Caller(id, "张三", null, Set.of(Role.SUPERVISOR, Role.LEADER)));
        assertThat(signedIn.isEnabled()).isTrue();
        assertThat(signedIn.getPassword()).startsWith("{bcrypt}");
        assertThat(encoder.matches(PASSWORD, signedIn.getPassword())).isTrue();
    }

    @Test
    void refusesAUserNameThatIsTakenInOtherLetters() {
        String name = name();
        open(name, PASSWORD, Set.of(Role.LEADER));

        assertRefused(() -> open(name.toUpperCase(), PASSWORD, Set.of(Role.LEADER)), "refusal.account.usernameTaken");
    }

    @Test
    void refusesIncompleteAccounts() {
        assertRefused(() -> open(" ", PASSWORD, Set.of(Role.LEADER)), "refusal.account.usernameMissing");
        assertRefused(() -> open("a b", PASSWORD, Set.of(Role.LEADER)), "refusal.account.usernameMalformed");
        assertRefused(() -> open(name(), PASSWORD, Set.of()), "refusal.account.roleMissing");
        assertRefused(() -> open(name(), PASSWORD, Set.of(Role.STAFF)), "refusal.account.departmentMissing");
        Account admin = fixture.admin();
        assertRefused(
                () -> fixture.as(admin, () -> accounts.open(name(), "", PASSWORD, null, Set.of(Role.LEADER))),
                "refusal.account.displayNameMissing");
    }

    @ParameterizedTest
    @CsvSource({
        "Ab3-xyz, passwordTooShort",
        "abcdefgh12, passwordTooSimple",
        "Wang.wu-2026, passwordHasUsername",
        "Aa1督办督办督办督办督办督办督办督办督办督办督办督办督办督办, passwordTooLong"
    })
    void refusesWeakPasswords(String password, String reason) {
        assertRefused(() -> open("wang.wu", password, Set.of(Role.LEADER)), "refusal.account." + reason);
    }

    @Test
    void generatesPasswordsThatItAccepts() {
        for (int i = 0; i < 100; i++) {
            Passwords.require("admin", Passwords.generate());
        }
        assertThat(Passwords.generate()).isNotEqualTo(Passwords.generate());
    }

    @Test
    void changesAPasswordUnderTheSameRules() {
        Account staff = fixture.office().staff();
        Account admin = fixture.admin();

        assertRefused(
                () -> fixture.as(admin, () -> accounts.setPassword(staff.id(), "short")),
                "refusal.account.passwordTooShort");
        fixture.as(admin, () -> accounts.setPassword(staff.id(), PASSWORD));

        assertThat(encoder.matches(
                        PASSWORD, accounts.loadUserByUsername(staff.username()).getPassword()))
                .isTrue();
    }

    @Test
    void disablesOthersButNeverTheOwnAccount() {
        Account staff = fixture.office().staff();
        Account admin = fixture.admin();

        fixture.as(admin, () -> accounts.setEnabled(staff.id(), false));

        assertThat(accounts.loadUserByUsername(staff.username()).isEnabled()).isFalse();
        assertRefused(
                () -> fixture.as(admin, () -> accounts.setEnabled(admin.id(), false)), "refusal.account.ownAccount");
        assertRefused(() -> fixture.as(admin, () -> accounts.setEnabled(new AccountId(1), false)), "refusal.notFound");
    }

    @Test
    void readsItsListPageByPage() {
        String family = UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 5; i++) {
            open(family + "_" + i, PASSWORD, Set.of(Role.LEADER));
        }
        Account admin = fixture.admin();
        List<String> read = new ArrayList<>();
        Slice<Account> page;
        String after = "";
        do {
            String from = after;
            page = fixture.as(admin, () -> accounts.search(family.toUpperCase() + "_", from, 2));
            page.rows().forEach(account -> read.add(account.username()));
            after = read.getLast();
        } while (page.more());

        assertThat(read).containsExactly(family + "_0", family + "_1", family + "_2", family + "_3", family + "_4");
    }

    @Test
    void knowsNoAccountUnderAnUnknownName() {
        assertThatThrownBy(() -> accounts.loadUserByUsername(name())).isInstanceOf(UsernameNotFoundException.class);
    }

    private AccountId open(String username, String password, Set<Role> roles) {
        return fixture.as(fixture.admin(), () -> accounts.open(username, "张三", password, null, roles));
    }

    private void assertDenied(Account account, Runnable action) {
        assertThatThrownBy(() -> fixture.as(account, action)).isInstanceOf(AccessDeniedException.class);
    }

    private static void assertRefused(Runnable action, String messageKey) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo(messageKey));
    }

    private static String name() {
        return "u" + UUID.randomUUID().toString().substring(0, 12);
    }
}
