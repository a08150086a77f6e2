package org.duban.task;

import java.util.List;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.springframework.stereotype.Component;

/**
 * For whom somebody acts on a key task: nobody, as long as their own authority is enough. A supervisor acts for somebody
 * else where the directive is entrusted to that one alone of the two; others where they borrow the
 * role that was asked for, or where it was said for whom.
 */
@Component
class OnBehalf {

    private final KeyTaskRepository tasks;
    private final CurrentCaller caller;

    OnBehalf(KeyTaskRepository tasks, CurrentCaller caller) {
        this.tasks = tasks;
        this.caller = caller;
    }

    /** @param actor {@code null} for the system */
    Optional<AccountId> of(KeyTaskId task, Caller actor) {
        if (actor == null || actor.lent().isEmpty()) {
            return Optional.empty();
        }
        return caller.behalf().or(() -> caller.capacity()
                .flatMap(role -> role == Role.SUPERVISOR ? entrusting(task, actor) : actor.lender(role)));
    }

    private Optional<AccountId> entrusting(KeyTaskId task, Caller actor) {
        List<AccountId> entrusted = tasks.supervisorsAmong(task, actor.accountsAs(Role.SUPERVISOR));
        return entrusted.contains(actor.accountId())
                ? Optional.empty()
                : entrusted.stream().findFirst();
    }
}
