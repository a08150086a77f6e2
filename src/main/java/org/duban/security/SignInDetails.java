package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.util.WebUtils;

/** Where a sign-in comes from: the address, and what the browser shows to be {@linkplain KnownBrowsers known} by. */
class SignInDetails extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;

    private final transient String browserMark;

    SignInDetails(HttpServletRequest request) {
        super(request);
        var cookie = WebUtils.getCookie(request, KnownBrowsers.COOKIE);
        this.browserMark = cookie == null ? null : cookie.getValue();
    }

    /** {@code null} if it shows nothing. */
    String browserMark() {
        return browserMark;
    }
}
