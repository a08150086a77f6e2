package org.duban.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.directive.DirectiveId;
import org.duban.process.Sweep.Item;
import org.duban.watchdog.RoundStep;

/** A step of the turn of a directive's reporting period, which comes to the failed ones again on the next day. */
abstract class PeriodStep implements JavaDelegate, StepOfItems {

    /** Items of one transaction, at most. */
    private static final int BATCH = 100;

    private final RoundStep step;
    private final Sweep sweep;

    PeriodStep(RoundStep step, Sweep sweep) {
        this.step = step;
        this.sweep = sweep;
    }

    /** All items that need it now. */
    abstract List<Item> due(DirectiveId directive);

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

    @Override
    public void execute(DelegateExecution execution) {
        DirectiveId directive = new DirectiveId(Long.parseLong(execution.getProcessBusinessKey()));
        List<Item> items = due(directive);
        for (int from = 0; from < items.size(); from += BATCH) {
            sweep.all(step, items.subList(from, Math.min(from + BATCH, items.size())), this::act);
        }
        sweep.finished(step, directive);
    }
}
