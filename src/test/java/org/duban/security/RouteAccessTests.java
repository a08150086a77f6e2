package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.duban.account.Account;
import org.duban.support.ReportFixture;
import org.duban.support.ViewTest;
import org.duban.ui.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Which page opens for whom, address by address. A page without a row here fails the build. */
@Import(ReportFixture.class)
class RouteAccessTests extends ViewTest {

    private static final String OPENS = "ok";

    /** As if there were none. */
    private static final String NOT_FOUND = "-";

    private static final String SIGN_IN = "login";

    /**
     * What the address shows, or where it leads on; of addresses with an identifier, that of a thing in which its
     * department, its fellow department and its supervisor have part.
     */
    private static final Map<String, String> TABLE = new LinkedHashMap<>();

    static {
        //               nobody staff head fellow other-staff supervisor other-supervisor leader admin
        row(Routes.LOGIN, "       ok    >  >  >  >  >  >  >overdue >accounts");
        row(Routes.INBOX, "       login ok ok ok ok ok ok >overdue >accounts");
        row(Routes.NEW_PASSWORD, "login >  >  >  >  >  >  >overdue >accounts");
        row(Routes.TASKS, "       login ok ok ok ok ok ok ok       -");
        row(Routes.TASK, "        login ok ok ok -  ok -  ok       -");
        row(Routes.REPORT, "      login ok ok ok -  ok -  ok       -");
        // nobody is asked for a contribution here; who sees one that there is, ServiceAccessTests asks
        row(Routes.CONTRIBUTION, "-     -  -  -  -  -  -  -        -");
        row(Routes.REVIEWS, "     login -  -  -  -  ok ok -        -");
        row(Routes.OVERDUE, "     login -  -  -  -  ok ok ok       -");
        row(Routes.SCORES, "      login ok ok ok ok ok ok ok       -");
        row(Routes.DIRECTIVES, "  login -  -  -  -  ok ok ok       -");
        row(Routes.DIRECTIVE, "   login -  -  -  -  ok -  ok       -");
        row(Routes.IMPORT, "      login -  -  -  -  ok ok -        -");
        row(Routes.TABLE, "       login -  -  -  -  ok -  -        -");
        row(Routes.ACCOUNTS, "    login -  -  -  -  -  -  -        ok");
        row(Routes.CALENDAR, "    login -  -  -  -  -  -  -        ok");
        row(Routes.RULES, "       login -  -  -  -  -  -  -        ok");
        row(Routes.WATCHDOG, "    login -  -  -  -  -  -  -        ok");
    }

    @Autowired
    ReportFixture reports;

    private ReportFixture.Open world;
    private Map<String, Account> people;

    @BeforeEach
    void buildTheWorld() {
        world = reports.open();
        reports.submit(world.lead().staff(), world.report(), 20);
        people = reports.everybody(world);
    }

    @Test
    void noPageIsForgotten() {
        assertThat(pages().keySet()).containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    @Test
    void everybodyOpensWhatIsTheirsAndNothingElse() {
        SoftAssertions softly = new SoftAssertions();
        Map<String, Class<? extends Component>> pages = pages();
        TABLE.forEach((route, answers) -> {
            String[] expected = answers.strip().split("\\s+");
            assertThat(expected).as(route).hasSameSizeAs(people.keySet());
            int column = 0;
            for (Map.Entry<String, Account> person : people.entrySet()) {
                softly.assertThat(answer(person.getValue(), route, pages.get(route)))
                        .as("/" + route + " to " + person.getKey())
                        .isEqualTo(expected[column++]);
            }
        });
        softly.assertAll();
    }

    private String answer(Account person, String route, Class<? extends Component> page) {
        if (person == null) {
            openAsStranger();
        } else {
            signIn(person);
        }
        Component shown = open(route.replace(":id", id(route)));
        if (page.isInstance(shown)) {
            return OPENS;
        }
        if (shown instanceof LoginView) {
            return SIGN_IN;
        }
        return textOf(shown).contains(text("error.notFound.title")) ? NOT_FOUND : ">" + address();
    }

    private String id(String route) {
        return switch (route) {
            case Routes.TASK -> lastPart(Routes.task(world.task().value()));
            case Routes.REPORT -> lastPart(Routes.report(world.report().value()));
            case Routes.DIRECTIVE, Routes.TABLE ->
                lastPart(Routes.directive(world.directive().value()));
            default -> "";
        };
    }

    private static String lastPart(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static Map<String, Class<? extends Component>> pages() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .collect(Collectors.toMap(RouteData::getTemplate, RouteData::getNavigationTarget));
    }

    private static void row(String route, String answers) {
        TABLE.put(route, answers);
    }
}
