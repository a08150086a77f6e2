package org.duban.account;

import java.util.List;
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
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who can sign in, and as what. Managed by the system administrator. */
@Service
public class Accounts implements UserDetailsService {

    private static final Pattern BLANK = Pattern.compile("\\s");

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final CurrentCaller caller;
    private final SignInThrottle throttle;
    private final ApplicationEventPublisher events;

    Accounts(
            AccountRepository accounts,
            PasswordEncoder encoder,
            CurrentCaller caller,
            SignInThrottle throttle,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.caller = caller;
        this.throttle = throttle;
        this.events = events;
    }

    /**
     * Opens an account. The user name loses outer blanks and is kept in small letters; the password must be changed at
     * the first sign-in.
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
        return insert(name, displayName, encoder.encode(password), true, department, roles);
    }

    /**
     * Opens an account of the demo, without anybody being signed in. Its accounts share one hash because hashing a
     * hundred times would take longer than the rest of the start, and all the world may know the password.
     *
     * @throws Refusal as {@link #open} does, except for the password
     */
    @Transactional
    public AccountId openAsSystem(
            String username, String displayName, String passwordHash, DepartmentId department, Set<Role> roles) {
        return insert(username, displayName, passwordHash, false, department, roles);
    }

    /**
     * Opens the system administrator's account that opens the others; its password must be changed at the first sign-in.
     *
     * @throws Refusal if the name is taken, as where two servers start at once on a new database
     */
    @Transactional
    public void openFirstAsSystem(String username, String password) {
        insert(username, username, encoder.encode(password), true, null, Set.of(Role.SYSADMIN));
    }

    private AccountId insert(
            String username,
            String displayName,
            String passwordHash,
            boolean temporary,
            DepartmentId department,
            Set<Role> roles) {
        String name = canonical(username);
        String shown = Words.required(displayName, 80, "refusal.account.displayNameMissing");
        checkRoles(department, roles);
        try {
            AccountId id = accounts.insert(name, shown, passwordHash, temporary, department, roles);
            events.publishEvent(new AccountOpened(id));
            return id;
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
     * @throws Refusal if there is no such account, it is the caller's own, it is the last one that can act for a
     *     department with open duties or supervise a directive under way, or something else waits for it alone
     * @see AccountClosing
     * @see PersonalWork
     * @see AccountOpened
     */
    @Transactional
    public void setEnabled(AccountId id, boolean enabled) {
        if (caller.require(Role.SYSADMIN).accountId().equals(id)) {
            throw new Refusal("refusal.account.ownAccount");
        }
        // held first: nothing is entrusted to an account, and nobody named to stand in, while it is being closed
        accounts.lock(List.of(id));
        Account account = accounts.find(id).orElseThrow(Refusal::notFound);
        if (account.enabled() && !enabled) {
            events.publishEvent(new AccountClosing(account));
        }
        accounts.setEnabled(id, enabled);
        if (!account.enabled() && enabled) {
            events.publishEvent(new AccountOpened(id));
        }
    }

    /**
     * Sets the password of somebody who has lost it. It must be changed at the next sign-in, and running sessions of the
     * account end with their next request.
     *
     * @throws Refusal if there is no such account, it is the caller's own, or the password is not {@linkplain Passwords
     *     accepted}
     */
    @Transactional
    public void setPassword(AccountId id, String password) {
        if (caller.require(Role.SYSADMIN).accountId().equals(id)) {
            throw new Refusal("refusal.account.ownPassword");
        }
        Account account = accounts.find(id).orElseThrow(Refusal::notFound);
        Passwords.require(account.username(), password);
        replacePassword(id, password, true, accounts.credentials(id).generation());
    }

    /**
     * Changes the caller's own password. Other sessions of the account end with their next request; this one goes on.
     *
     * @throws Refusal if the new password is not {@linkplain Passwords accepted} or the current one again, if the
     *     current one is wrong, or was so {@linkplain SignInThrottle too often}
     */
    @Transactional
    public void changeOwnPassword(String current, String next) {
        AccountId own = caller.evenWithTemporaryPassword().accountId();
        if (current == null || current.isEmpty()) {
            throw new Refusal("refusal.account.currentPasswordMissing");
        }
        Passwords.require(accounts.find(own).orElseThrow(Refusal::notFound).username(), next);
        Credentials credentials = accounts.credentials(own);
        SignInThrottle.Try attempt = throttle.byOwner(own);
        if (!encoder.matches(current, credentials.passwordHash())) {
            throw new Refusal("refusal.account.currentPasswordWrong");
        }
        attempt.takeBack();
        if (current.equals(next)) {
            throw new Refusal("refusal.account.passwordSame");
        }
        replacePassword(own, next, false, credentials.generation());
        caller.session().ifPresent(session -> afterCommit(() -> session.continueIn(credentials.generation() + 1)));
    }

    private void replacePassword(AccountId id, String password, boolean temporary, int expectedGeneration) {
        if (!accounts.setPassword(id, encoder.encode(password), temporary, expectedGeneration)) {
            throw Refusal.alreadyHandled();
        }
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
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

    /**
     * Whether a session still counts: its account is open, and has had no new password since but one set in this very
     * session. One read by key, cheap enough for every request; on several servers the only place that all see at once.
     */
    @Transactional(readOnly = true)
    public boolean stillCounts(SignedIn session) {
        return accounts.isCurrent(session.caller().accountId(), session.generation());
    }

    /**
     * What a browser keeps to show at the next sign-in that the account has signed in from it. It can't be made without
     * the hash of the password, and is void with the next one.
     */
    @Transactional(readOnly = true)
    public Optional<String> browserMarkAsSystem(String username) {
        return accounts.findByUsername(key(username))
                .map(account -> BrowserMark.of(
                        account.username(), accounts.credentials(account.id()).passwordHash()));
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

    /** As {@link #canonical}, of what anybody typed at the sign-in. */
    private static String key(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    @Transactional(readOnly = true)
    public SignedIn loadUserByUsername(String username) {
        return accounts.findByUsername(key(username))
                .map(account -> new SignedIn(account, accounts.credentials(account.id())))
                .orElseThrow(() -> new UsernameNotFoundException(username));
    }
}
