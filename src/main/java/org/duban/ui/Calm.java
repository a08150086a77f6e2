package org.duban.ui;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Calms a burst: what is asked for is done at once, and then not again before a pause is over, however often it is asked
 * for. Whatever was asked for while or after it was done is done once more after the pause, so that the last state is
 * always seen.
 */
final class Calm {

    private enum State {
        IDLE,
        /** Will be done and see everything up to then. */
        ASKED,
        RESTING,
        ASKED_AGAIN
    }

    private final Runnable action;
    private final Executor doing;
    private final Executor afterPause;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    /** @param afterPause does what it is given when the pause is over */
    Calm(Runnable action, Executor doing, Executor afterPause) {
        this.action = action;
        this.doing = doing;
        this.afterPause = afterPause;
    }

    void ask() {
        State before = state.getAndUpdate(now -> switch (now) {
            case IDLE, ASKED -> State.ASKED;
            case RESTING, ASKED_AGAIN -> State.ASKED_AGAIN;
        });
        if (before == State.IDLE) {
            doing.execute(this::act);
        }
    }

    private void act() {
        // before the action, which may have read already what is changed while it runs
        state.set(State.RESTING);
        try {
            action.run();
        } finally {
            afterPause.execute(this::rested);
        }
    }

    private void rested() {
        if (state.getAndSet(State.IDLE) == State.ASKED_AGAIN) {
            ask();
        }
    }
}
