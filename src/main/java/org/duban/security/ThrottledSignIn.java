package org.duban.security;

import org.duban.account.Accounts;
import org.duban.account.SignInThrottle;
import org.duban.base.Refusal;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks a user name and its password, unless it was tried too often. What is checked takes as long for a name that has
 * no account, or a closed one: the parent compares a password there, too.
 */
@Component
class ThrottledSignIn extends DaoAuthenticationProvider {

    private final SignInThrottle throttle;
    private final KnownBrowsers browsers;

    ThrottledSignIn(Accounts accounts, PasswordEncoder encoder, SignInThrottle throttle) {
        super(accounts);
        setPasswordEncoder(encoder);
        setAlwaysPerformAdditionalChecksOnUser(true);
        this.throttle = throttle;
        this.browsers = new KnownBrowsers(accounts);
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        SignInThrottle.Try attempt = begin(authentication);
        try {
            Authentication signedIn = super.authenticate(authentication);
            attempt.takeBack();
            return signedIn;
        } catch (AuthenticationServiceException notChecked) {
            attempt.takeBack();
            throw notChecked;
        }
    }

    private SignInThrottle.Try begin(Authentication authentication) {
        String username = authentication.getName();
        SignInDetails from = (SignInDetails) authentication.getDetails();
        try {
            return browsers.knows(username, from.browserMark())
                    ? throttle.byKnownBrowser(username)
                    : throttle.byStranger(username, from.getRemoteAddress());
        } catch (Refusal refusal) {
            throw new TooManyTries(refusal);
        }
    }
}
