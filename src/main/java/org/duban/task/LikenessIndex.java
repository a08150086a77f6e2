package org.duban.task;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters key tasks that were launched before there was an index of what they say; later ones are entered at once. */
@Component
class LikenessIndex {

    private static final Logger LOG = LoggerFactory.getLogger(LikenessIndex.class);
    private static final int AT_ONCE = 200;

    private final LikenessRepository likeness;
    private final TransactionTemplate transactions;

    LikenessIndex(LikenessRepository likeness, TransactionTemplate transactions) {
        this.likeness = likeness;
        this.transactions = transactions;
    }

    /** When people work already; they miss nothing but a hint meanwhile. */
    @EventListener
    @Order(300)
    void on(ApplicationReadyEvent ready) {
        try {
            Optional<KeyTaskId> last = Optional.of(new KeyTaskId(0));
            while (last.isPresent()) {
                KeyTaskId after = last.get();
                last = transactions.execute(status -> likeness.insertMissing(after, AT_ONCE));
            }
        } catch (DataAccessException failed) {
            // another node enters the same ones; whatever is left is entered at the next start
            LOG.info("Some key tasks were not entered in the index of what they say: {}", failed.getMessage());
        }
    }
}
