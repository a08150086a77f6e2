package org.duban.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the other nodes of an installation changed. Each node writes its changes, in the transaction that makes them, to a
 * table that all of them share and read in turn.
 *
 * <p>Rows become visible in another order than they were written in, and no two nodes have quite the same time. So every
 * reading looks back over a window that is far longer than both, and leaves out what it saw the last time.
 */
@Component
@ConditionalOnProperty("duban.several-nodes")
public class OtherNodes {

    static final Duration WINDOW = Duration.ofSeconds(30);
    static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final long thisNode;
    private Set<Long> seen = Set.of();
    private Instant cleaned;

    OtherNodes(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.thisNode = ids.next();
        this.cleaned = clock.instant();
    }

    /** Writes what this node changed: each thing once, however often the transaction touched it. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void write(WorkChanged change) {
        if (writtenInThisTransaction().add(change)) {
            jdbc.sql(
                            """
                            INSERT INTO work_change (id, node_id, directive_id, key_task_id, changed_at)
                            VALUES (:id, :node, :directive, :task, :now)""")
                    .param("id", ids.next())
                    .param("node", thisNode)
                    .param("directive", change.directiveId())
                    .param("task", change.keyTaskId())
                    .param("now", Moments.toDatabase(clock.instant()))
                    .update();
        }
    }

    @SuppressWarnings("unchecked")
    private Set<WorkChanged> writtenInThisTransaction() {
        Set<WorkChanged> written = (Set<WorkChanged>) TransactionSynchronizationManager.getResource(this);
        if (written != null) {
            return written;
        }
        Set<WorkChanged> none = new HashSet<>();
        TransactionSynchronizationManager.bindResource(this, none);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(OtherNodes.this);
            }
        });
        return none;
    }

    /**
     * What became known since this was asked the last time, each thing once. Who did not ask for long gets what is
     * younger than the window, and may have read some of it already.
     */
    public synchronized List<WorkChanged> news() {
        Instant now = clock.instant();
        Map<Long, WorkChanged> lately = lately(now.minus(WINDOW));
        List<WorkChanged> news = lately.entrySet().stream()
                .filter(change -> !seen.contains(change.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        seen = lately.keySet();
        if (now.isAfter(cleaned.plus(BETWEEN_CLEANINGS))) {
            cleaned = now;
            deleteBefore(now.minus(KEPT));
        }
        return news;
    }

    private Map<Long, WorkChanged> lately(Instant from) {
        Map<Long, WorkChanged> lately = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT id, directive_id, key_task_id FROM work_change
                         WHERE changed_at >= :from AND node_id <> :node ORDER BY id""")
                .param("from", Moments.toDatabase(from))
                .param("node", thisNode)
                .query(row -> {
                    lately.put(
                            row.getLong("id"),
                            new WorkChanged(row.getLong("directive_id"), row.getObject("key_task_id", Long.class)));
                });
        return lately;
    }

    private void deleteBefore(Instant moment) {
        jdbc.sql("DELETE FROM work_change WHERE changed_at < :moment")
                .param("moment", Moments.toDatabase(moment))
                .update();
    }
}
