package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.duban.ui.LiveUpdates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refreshes open pages every so often, about things of which no event tells: a job may fail on any node. Goes out from
 * the server, so that a page that is left open does not keep anybody signed in; one whose session ended is signed out.
 */
@org.springframework.stereotype.Component
class Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private static final Duration EVERY = Duration.ofSeconds(20);

    private record Page(UI ui, Runnable refresh) {}

    private final Set<Page> pages = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pulse").daemon().factory());

    private final LiveUpdates updates;

    Pulse(LiveUpdates updates) {
        this.updates = updates;
        heart.scheduleWithFixedDelay(this::beat, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** Runs {@code refresh} in the component's UI for as long as it is attached. */
    void refresh(Component component, Runnable refresh) {
        component.addAttachListener(attached -> {
            Page page = new Page(attached.getUI(), updates.whileSignedIn(attached.getUI(), refresh));
            pages.add(page);
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                pages.remove(page);
            });
        });
    }

    void beat() {
        pages.forEach(page -> {
            try {
                page.ui().access(page.refresh()::run);
            } catch (UIDetachedException gone) {
                LOG.debug("A page was closed before the pulse reached it");
            }
        });
    }

    @PreDestroy
    void stop() {
        heart.shutdownNow();
    }
}
