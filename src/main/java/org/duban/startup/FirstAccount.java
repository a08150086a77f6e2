package org.duban.startup;

import java.security.SecureRandom;
import java.util.Set;
import org.duban.account.Accounts;
import org.duban.account.Role;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Opens the administrator's account in a database that has none, so that somebody can open the others. */
@Component
class FirstAccount {

    static final String USERNAME = "admin";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 16;

    private final Accounts accounts;
    private final PasswordEncoder encoder;

    FirstAccount(Accounts accounts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.encoder = encoder;
    }

    /** The password is printed once and kept nowhere but as a hash. */
    void open() {
        if (!accounts.isEmpty()) {
            return;
        }
        String password = new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, index) -> text.append(LETTERS.charAt(index)), StringBuilder::append)
                .toString();
        accounts.openAsSystem(USERNAME, USERNAME, encoder.encode(password), null, Set.of(Role.SYSADMIN));
        System.out.printf(
                "%nFirst account: %s / %s (shown this once; change it after signing in)%n", USERNAME, password);
    }
}
