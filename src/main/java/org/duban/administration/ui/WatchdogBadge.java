package org.duban.administration.ui;

import java.util.OptionalInt;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.ui.NavigationBadge;
import org.duban.ui.Routes;
import org.duban.watchdog.Watchdog;
import org.springframework.stereotype.Component;

/** How much waits for the administrator; without what only a reading of all open work finds. */
@Component
class WatchdogBadge implements NavigationBadge {

    private final Watchdog watchdog;
    private final CurrentCaller caller;

    WatchdogBadge(Watchdog watchdog, CurrentCaller caller) {
        this.watchdog = watchdog;
        this.caller = caller;
    }

    @Override
    public String route() {
        return Routes.WATCHDOG;
    }

    @Override
    public OptionalInt count() {
        return caller.get().is(Role.SYSADMIN)
                ? OptionalInt.of(watchdog.counts(Watchdog.AT_A_GLANCE).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                : OptionalInt.empty();
    }
}
