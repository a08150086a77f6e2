package org.duban.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * The way on which the reader of a window came to its page, so that they find back to the list they left, with the filter
 * that it had. A page of the navigation begins it anew.
 */
final class Trail implements Serializable {

    private static final long serialVersionUID = 1L;

    /** @param address with its query */
    record Stop(String path, String address, String title) implements Serializable {}

    private final ArrayDeque<Stop> stops = new ArrayDeque<>();

    private Trail() {}

    /** Begins to follow the window. */
    static void follow(UI ui) {
        Trail trail = new Trail();
        ComponentUtil.setData(ui, Trail.class, trail);
        ui.addAfterNavigationListener(trail::arrived);
    }

    /** The page before the one that is shown. */
    static Optional<Stop> before() {
        return stops().stream().skip(1).findFirst();
    }

    /** The page that is shown or, in place of an error, the one that was shown last. */
    static Optional<Stop> last() {
        return stops().stream().findFirst();
    }

    private static Deque<Stop> stops() {
        Trail trail = ComponentUtil.getData(UI.getCurrent(), Trail.class);
        return trail == null ? new ArrayDeque<>() : trail.stops;
    }

    private void arrived(AfterNavigationEvent event) {
        if (!(event.getActiveChain().getFirst() instanceof Component page) || page instanceof ErrorPage) {
            return;
        }
        // for an unknown address the framework first shows a placeholder of its own, to which nobody wants back
        if (!(page instanceof HasDynamicTitle titled)) {
            return;
        }
        String path = event.getLocation().getPath();
        if (page.getClass().isAnnotationPresent(Menu.class)) {
            stops.clear();
        } else if (stops.stream().anyMatch(stop -> stop.path().equals(path))) {
            returnTo(path);
        }
        stops.push(new Stop(path, event.getLocation().getPathWithQueryParameters(), titled.getPageTitle()));
    }

    /** Forgets the stop itself, too, and all behind it. */
    private void returnTo(String path) {
        Iterator<Stop> latestFirst = stops.iterator();
        boolean found = false;
        while (!found) {
            found = latestFirst.next().path().equals(path);
            latestFirst.remove();
        }
    }
}
