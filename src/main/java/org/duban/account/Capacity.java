package org.duban.account;

import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * In which role the caller acts in this transaction: the one that was last asked for; and for whom, where that was said.
 * The trail needs it to say whether somebody acted for somebody else, since one person may hold several roles and borrow
 * but one of them.
 */
final class Capacity {

    private static final Object KEY = new Object();

    /** @param behalf {@code null} where it follows from the role */
    private record Acting(Role role, AccountId behalf) {}

    private Capacity() {}

    static void is(Role role) {
        bind(new Acting(role, null));
    }

    static void isFor(AccountId behalf) {
        bind(new Acting(current().orElse(null), behalf));
    }

    private static void bind(Acting acting) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            if (TransactionSynchronizationManager.unbindResourceIfPossible(KEY) == null) {
                TransactionSynchronizationManager.registerSynchronization(new Forgetting());
            }
            TransactionSynchronizationManager.bindResource(KEY, acting);
        }
    }

    /** Empty where no role was asked for: then the own was enough. */
    static Optional<Role> current() {
        return acting().map(Acting::role);
    }

    /** Empty where it was not said. */
    static Optional<AccountId> behalf() {
        return acting().map(Acting::behalf);
    }

    private static Optional<Acting> acting() {
        return Optional.ofNullable((Acting) TransactionSynchronizationManager.getResource(KEY));
    }

    /** A transaction inside another one begins without a role, and leaves the outer one its own. */
    private static final class Forgetting implements TransactionSynchronization {

        private Object suspended;

        @Override
        public void suspend() {
            suspended = TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        }

        @Override
        public void resume() {
            if (suspended != null) {
                TransactionSynchronizationManager.bindResource(KEY, suspended);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        }
    }
}
