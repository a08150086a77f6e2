package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.duban.ui.Routes;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the sign-in page, which shows the user name again. Nothing else of the attempt is kept. */
class RefusedSignIn implements AuthenticationFailureHandler {

    static final String USERNAME = RefusedSignIn.class.getName() + ".username";

    private final RedirectStrategy redirect = new DefaultRedirectStrategy();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        request.getSession().setAttribute(USERNAME, request.getParameter("username"));
        redirect.sendRedirect(request, response, "/" + Routes.LOGIN + "?error");
    }
}
