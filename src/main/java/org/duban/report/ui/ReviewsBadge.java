package org.duban.report.ui;

import java.util.OptionalInt;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.report.Reviews;
import org.duban.ui.NavigationBadge;
import org.duban.ui.Routes;
import org.springframework.stereotype.Component;

/** How many reports wait for the supervisor's review. */
@Component
class ReviewsBadge implements NavigationBadge {

    private final Reviews reviews;
    private final CurrentCaller caller;

    ReviewsBadge(Reviews reviews, CurrentCaller caller) {
        this.reviews = reviews;
        this.caller = caller;
    }

    @Override
    public String route() {
        return Routes.REVIEWS;
    }

    @Override
    public OptionalInt count() {
        return caller.get().is(Role.SUPERVISOR) ? OptionalInt.of(reviews.count()) : OptionalInt.empty();
    }
}
