package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.base.Refusal;
import org.duban.support.Fixture;
import org.duban.support.HttpDoor;
import org.duban.support.IntegrationTest;
import org.duban.ui.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.ServletForwardingController;

/** Who gets in, over HTTP. */
@IntegrationTest
class DoorTests {

    private static final String SIGN_IN = "/" + Routes.LOGIN;

    @Autowired
    Fixture fixture;

    @Autowired
    Accounts accounts;

    @Autowired
    List<HandlerMapping> mappings;

    MockMvc http;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        http = HttpDoor.of(context);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/" + Routes.TASKS,
                "/tasks/0123456789ABC",
                "/reports/0123456789ABC",
                "/" + Routes.REVIEWS,
                "/" + Routes.OVERDUE,
                "/" + Routes.DIRECTIVES,
                "/directives/0123456789ABC",
                "/" + Routes.ACCOUNTS,
                "/files/0123456789ABC",
                "/no-such-page"
            })
    void sendsStrangersToTheSignIn(String address) throws Exception {
        http.perform(get(address))
                .andExpect(redirectedUrl(SIGN_IN))
                .andExpect(content().string(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/h2-console",
                "/engine-rest",
                "/engine-rest/engine",
                "/camunda",
                "/camunda/app/admin/default/setup",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/swagger-ui/index.html"
            })
    void hasNoSideDoors(String address) throws Exception {
        http.perform(get(address))
                .andExpect(redirectedUrl(SIGN_IN))
                .andExpect(content().string(""));
        assertThat(whatAnswers(address)).isInstanceOf(ServletForwardingController.class);
    }

    /** Vaadin's frame is behind every address of nothing else, and says in it that there is no such page. */
    private Object whatAnswers(String address) throws Exception {
        for (HandlerMapping mapping : mappings) {
            HandlerExecutionChain handler = mapping.getHandler(new MockHttpServletRequest("GET", address));
            if (handler != null) {
                return handler.getHandler();
            }
        }
        return null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness"})
    void tellsEverybodyItsHealth(String address) throws Exception {
        http.perform(get(address)).andExpect(status().isOk());
    }

    @Test
    void tellsOnlyTheAdministratorWhatIsBehindItsHealth() throws Exception {
        for (Account account : List.of(fixture.leader(), fixture.supervisor())) {
            http.perform(get("/actuator/health").session(signedIn(account)))
                    .andExpect(jsonPath("$.status").value("UP"))
                    .andExpect(jsonPath("$.components").doesNotExist());
        }
        http.perform(get("/actuator/health")).andExpect(jsonPath("$.components").doesNotExist());
        http.perform(get("/actuator/health").session(signedIn(fixture.admin())))
                .andExpect(jsonPath("$.components.work.details.failedJobs").isNumber());
    }

    @Test
    void letsAnAccountInUnderANewSessionAndBackToThePageItWanted() throws Exception {
        MockHttpSession before = (MockHttpSession)
                http.perform(get("/tasks").queryParam("light", "RED").accept("text/html"))
                        .andReturn()
                        .getRequest()
                        .getSession();
        String strangersId = before.getId();
        MvcResult result = signIn(fixture.office().staff().username(), "test-password", before);
        assertThat(result.getResponse().getRedirectedUrl()).endsWith("/tasks?light=RED");
        assertThat(result.getRequest().getSession().getId()).isNotEqualTo(strangersId);
    }

    @Test
    void keepsNothingOfARefusedSignInButTheName() throws Exception {
        MvcResult refused = signIn("nobody", "wrong", new MockHttpSession());
        assertThat(refused.getResponse().getRedirectedUrl()).isEqualTo(SIGN_IN + "?error");
        HttpSession session = refused.getRequest().getSession();
        assertThat(Collections.list(session.getAttributeNames())).containsExactly(RefusedSignIn.USERNAME);
        assertThat(session.getAttribute(RefusedSignIn.USERNAME)).isEqualTo("nobody");
    }

    @Test
    void refusesAWrongPasswordAndAClosedAccountAlike() throws Exception {
        Account staff = fixture.office().staff();
        String wrong = signIn(staff.username(), "wrong", new MockHttpSession())
                .getResponse()
                .getRedirectedUrl();
        close(staff);
        assertThat(signIn(staff.username(), "test-password", new MockHttpSession())
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(wrong);
    }

    @Test
    void putsAClosedAccountOutWithItsNextRequest() throws Exception {
        Account staff = fixture.office().staff();
        MockHttpSession session = signedIn(staff);
        http.perform(get("/actuator/health").session(session)).andExpect(status().isOk());
        close(staff);
        http.perform(get("/").session(session)).andExpect(redirectedUrl(SIGN_IN));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void putsTheOtherSessionsOutWithTheirNextRequestAfterANewPassword() throws Exception {
        Account staff = fixture.office().staff();
        MockHttpSession here = signedIn(staff);
        MockHttpSession elsewhere = signedIn(staff);
        SecurityContext context =
                (SecurityContext) here.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        SecurityContextHolder.setContext(context);
        accounts.changeOwnPassword("test-password", "Grey-Harbour-71");
        SecurityContextHolder.clearContext();

        http.perform(get("/actuator/health").session(here)).andExpect(status().isOk());
        http.perform(get("/").session(elsewhere)).andExpect(redirectedUrl(SIGN_IN));
        assertThat(here.isInvalid()).isFalse();
        assertThat(elsewhere.isInvalid()).isTrue();
    }

    @Test
    void saysHowLongToWaitAfterTooManyWrongPasswordsWhoeverTheNameBelongsTo() throws Exception {
        for (String name : List.of(fixture.office().staff().username(), "nobody-" + UUID.randomUUID())) {
            for (int i = 0; i < 5; i++) {
                assertThat(waiting(signIn(name, "wrong", new MockHttpSession())))
                        .isNull();
            }
            assertThat(waiting(signIn(name, "test-password", new MockHttpSession())))
                    .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                    .extracting(Refusal::messageKey)
                    .isEqualTo("refusal.account.tooManyTries");
        }
    }

    @Test
    void letsTheOwnerInFromAKnownBrowserWhileStrangersAreRefused() throws Exception {
        Account staff = fixture.office().staff();
        Cookie browser = signIn(staff.username(), "test-password", new MockHttpSession())
                .getResponse()
                .getCookie(KnownBrowsers.COOKIE);
        for (int i = 0; i < 5; i++) {
            signIn(staff.username(), "wrong", new MockHttpSession());
        }
        assertThat(waiting(signIn(staff.username(), "test-password", new MockHttpSession())))
                .isNotNull();
        Cookie forged = new Cookie(KnownBrowsers.COOKIE, "x" + browser.getValue());
        assertThat(waiting(signIn(staff.username(), "test-password", new MockHttpSession(), forged)))
                .isNotNull();

        MvcResult known = signIn(staff.username(), "test-password", new MockHttpSession(), browser);
        assertThat(known.getResponse().getRedirectedUrl()).doesNotContain("error");
        assertThat(browser.isHttpOnly()).isTrue();
    }

    private static Object waiting(MvcResult refused) {
        return refused.getRequest().getSession().getAttribute(RefusedSignIn.REFUSAL);
    }

    @Test
    void forbidsFramesAndGuessedContentTypes() throws Exception {
        http.perform(get("/actuator/health"))
                .andExpect(header().exists("X-Frame-Options"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    private void close(Account account) {
        fixture.as(fixture.admin(), () -> accounts.setEnabled(account.id(), false));
    }

    private MockHttpSession signedIn(Account account) throws Exception {
        return (MockHttpSession) signIn(account.username(), "test-password", new MockHttpSession())
                .getRequest()
                .getSession();
    }

    private MvcResult signIn(String username, String password, MockHttpSession session, Cookie... cookies)
            throws Exception {
        MockHttpServletRequestBuilder request = post(SIGN_IN).session(session);
        if (cookies.length > 0) {
            request.cookie(cookies);
        }
        return http.perform(request.param("username", username).param("password", password))
                .andExpect(status().isFound())
                .andReturn();
    }
}
