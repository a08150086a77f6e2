package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.duban.ui.Routes;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Leads back to the sign-in page, which shows the user name again, and how long to wait after too many tries. Nothing
 * else of the attempt is kept.
 */
class RefusedSignIn implements AuthenticationFailureHandler {

    static final String USERNAME = RefusedSignIn.class.getName() + ".username";
    static final String REFUSAL = RefusedSignIn.class.getName() + ".refusal";

    private static final int LONGEST_NAME = 60;

    private final RedirectStrategy redirect = new DefaultRedirectStrategy();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        request.getSession().setAttribute(USERNAME, shortened(request.getParameter("username")));
        if (refused instanceof TooManyTries tooMany) {
            request.getSession().setAttribute(REFUSAL, tooMany.refusal());
        }
        redirect.sendRedirect(request, response, "/" + Routes.LOGIN + "?error");
    }

    private static String shortened(String name) {
        return name == null ? "" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
