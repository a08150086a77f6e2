package org.duban.account;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells services on whose behalf they act. Threads of the engine have no caller: what they call must not ask. */
@Component
public class CurrentCaller {

    private final LentAuthority lent;

    CurrentCaller(LentAuthority lent) {
        this.lent = lent;
    }

    /**
     * The caller, with the authority of those for whom they stand in at this moment.
     *
     * @throws AccessDeniedException if nobody is signed in on this thread, or with a password that must be changed
     */
    public Caller get() {
        if (session().filter(SignedIn::mustChangePassword).isPresent()) {
            throw new AccessDeniedException("The password must be changed first");
        }
        return lent.with(evenWithTemporaryPassword());
    }

    /** The session of whoever is signed in on this thread; empty for strangers, and where somebody is acted for. */
    public Optional<SignedIn> session() {
        return principal(SignedIn.class);
    }

    /** For changing the password. @throws AccessDeniedException if nobody is signed in on this thread */
    Caller evenWithTemporaryPassword() {
        return session()
                .map(SignedIn::caller)
                .or(() -> principal(Caller.class))
                .orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    private static <T> Optional<T> principal(Class<T> type) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /**
     * The caller, who must have the role, own or lent. What follows in this transaction is done in it.
     *
     * @throws AccessDeniedException otherwise
     */
    public Caller require(Role role) {
        Caller caller = get();
        if (!caller.is(role)) {
            throw new AccessDeniedException("Needs role " + role);
        }
        Capacity.is(role);
        return caller;
    }

    /**
     * What follows in this transaction is done for somebody who lends the caller a role that the caller holds, too; until
     * a role is required again.
     */
    public void actFor(AccountId absent) {
        Capacity.isFor(absent);
    }

    /** For whom {@linkplain #actFor it was said} that the caller acts. */
    public Optional<AccountId> behalf() {
        return Capacity.behalf();
    }

    /** The role that was last {@linkplain #require required} in this transaction; empty where none was. */
    public Optional<Role> capacity() {
        return Capacity.current();
    }

    /** Runs the action as somebody else: what somebody began and goes on in the background, the demo story, and tests. */
    public static <T> T runAs(Caller caller, Supplier<T> action) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(caller, null, SignedIn.authorities(caller)));
        SecurityContextHolder.setContext(context);
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
