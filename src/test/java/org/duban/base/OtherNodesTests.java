package org.duban.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database. */
@OnEveryDatabase
class OtherNodesTests {

    private static final WorkChanged TASK = new WorkChanged(1, 2L);
    private static final WorkChanged DIRECTIVE = new WorkChanged(1, null);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    Ids ids;

    private OtherNodes first;
    private OtherNodes second;

    @BeforeEach
    void start() {
        clock.travelTo(Instant.parse("2026-03-02T02:00:00Z"));
        jdbc.sql("DELETE FROM work_change").update();
        first = new OtherNodes(jdbc, ids, clock);
        second = new OtherNodes(jdbc, ids, clock);
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void tellsTheOtherNodeOnceAndItselfNever() {
        change(first, TASK);
        change(first, DIRECTIVE);

        assertThat(second.news()).containsExactly(TASK, DIRECTIVE);
        assertThat(second.news()).isEmpty();
        assertThat(first.news()).isEmpty();

        change(second, TASK);
        assertThat(first.news()).containsExactly(TASK);
        assertThat(second.news()).isEmpty();
    }

    @Test
    void writesEachThingOncePerTransaction() {
        transactions.executeWithoutResult(status -> {
            first.write(TASK);
            first.write(DIRECTIVE);
            first.write(TASK);
        });
        change(first, TASK);

        assertThat(rows()).isEqualTo(3);
        assertThat(second.news()).containsExactly(TASK, DIRECTIVE);
    }

    @Test
    void saysNothingOfWhatWasRolledBack() {
        transactions.executeWithoutResult(status -> {
            first.write(TASK);
            status.setRollbackOnly();
        });

        assertThat(second.news()).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void doesNotMissWhatCommitsAfterALaterOne() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> transactions.executeWithoutResult(status -> {
            first.write(TASK);
            written.countDown();
            await(mayCommit);
        }));
        await(written);
        change(first, DIRECTIVE);
        clock.advance(Duration.ofSeconds(5));
        assertThat(second.news()).containsExactly(DIRECTIVE);

        mayCommit.countDown();
        slow.get(10, TimeUnit.SECONDS);

        assertThat(second.news()).containsExactly(TASK);
    }

    @Test
    void forgivesAClockThatIsBehindOrAhead() {
        Instant now = clock.instant();
        clock.travelTo(now.minusSeconds(10));
        change(first, TASK);
        clock.travelTo(now.plusSeconds(60));
        change(first, DIRECTIVE);
        clock.travelTo(now);

        assertThat(second.news()).containsExactly(TASK, DIRECTIVE);
        clock.advance(Duration.ofSeconds(1));
        assertThat(second.news()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(second.news()).isEmpty();
    }

    @Test
    void deletesOldRows() {
        change(first, TASK);
        clock.advance(OtherNodes.KEPT);
        change(first, DIRECTIVE);
        second.news();
        assertThat(rows()).isEqualTo(2);

        clock.advance(Duration.ofSeconds(1));
        change(second, TASK);
        first.news();

        assertThat(rows()).isEqualTo(2);
    }

    private void change(OtherNodes node, WorkChanged change) {
        transactions.executeWithoutResult(status -> node.write(change));
    }

    private long rows() {
        return jdbc.sql("SELECT COUNT(*) FROM work_change").query(Long.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
