package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import org.duban.account.Accounts;
import org.duban.support.HttpDoor;
import org.duban.support.OnEveryDatabase;
import org.duban.ui.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;

/** What is shut, on the settings of production as well as on the others. */
@OnEveryDatabase
class ProductionTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Environment environment;

    @Autowired
    Accounts accounts;

    private MockMvc http;

    @BeforeEach
    void open() {
        http = HttpDoor.of(application);
    }

    @Test
    void keepsTheSessionInACookieThatNoScriptReads() {
        Session session = Binder.get(environment)
                .bind("server.servlet.session", Session.class)
                .get();
        assertThat(session.getCookie().getHttpOnly()).isTrue();
        assertThat(session.getCookie().getSameSite()).isEqualTo(SameSite.LAX);
        assertThat(session.getTrackingModes()).isEqualTo(Set.of(Session.SessionTrackingMode.COOKIE));
        if (environment.matchesProfiles("mysql")) {
            assertThat(session.getCookie().getSecure()).isTrue();
            // browsers take a cookie of that name from this very host over TLS alone
            assertThat(session.getCookie().getName()).startsWith("__Host-");
        }
    }

    @Test
    void tellsBrowsersToBeStrict() throws Exception {
        http.perform(get("/actuator/health").secure(true))
                .andExpect(header().string("Strict-Transport-Security", startsWith("max-age=")))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Permissions-Policy", containsString("camera=()")))
                .andExpect(header().string(ContentPolicy.HEADER, ContentPolicy.NO_SCRIPTS));
    }

    @Test
    void hasNoDemoAccounts() {
        for (String username : List.of("supervisor", "supervisor.ln", "leader", "staff.ndrc", "head.ndrc")) {
            assertThat(accounts.byUsernameAsSystem(username)).as(username).isEmpty();
        }
    }

    @Test
    void hasNoConsoleOfTheDatabase() throws Exception {
        assertThat(ClassUtils.isPresent(
                        "org.springframework.boot.h2console.autoconfigure.H2ConsoleAutoConfiguration", null))
                .isFalse();
        http.perform(get("/h2-console")).andExpect(redirectedUrl("/" + Routes.LOGIN));
    }

    @Test
    void tellsNothingOfItselfButWhetherItIsWell() throws Exception {
        http.perform(get("/actuator/health")).andExpect(status().isOk());
        assertThat(application.getBean(WebEndpointsSupplier.class).getEndpoints())
                .extracting(endpoint -> endpoint.getEndpointId().toString())
                .containsExactly("health");
    }
}
