package org.duban.support;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.JsonConstants;
import java.util.List;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pages without a browser. A test signs in as an account of the {@link #fixture}, opens pages with {@code navigate(…)},
 * finds components with {@code find(…)} and uses them with {@code test(…)}. The language is Chinese.
 */
@IntegrationTest
@ViewPackages(packages = "org.duban")
public abstract class ViewTest extends SpringBrowserlessTest {

    @Autowired
    protected Fixture fixture;

    @Autowired
    private Accounts accounts;

    /** Opens a new browser window in which the account is signed in; what was open before is gone. */
    protected void signIn(Account account) {
        cleanVaadinEnvironment();
        SignedIn user = accounts.loadUserByUsername(account.username());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        initVaadinEnvironment();
    }

    /** Opens a new browser window in which nobody is signed in. */
    protected void openAsStranger() {
        cleanVaadinEnvironment();
        SecurityContextHolder.clearContext();
        initVaadinEnvironment();
    }

    @AfterEach
    void signOut() {
        // closes the window first: what was still to be told to it is read with its user's rights
        cleanVaadinEnvironment();
        SecurityContextHolder.clearContext();
    }

    /** Opens an address, as a link or the address bar would, and answers what is shown there. */
    protected Component open(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        return (Component) getCurrentView();
    }

    /** What others changed is shown, as far as it concerns the page that is open. */
    protected static void letChangesArrive() {
        VaadinSession session = UI.getCurrent().getSession();
        session.getService().runPendingAccessTasks(session);
    }

    /** Makes the window so wide, in CSS pixels, as by dragging its edge; before a page is opened or while it is open. */
    protected void resizeTo(int width) {
        UI ui = UI.getCurrent();
        ExtendedClientDetails details = mock(ExtendedClientDetails.class);
        when(details.getWindowInnerWidth()).thenReturn(width);
        ui.getInternals().setExtendedClientDetails(details);
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("event.w", width)
                .put("event.h", 800)
                .put(JsonConstants.EVENT_DATA_PHASE, DebouncePhase.TRAILING.getIdentifier());
        ui.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(ui.getElement(), "window-resize", data));
    }

    /** The address of the page that is shown, without a leading slash, with its query. */
    protected String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    /** A text in the language of the page. */
    protected String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    /** The texts of the notices that are shown. */
    protected List<String> notices() {
        return find(Notification.class).all().stream()
                .map(notice -> notice.getElement().getProperty("text", ""))
                .toList();
    }

    /** All text that the component shows. */
    protected static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
