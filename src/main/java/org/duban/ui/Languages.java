package org.duban.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The language that somebody has chosen in this browser. Chinese until then, whatever the browser prefers. */
final class Languages {

    static final String COOKIE = "duban-language";

    private Languages() {}

    static Locale chosenIn(VaadinRequest request) {
        return chosenIn(request == null ? null : request.getCookies());
    }

    /** @param cookies of the request, or {@code null} */
    static Locale chosenIn(Cookie[] cookies) {
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .anyMatch(cookie -> Messages.ENGLISH.toLanguageTag().equals(cookie.getValue()))
                ? Messages.ENGLISH
                : Messages.CHINESE;
    }

    /** Remembers the choice for a year, and speaks so to every page of the session from now on. */
    static void choose(Locale language) {
        Cookie cookie = new Cookie(COOKIE, language.toLanguageTag());
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        VaadinResponse.getCurrent().addCookie(cookie);
        VaadinSession session = VaadinSession.getCurrent();
        session.setLocale(language);
        session.getUIs().forEach(ui -> ui.setLocale(language));
    }
}
