package org.duban.account;

import java.util.Collection;
import java.util.List;
import org.duban.base.ActingAccount;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The principal of a session: the caller, and the password's hash until the sign-in is over. It counts for one
 * generation of the account's sessions; only the session that changes the password itself goes over into the next.
 */
public final class SignedIn implements UserDetails, CredentialsContainer, ActingAccount {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final String username;
    private final boolean enabled;
    private String passwordHash;
    private volatile int generation;
    private volatile boolean passwordTemporary;

    SignedIn(Account account, Credentials credentials) {
        this.caller = account.asCaller();
        this.username = account.username();
        this.enabled = account.enabled();
        this.passwordHash = credentials.passwordHash();
        this.generation = credentials.generation();
        this.passwordTemporary = credentials.temporary();
    }

    public Caller caller() {
        return caller;
    }

    /** Whether nothing may be done in this session but to change the password, because somebody else knows it. */
    public boolean mustChangePassword() {
        return passwordTemporary;
    }

    @Override
    public long actingAccount() {
        if (passwordTemporary) {
            throw new AccessDeniedException("The password must be changed first");
        }
        return caller.actingAccount();
    }

    int generation() {
        return generation;
    }

    /** The password was changed in this session. */
    void continueIn(int nextGeneration) {
        generation = nextGeneration;
        passwordTemporary = false;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities(caller);
    }

    static List<SimpleGrantedAuthority> authorities(Caller caller) {
        return caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
