package org.duban.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.process.Sweep.Item;
import org.duban.watchdog.RoundStep;

/** A step of the nightly round: comes back for the next batch for as long as the model finds {@code reached} set. */
abstract class SweepStep extends StepOfItems {

    private static final String REACHED = "reached";

    private final Sweep sweep;

    SweepStep(RoundStep step, Sweep sweep) {
        super(step, sweep);
        this.sweep = sweep;
    }

    /** The next items in ascending order of identifiers, behind {@code after}. */
    abstract List<Item> next(long after, int limit);

    /** The variable is the branch's own: what is left of another day goes its own way. */
    @Override
    public void execute(DelegateExecution execution) {
        Long reached = (Long) execution.getVariableLocal(REACHED);
        List<Item> batch = next(reached == null ? Long.MIN_VALUE : reached, BATCH);
        all(batch);
        boolean more = batch.size() == BATCH;
        execution.setVariableLocal(REACHED, more ? batch.getLast().id() : null);
        if (!more) {
            sweep.finished(step());
        }
    }
}
