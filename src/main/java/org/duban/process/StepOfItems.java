package org.duban.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.process.Sweep.Item;
import org.duban.watchdog.RoundStep;

/** A step of the process that is done to one item after the other, of which each may fail by itself. */
abstract class StepOfItems implements JavaDelegate {

    /** Items of one transaction, at most. */
    static final int BATCH = 100;

    private final RoundStep step;
    private final Sweep sweep;

    StepOfItems(RoundStep step, Sweep sweep) {
        this.step = step;
        this.sweep = sweep;
    }

    /** Does the step to an item that needs it; leaves alone one that does not, or not any more. */
    abstract void act(long item);

    RoundStep step() {
        return step;
    }

    void all(List<Item> batch) {
        sweep.all(step, batch, this::act);
    }

    /** Does it to one item out of turn. Returns what it failed at. */
    Optional<RuntimeException> again(Item item) {
        return sweep.alone(step, item, this::act);
    }
}
