package org.duban.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.duban.account.AccountClosing;
import org.duban.account.AccountOpened;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.account.SignedIn;
import org.duban.account.SubstitutionsChanged;
import org.duban.base.OtherNodes;
import org.duban.base.WorkChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open pages of changes after their commit, on this node and, where there are several, on the others. A page reads
 * again with its own user's rights; nothing of the change itself travels. A page whose session ended meanwhile,
 * because the account was closed or has a new password, is signed out instead.
 */
public class LiveUpdates {

    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);

    private record Listener(Predicate<WorkChanged> concerned, Calm refresh) {}

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    /** How many changes were heard of. */
    private final AtomicLong changes = new AtomicLong();

    private final AtomicBoolean asksOtherNodes = new AtomicBoolean();
    private final Accounts accounts;
    private final CurrentCaller caller;
    private final Optional<OtherNodes> otherNodes;
    private final Executor threads;
    private final Executor afterPause;

    /**
     * @param otherNodes empty where this is the only node
     * @param afterPause does what it is given when the time is over in which a page is refreshed once at most, and the
     *     other nodes are asked once
     */
    LiveUpdates(
            Accounts accounts,
            CurrentCaller caller,
            Optional<OtherNodes> otherNodes,
            Executor threads,
            Executor afterPause) {
        this.accounts = accounts;
        this.caller = caller;
        this.otherNodes = otherNodes;
        this.threads = threads;
        this.afterPause = afterPause;
    }

    /**
     * Runs {@code refresh} in the page's UI after changes that concern it, for as long as it is attached. To be called
     * before the page reads what it shows: what is changed between that and its attachment is not missed.
     */
    public void refreshOn(Component page, Predicate<WorkChanged> concerned, Runnable refresh) {
        AtomicLong seen = new AtomicLong(changes.get());
        page.addAttachListener(attached -> {
            Listener listener = new Listener(concerned, calm(attached.getUI(), refresh));
            listeners.add(listener);
            if (seen.get() != changes.get()) {
                listener.refresh().ask();
            }
            askOtherNodesWhilePagesAreOpen();
            page.addDetachListener(detached -> {
                detached.unregisterListener();
                listeners.remove(listener);
                seen.set(changes.get());
            });
        });
    }

    private Calm calm(UI ui, Runnable refresh) {
        Runnable reading = whileSignedIn(ui, refresh);
        return new Calm(reading, task -> threads.execute(() -> access(ui, task)), afterPause);
    }

    /** Does {@code refresh} as long as the session counts in which the page was opened; then signs the page out. */
    public Runnable whileSignedIn(UI ui, Runnable refresh) {
        Optional<SignedIn> reader = caller.session();
        return () -> refresh(ui, reader, refresh);
    }

    private static void access(UI ui, Runnable task) {
        try {
            ui.access(task::run);
        } catch (UIDetachedException gone) {
            LOG.debug("A page was closed before a change reached it");
        }
    }

    private void refresh(UI ui, Optional<SignedIn> reader, Runnable refresh) {
        if (ui.isClosing()) {
            return;
        }
        if (reader.isPresent() && accounts.stillCounts(reader.get())) {
            refresh.run();
        } else {
            // the session ends with the request for the sign-in page, and would with any other
            ui.getPage().setLocation(Routes.LOGIN);
            ui.close();
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(WorkChanged change) {
        changes.incrementAndGet();
        if (!listeners.isEmpty()) {
            threads.execute(() -> tell(change));
        }
    }

    /** So seldom that every page asks whether it is meant. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(AccountClosing closed) {
        askEveryPage();
    }

    /** As seldom; any work may have waited for somebody who can do it. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(AccountOpened opened) {
        askEveryPage();
    }

    /** As seldom; the reader may see more now, or less. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(SubstitutionsChanged changed) {
        askEveryPage();
    }

    private void askEveryPage() {
        if (!listeners.isEmpty()) {
            threads.execute(
                    () -> listeners.forEach(listener -> listener.refresh().ask()));
        }
    }

    private void tell(WorkChanged change) {
        for (Listener listener : listeners) {
            if (listener.concerned().test(change)) {
                listener.refresh().ask();
            }
        }
    }

    private void askOtherNodesWhilePagesAreOpen() {
        if (otherNodes.isPresent() && !listeners.isEmpty() && asksOtherNodes.compareAndSet(false, true)) {
            afterPause.execute(() -> askOtherNodes(otherNodes.get()));
        }
    }

    private void askOtherNodes(OtherNodes nodes) {
        try {
            nodes.news().forEach(change -> {
                changes.incrementAndGet();
                tell(change);
            });
        } catch (RuntimeException failed) {
            LOG.warn("Changes on other nodes could not be read: {}", failed.getMessage());
        } finally {
            asksOtherNodes.set(false);
            askOtherNodesWhilePagesAreOpen();
        }
    }
}
