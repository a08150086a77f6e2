package org.duban.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.duban.base.WorkChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open pages of changes after their commit. A page reads again with its own user's rights; nothing of the change
 * itself travels.
 */
@org.springframework.stereotype.Component
public class LiveUpdates {

    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);

    /** @param told whether a refresh waits already: a burst of changes refreshes a page once */
    private record Listener(UI ui, Predicate<WorkChanged> concerned, Runnable refresh, AtomicBoolean told) {}

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ExecutorService messenger = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("live-updates").daemon().factory());

    /** Runs {@code refresh} in the page's UI after each change that concerns it, for as long as it is attached. */
    public void refreshOn(Component page, Predicate<WorkChanged> concerned, Runnable refresh) {
        page.addAttachListener(attached -> {
            Listener listener = new Listener(attached.getUI(), concerned, refresh, new AtomicBoolean());
            listeners.add(listener);
            page.addDetachListener(detached -> {
                detached.unregisterListener();
                listeners.remove(listener);
            });
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(WorkChanged change) {
        if (!listeners.isEmpty()) {
            messenger.execute(() -> listeners.stream()
                    .filter(listener -> listener.concerned().test(change))
                    .forEach(LiveUpdates::tell));
        }
    }

    private static void tell(Listener listener) {
        if (!listener.told().compareAndSet(false, true)) {
            return;
        }
        try {
            listener.ui().access(() -> {
                listener.told().set(false);
                listener.refresh().run();
            });
        } catch (UIDetachedException gone) {
            LOG.debug("A page was closed before a change reached it");
        }
    }

    @PreDestroy
    void stop() {
        messenger.shutdownNow();
    }
}
