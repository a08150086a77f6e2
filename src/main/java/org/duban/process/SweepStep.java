package org.duban.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.process.Sweep.Item;
import org.duban.watchdog.RoundStep;

/** A step of the nightly round: comes back for the next batch for as long as the model finds {@code reached} set. */
abstract class SweepStep implements JavaDelegate, StepOfItems {

    private static final int BATCH = 100;
    private static final String REACHED = "reached";

    private final RoundStep step;
    private final Sweep sweep;

    SweepStep(RoundStep step, Sweep sweep) {
        this.step = step;
        this.sweep = sweep;
    }

    /** The next items in ascending order of identifiers, behind {@code after}. */
    abstract List<Item> next(long after, int limit);

    /** Does the step to an item that needs it; leaves alone one that does not, or not any more. */
    abstract void act(long item);

    @Override
    public RoundStep step() {
        return step;
    }

    @Override
    public Optional<RuntimeException> again(Item item) {
        return sweep.alone(step, item, this::act);
    }

    /** The variable is the branch's own: what is left of another day goes its own way. */
    @Override
    public void execute(DelegateExecution execution) {
        Long reached = (Long) execution.getVariableLocal(REACHED);
        List<Item> batch = next(reached == null ? Long.MIN_VALUE : reached, BATCH);
        sweep.all(step, batch, this::act);
        boolean more = batch.size() == BATCH;
        execution.setVariableLocal(REACHED, more ? batch.getLast().id() : null);
        if (!more) {
            sweep.finished(step);
        }
    }
}
