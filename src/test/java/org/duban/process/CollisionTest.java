package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.duban.account.Account;
import org.duban.base.Refusal;
import org.junit.jupiter.api.AfterEach;

/** Several people on one thing at the same moment, with real threads. */
abstract class CollisionTest extends ProcessTest {

    static final int ROUNDS = 4;

    final ExecutorService people = Executors.newCachedThreadPool();

    /** What one of several people does. */
    record Attempt(Account account, Runnable action) {}

    @AfterEach
    void goHome() {
        people.shutdownNow();
    }

    /** Whoever loses is told who was faster, and when. */
    void oneSucceeds(Attempt... attempts) {
        List<Refusal> answers = answers(attempts);
        assertThat(answers).containsOnlyOnce((Refusal) null);
        Account winner = attempts[answers.indexOf(null)].account();
        for (int each = 0; each < attempts.length; each++) {
            Refusal refusal = answers.get(each);
            if (refusal != null) {
                assertThat(refusal.messageKey()).isEqualTo("refusal.handledBefore");
                assertThat(refusal.arguments())
                        .containsExactly(nameFor(attempts[each].account(), winner), clock.instant());
            }
        }
        ledgerAndEngine.check();
    }

    /** DESIGN, invariant 5: a department knows its colleagues and supervisors, of others only which one it was. */
    private String nameFor(Account reader, Account winner) {
        if (winner.departmentId() == null) {
            return winner.displayName();
        }
        String department = jdbc.sql("SELECT short_name FROM department WHERE id = :id")
                .param("id", winner.departmentId().value())
                .query(String.class)
                .single();
        boolean known = reader.departmentId() == null || reader.departmentId().equals(winner.departmentId());
        return known ? department + " " + winner.displayName() : department;
    }

    /** The refusals of those who lost. */
    List<Refusal> together(Attempt... attempts) {
        return answers(attempts).stream().filter(Objects::nonNull).toList();
    }

    /** All at once; {@code null} for those who were not refused. Whatever else is thrown fails the test. */
    private List<Refusal> answers(Attempt... attempts) {
        CyclicBarrier start = new CyclicBarrier(attempts.length);
        List<Future<Refusal>> running = new ArrayList<>();
        for (Attempt attempt : attempts) {
            running.add(people.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                try {
                    fixture.as(attempt.account(), attempt.action());
                    return null;
                } catch (Refusal refusal) {
                    return refusal;
                }
            }));
        }
        List<Refusal> answers = new ArrayList<>();
        for (Future<Refusal> each : running) {
            try {
                answers.add(each.get(30, TimeUnit.SECONDS));
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }
        return answers;
    }
}
