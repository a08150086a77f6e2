package org.duban.security;

import org.duban.base.Refusal;
import org.springframework.security.core.AuthenticationException;

/** The password was not even looked at. */
class TooManyTries extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    TooManyTries(Refusal refusal) {
        super(refusal.getMessage(), refusal);
        this.refusal = refusal;
    }

    /** Says how long to wait. */
    Refusal refusal() {
        return refusal;
    }
}
