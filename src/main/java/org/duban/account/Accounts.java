package org.duban.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.base.Refusal;
import org.duban.organisation.DepartmentId;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who can sign in, and as what. Managed by the system administrator. */
@Service
public class Accounts implements UserDetailsService {

    /** Shorter passwords are refused. */
    public static final int SHORTEST_PASSWORD = 8;

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final CurrentCaller caller;

    Accounts(AccountRepository accounts, PasswordEncoder encoder, CurrentCaller caller) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.caller = caller;
    }

    /**
     * Opens an account.
     *
     * @throws Refusal if the name is taken, the password is too short, no role is given, or a role of a department
     *     comes without a department
     */
    @Transactional
    public AccountId open(
            String username, String displayName, String password, DepartmentId department, Set<Role> roles) {
        caller.require(Role.SYSADMIN);
        if (password == null || password.length() < SHORTEST_PASSWORD) {
            throw new Refusal("refusal.account.passwordTooShort", SHORTEST_PASSWORD);
        }
        return openAsSystem(username, displayName, encoder.encode(password), department, roles);
    }

    /**
     * Opens an account without anybody being signed in: the first start, and the demo, whose accounts share one hash
     * because hashing a hundred times would take longer than the rest of the start.
     */
    @Transactional
    public AccountId openAsSystem(
            String username, String displayName, String passwordHash, DepartmentId department, Set<Role> roles) {
        if (username.isBlank() || displayName.isBlank()) {
            throw new Refusal("refusal.account.nameMissing");
        }
        if (roles.isEmpty()) {
            throw new Refusal("refusal.account.roleMissing");
        }
        if (department == null && (roles.contains(Role.STAFF) || roles.contains(Role.HEAD))) {
            throw new Refusal("refusal.account.departmentMissing");
        }
        if (accounts.findByUsername(username).isPresent()) {
            throw new Refusal("refusal.account.usernameTaken", username);
        }
        return accounts.insert(username, displayName, passwordHash, department, roles);
    }

    /** Lets an account sign in, or no longer; running sessions of a closed account end with their next request. */
    @Transactional
    public void setEnabled(AccountId id, boolean enabled) {
        if (caller.require(Role.SYSADMIN).accountId().equals(id)) {
            throw new Refusal("refusal.account.ownAccount");
        }
        accounts.setEnabled(id, enabled);
    }

    @Transactional
    public void setPassword(AccountId id, String password) {
        caller.require(Role.SYSADMIN);
        if (password == null || password.length() < SHORTEST_PASSWORD) {
            throw new Refusal("refusal.account.passwordTooShort", SHORTEST_PASSWORD);
        }
        accounts.setPasswordHash(id, encoder.encode(password));
    }

    /** Accounts whose name contains the text, by user name. */
    @Transactional(readOnly = true)
    public List<Account> search(String text, int offset, int limit) {
        caller.require(Role.SYSADMIN);
        return accounts.search(text, offset, limit);
    }

    @Transactional(readOnly = true)
    public Optional<Account> byUsername(String username) {
        return accounts.findByUsername(username);
    }

    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return accounts.isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public SignedIn loadUserByUsername(String username) {
        return accounts.findByUsername(username)
                .map(account -> new SignedIn(account, accounts.passwordHash(account.id())))
                .orElseThrow(() -> new UsernameNotFoundException(username));
    }
}
