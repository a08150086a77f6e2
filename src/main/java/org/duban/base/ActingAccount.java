package org.duban.base;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A principal that stands for an account: for modules on which the accounts depend, so that they can't ask for the caller.
 */
public interface ActingAccount {

    /** The account's identifier. @throws AccessDeniedException if it may do nothing now but change its password */
    long actingAccount();

    /**
     * The identifier of the account that is signed in on this thread.
     *
     * @param authority what it must have, such as {@code ROLE_SUPERVISOR}
     * @throws AccessDeniedException otherwise, and if nobody is signed in
     */
    static long requireAuthority(String authority) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof ActingAccount acting)
                || authentication.getAuthorities().stream().noneMatch(each -> authority.equals(each.getAuthority()))) {
            throw new AccessDeniedException("Needs " + authority);
        }
        return acting.actingAccount();
    }
}
