package org.duban.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import org.duban.account.Accounts;
import org.duban.ui.Routes;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Marks a browser with each sign-in, so that wrong passwords of strangers do not stop the owner of the account there.
 * The mark opens nothing: the password is asked for all the same.
 */
class KnownBrowsers implements SessionAuthenticationStrategy {

    static final String COOKIE = "duban-browser";

    private static final Duration KEPT = Duration.ofDays(180);

    private final Accounts accounts;

    KnownBrowsers(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        accounts.browserMarkAsSystem(authentication.getName()).ifPresent(mark -> {
            Cookie cookie = new Cookie(COOKIE, mark);
            cookie.setPath(request.getContextPath() + "/" + Routes.LOGIN);
            cookie.setMaxAge((int) KEPT.toSeconds());
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Strict");
            response.addCookie(cookie);
        });
    }

    /** Whether the account has signed in, with its present password, from a browser that shows this. */
    boolean knows(String username, String mark) {
        return mark != null
                && accounts.browserMarkAsSystem(username)
                        .filter(expected -> MessageDigest.isEqual(
                                expected.getBytes(StandardCharsets.UTF_8), mark.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }
}
