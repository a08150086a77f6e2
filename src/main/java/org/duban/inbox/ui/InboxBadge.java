package org.duban.inbox.ui;

import java.util.OptionalInt;
import org.duban.account.CurrentCaller;
import org.duban.inbox.Inbox;
import org.duban.ui.NavigationBadge;
import org.duban.ui.Routes;
import org.springframework.stereotype.Component;

/** How much waits for the caller. Who never gets work has no inbox. */
@Component
class InboxBadge implements NavigationBadge {

    private final Inbox inbox;
    private final CurrentCaller caller;

    InboxBadge(Inbox inbox, CurrentCaller caller) {
        this.inbox = inbox;
        this.caller = caller;
    }

    @Override
    public String route() {
        return Routes.INBOX;
    }

    @Override
    public OptionalInt count() {
        return Kinds.of(caller.get()).isEmpty() ? OptionalInt.empty() : OptionalInt.of(inbox.count());
    }
}
