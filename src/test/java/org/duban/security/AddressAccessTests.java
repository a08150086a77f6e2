package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.duban.account.Account;
import org.duban.base.Ids;
import org.duban.report.Attachments;
import org.duban.report.Samples;
import org.duban.support.Fixture;
import org.duban.support.HttpDoor;
import org.duban.support.IntegrationTest;
import org.duban.support.ReportFixture;
import org.duban.ui.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which address that is no page answers whom, such as a download. An address without a row here fails the build. */
@IntegrationTest
@Import(ReportFixture.class)
class AddressAccessTests {

    private static final String SIGN_IN = "login";

    private static final Map<String, String> TABLE = Map.of(
            //        nobody staff head fellow other-staff supervisor other-supervisor leader admin
            "/files/{id}", "login 200 200 200 404 200 404 200 404", "/error", "404 404 404 404 404 404 404 404 404");

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    ReportFixture reports;

    @Autowired
    Attachments attachments;

    private Map<String, Account> people;
    private MockMvc http;
    private String file;

    @BeforeEach
    void buildTheWorld(@Autowired WebApplicationContext context, @Autowired Fixture fixture) {
        http = HttpDoor.of(context);
        ReportFixture.Open world = reports.open();
        file = Ids.format(fixture.as(world.lead().staff(), () -> {
                    try {
                        return attachments.add(world.report(), "验收单.pdf", Samples.stream(Samples.PDF));
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .id());
        reports.submit(world.lead().staff(), world.report(), 20);
        people = reports.everybody(world);
    }

    @Test
    void noAddressIsForgotten() {
        List<String> addresses = new ArrayList<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach((mapped, method) -> {
            if (method.getBeanType().getPackageName().startsWith("org.duban")) {
                addresses.addAll(mapped.getPatternValues());
            }
        }));
        assertThat(addresses).containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    @Test
    void everybodyGetsWhatIsTheirsAndNothingElse() {
        SoftAssertions softly = new SoftAssertions();
        TABLE.forEach((address, answers) -> {
            String[] expected = answers.split(" ");
            assertThat(expected).as(address).hasSameSizeAs(people.keySet());
            int column = 0;
            for (Map.Entry<String, Account> person : people.entrySet()) {
                softly.assertThat(answer(person.getValue(), address.replace("{id}", file)))
                        .as(address + " to " + person.getKey())
                        .isEqualTo(expected[column++]);
            }
        });
        softly.assertAll();
    }

    private String answer(Account person, String address) {
        MockHttpServletRequestBuilder request = get(address);
        try {
            if (person != null) {
                request.session(signedIn(person));
            }
            var response = http.perform(request).andReturn().getResponse();
            String redirected = response.getRedirectedUrl();
            return ("/" + Routes.LOGIN).equals(redirected) ? SIGN_IN : String.valueOf(response.getStatus());
        } catch (Exception failed) {
            return failed.toString();
        }
    }

    private MockHttpSession signedIn(Account account) throws Exception {
        return (MockHttpSession) http.perform(post("/" + Routes.LOGIN)
                        .param("username", account.username())
                        .param("password", "test-password"))
                .andReturn()
                .getRequest()
                .getSession();
    }
}
