package org.duban.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.directive.DirectiveId;
import org.duban.process.Sweep.Item;
import org.duban.watchdog.RoundStep;

/** A step of the turn of a directive's reporting period, which comes to the failed ones again on the next day. */
abstract class PeriodStep extends StepOfItems {

    private final Sweep sweep;

    PeriodStep(RoundStep step, Sweep sweep) {
        super(step, sweep);
        this.sweep = sweep;
    }

    /** All items that need it now. */
    abstract List<Item> due(DirectiveId directive);

    @Override
    public void execute(DelegateExecution execution) {
        DirectiveId directive = new DirectiveId(Long.parseLong(execution.getProcessBusinessKey()));
        List<Item> items = due(directive);
        for (int from = 0; from < items.size(); from += BATCH) {
            all(items.subList(from, Math.min(from + BATCH, items.size())));
        }
        sweep.finished(step(), directive);
    }
}
