package org.duban.ui;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** The frame: product name, the pages that the caller may open, who is signed in, and for whom they stand in. */
@Layout
@PermitAll
class MainLayout extends AppLayout {

    private final Map<String, NavigationBadge> badges;
    private final Map<NavigationBadge, Span> counts = new HashMap<>();

    MainLayout(
            AuthenticationContext authentication,
            ObjectProvider<UserMenu> userMenu,
            ObjectProvider<ActingFor> actingFor,
            List<NavigationBadge> badges,
            LiveUpdates updates) {
        this.badges = badges.stream().collect(Collectors.toMap(NavigationBadge::route, Function.identity()));
        addClassName("main-layout");
        setI18n(ComponentTexts.appLayout());
        if (authentication.isAuthenticated()) {
            DrawerToggle toggle = new DrawerToggle();
            toggle.setAriaLabel(getTranslation("nav.toggle"));
            ActingFor acting = actingFor.getObject();
            addToNavbar(toggle, name(), acting, userMenu.getObject());
            addToDrawer(new Scroller(navigation()));
            updates.refreshOn(this, change -> true, () -> {
                acting.show();
                showCounts();
            });
        } else {
            addToNavbar(name());
            setDrawerOpened(false);
        }
    }

    private Div name() {
        Span text = new Span(getTranslation("app.name"));
        text.addClassName("product-text");
        Span claim = new Span(getTranslation("app.claim"));
        claim.addClassName("product-claim");
        Div name = new Div(new Seal(), text, claim);
        name.addClassName("product-name");
        return name;
    }

    private SideNav navigation() {
        SideNav navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", getTranslation("nav.label"));
        MenuConfiguration.getMenuEntries().stream()
                .map(this::item)
                .filter(Objects::nonNull)
                .forEach(navigation::addItem);
        return navigation;
    }

    /** {@code null} where the entry is not for the caller. */
    private SideNavItem item(MenuEntry entry) {
        String path = entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
        NavigationBadge badge = badges.get(path);
        OptionalInt count = badge == null ? OptionalInt.of(0) : badge.count();
        if (count.isEmpty()) {
            return null;
        }
        SideNavItem item = new SideNavItem(getTranslation(entry.title()), path);
        item.setMatchNested(!path.isEmpty());
        if (entry.icon() != null) {
            item.setPrefixComponent(new Icon(entry.icon()));
        }
        if (badge != null) {
            Span shown = new Span();
            shown.addClassName("nav-count");
            counts.put(badge, shown);
            item.setSuffixComponent(shown);
            show(shown, count.getAsInt());
        }
        return item;
    }

    private void showCounts() {
        counts.forEach((badge, shown) -> show(shown, badge.count().orElse(0)));
    }

    private static void show(Span shown, int count) {
        shown.setText(count > 99 ? "99+" : String.valueOf(count));
        shown.setVisible(count > 0);
        shown.getElement().setAttribute("aria-label", shown.getTranslation("nav.waiting", count));
    }
}
