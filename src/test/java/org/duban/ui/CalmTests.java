package org.duban.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CalmTests {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Queue<Runnable> pauses = new ArrayDeque<>();
    private final List<String> seen = new ArrayList<>();
    private String state;
    private Runnable afterReading = () -> {};

    private final Calm calm = new Calm(this::read, waiting::add, pauses::add);

    @Test
    void actsOnceForABurst() {
        change("a");
        change("b");
        change("c");
        drain(waiting);

        assertThat(seen).containsExactly("c");
    }

    @Test
    void actsOncePerPauseAndEndsWithTheLastState() {
        change("a");
        drain(waiting);
        change("b");
        change("c");
        drain(waiting);
        assertThat(seen).containsExactly("a");

        drain(pauses);
        drain(waiting);
        assertThat(seen).containsExactly("a", "c");

        drain(pauses);
        drain(waiting);
        assertThat(seen).containsExactly("a", "c");
    }

    @Test
    void actsAtOnceAgainAfterAQuietPause() {
        change("a");
        drain(waiting);
        drain(pauses);

        change("b");
        drain(waiting);

        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void doesNotMissWhatChangesWhileItActs() {
        afterReading = () -> {
            afterReading = () -> {};
            change("b");
        };
        change("a");
        drain(waiting);
        drain(pauses);
        drain(waiting);

        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void goesOnAfterAFailure() {
        afterReading = () -> {
            throw new IllegalStateException("no connection");
        };
        change("a");
        assertThatIllegalStateException().isThrownBy(() -> drain(waiting));

        afterReading = () -> {};
        drain(pauses);
        change("b");
        drain(waiting);

        assertThat(seen).containsExactly("a", "b");
    }

    private void read() {
        seen.add(state);
        afterReading.run();
    }

    private void change(String now) {
        state = now;
        calm.ask();
    }

    private static void drain(Queue<Runnable> tasks) {
        int count = tasks.size();
        for (int done = 0; done < count; done++) {
            tasks.remove().run();
        }
    }
}
