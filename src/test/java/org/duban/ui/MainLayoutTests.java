package org.duban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.mocks.MockResponse;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.support.Fixture;
import org.duban.support.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;

class MainLayoutTests extends ViewTest {

    @ParameterizedTest
    @EnumSource
    void offersEverybodyOnlyPagesThatOpen(Role role) {
        Fixture.Office office = fixture.office();
        signIn(fixture.account(
                "menu-" + role.name().toLowerCase(Locale.ROOT) + office.id().value(), office.id(), role));
        List<SideNavItem> entries = entries();
        assertThat(entries).isNotEmpty().allSatisfy(entry -> assertThat(open(entry.getPath()))
                .as(entry.getLabel())
                .isNotInstanceOf(ErrorPage.class));
    }

    @Test
    void hasNoInboxForThoseForWhomNothingEverWaits() {
        signIn(fixture.office().head());
        assertThat(labels()).contains("我的待办");
        signIn(fixture.supervisor());
        assertThat(labels()).contains("我的待办");
        signIn(fixture.leader());
        assertThat(labels()).contains("我的待办");
        signIn(fixture.admin());
        assertThat(labels()).doesNotContain("我的待办");
    }

    @Test
    void countsWhatWaits() {
        Fixture.Office office = fixture.office();
        signIn(office.staff());
        assertThat(inboxCount()).isEmpty();
        Account supervisor = fixture.supervisor();
        fixture.launch(
                supervisor,
                fixture.directive(supervisor, 3, new Fixture.Assigned(office, DutyRole.LEAD)),
                ReportingFrequency.MONTHLY,
                LocalDate.now().plusYears(1));
        signIn(office.staff());
        assertThat(inboxCount()).isEqualTo("3");
    }

    @Test
    void saysWhoIsSignedInForWhichDepartmentAndAsWhat() {
        Fixture.Office office = fixture.office();
        signIn(office.head());
        assertThat(find(Span.class).withClassName("user-menu-name").single().getText())
                .isEqualTo(office.head().displayName());
        assertThat(find(Span.class).withClassName("user-menu-post").single().getText())
                .isEqualTo(office.name() + " · 部门负责人");
    }

    @Test
    void speaksChineseUntilSomebodyChoosesEnglish() {
        assertThat(Languages.chosenIn(request(null))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Languages.chosenIn(request("xx"))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Languages.chosenIn(request("en"))).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void changesTheLanguageAtOnceAndForNextTime() {
        signIn(fixture.office().staff());
        assertThat(UI.getCurrent().getLocale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        LanguageSwitch change = new LanguageSwitch();
        assertThat(change.getText()).isEqualTo("English");
        UI.getCurrent().add(change);
        UI page = UI.getCurrent();
        MockResponse response = response();
        test(change).click();
        assertThat(page.getLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(response.getCookie(Languages.COOKIE).getValue()).isEqualTo("en");
    }

    private static MockResponse response() {
        ServletResponse response = (VaadinServletResponse) VaadinResponse.getCurrent();
        while (response instanceof ServletResponseWrapper wrapper) {
            response = wrapper.getResponse();
        }
        return (MockResponse) response;
    }

    private static VaadinRequest request(String language) {
        VaadinRequest request = Mockito.mock(VaadinRequest.class);
        Mockito.when(request.getCookies())
                .thenReturn(language == null ? null : new Cookie[] {new Cookie(Languages.COOKIE, language)});
        return request;
    }

    private List<SideNavItem> entries() {
        return find(SideNav.class).single().getItems();
    }

    private List<String> labels() {
        return entries().stream().map(SideNavItem::getLabel).toList();
    }

    /** Empty where no number is shown. */
    private String inboxCount() {
        return entries().getFirst().getSuffixComponent().isVisible()
                ? textOf(entries().getFirst().getSuffixComponent())
                : "";
    }
}
