package org.duban.account;

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

    /** @throws AccessDeniedException if nobody is signed in on this thread */
    public Caller get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            return signedIn.caller();
        }
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new AccessDeniedException("Nobody is signed in");
    }

    /** The caller, who must have the role. @throws AccessDeniedException otherwise */
    public Caller require(Role role) {
        Caller caller = get();
        if (!caller.is(role)) {
            throw new AccessDeniedException("Needs role " + role);
        }
        return caller;
    }

    /** Runs the action as somebody else, for the demo story and for tests; no path from outside leads here. */
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
