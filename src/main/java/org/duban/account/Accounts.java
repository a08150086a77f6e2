package org.duban.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.duban.base.Refusal;
import org.duban.base.Slice;
import org.duban.base.Words;
import org.duban.organisation.DepartmentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who can sign in, and as what. Managed by the system administrator. */
@Service
public class Accounts implements UserDetailsService {

    private static final Pattern BLANK = Pattern.compile("\\s");

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    Accounts(
            AccountRepository accounts,
            PasswordEncoder encoder,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.caller = caller;
        this.events = events;
    }

    /**
     * Opens an account. The user name loses outer blanks and is kept in small letters.
     *
     * @throws Refusal if a name is missing, malformed, too long or taken, the password is not {@linkplain Passwords
     *     accepted}, no role is given, or a role of a department comes without a department
     */
    @Transactional
    public AccountId open(
            String username, String displayName, String password, DepartmentId department, Set<Role> roles) {
        caller.require(Role.SYSADMIN);
        String name = canonical(username);
        if (BLANK.matcher(name).find()) {
            throw new Refusal("refusal.account.usernameMalformed");
        }
        checkRoles(department, roles);
        Passwords.require(name, password);
        return openAsSystem(name, displayName, encoder.encode(password), department, roles);
    }

    /**
     * Opens an account without anybody being signed in: the first start, and the demo, whose accounts share one hash
     * because hashing a hundred times would take longer than the rest of the start.
     *
     * @throws Refusal as {@link #open} does, except for the password
     */
    @Transactional
    public AccountId openAsSystem(
            String username, String displayName, String passwordHash, DepartmentId department, Set<Role> roles) {
        String name = canonical(username);
        String shown = Words.required(displayName, 80, "refusal.account.displayNameMissing");
        checkRoles(department, roles);
        try {
            return accounts.insert(name, shown, passwordHash, department, roles);
        } catch (DuplicateKeyException taken) {
            throw new Refusal("refusal.account.usernameTaken", name);
        }
    }

    private static void checkRoles(DepartmentId department, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new Refusal("refusal.account.roleMissing");
        }
        if (department == null && (roles.contains(Role.STAFF) || roles.contains(Role.HEAD))) {
            throw new Refusal("refusal.account.departmentMissing");
        }
    }

    /**
     * Lets an account sign in, or no longer; running sessions of a closed account end with their next request.
     *
     * @throws Refusal if there is no such account, it is the caller's own, or it is the last one that can act for a
     *     department with open duties or supervise a directive under way
     * @see AccountClosing
     */
    @Transactional
    public void setEnabled(AccountId id, boolean enabled) {
        if (caller.require(Role.SYSADMIN).accountId().equals(id)) {
            throw new Refusal("refusal.account.ownAccount");
        }
        Account account = accounts.find(id).orElseThrow(Refusal::notFound);
        if (account.enabled() && !enabled) {
            events.publishEvent(new AccountClosing(account));
        }
        accounts.setEnabled(id, enabled);
    }

    /** @throws Refusal if there is no such account, or the password is not {@linkplain Passwords accepted} */
    @Transactional
    public void setPassword(AccountId id, String password) {
        caller.require(Role.SYSADMIN);
        Passwords.require(accounts.find(id).orElseThrow(Refusal::notFound).username(), password);
        accounts.setPasswordHash(id, encoder.encode(password));
    }

    /**
     * Accounts whose names, or whose department's name, contain the text, in order of user name.
     *
     * @param afterUsername where the page starts; empty for the first page
     */
    @Transactional(readOnly = true)
    public Slice<Account> search(String text, String afterUsername, int limit) {
        caller.require(Role.SYSADMIN);
        return Slice.of(accounts.search(text, afterUsername, limit + 1), limit);
    }

    /** For the first start and the demo, without a caller. */
    @Transactional(readOnly = true)
    public Optional<Account> byUsernameAsSystem(String username) {
        return accounts.findByUsername(username);
    }

    /** Whether the account may be used right now; cheap enough for every request. */
    @Transactional(readOnly = true)
    public boolean isEnabled(AccountId id) {
        return accounts.isEnabled(id);
    }

    /** Whether nobody could sign in: the first start. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return accounts.isEmpty();
    }

    /** The form in which user names are kept, so that nobody can be taken for somebody else by a capital letter. */
    private static String canonical(String username) {
        return Words.required(username, 60, "refusal.account.usernameMissing").toLowerCase(Locale.ROOT);
    }

    @Override
    @Transactional(readOnly = true)
    public SignedIn loadUserByUsername(String username) {
        return accounts.findByUsername(username.strip().toLowerCase(Locale.ROOT))
                .map(account -> new SignedIn(account, accounts.passwordHash(account.id())))
                .orElseThrow(() -> new UsernameNotFoundException(username));
    }
}
