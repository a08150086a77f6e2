package org.duban.process;

import java.util.List;
import org.duban.directive.DirectiveId;
import org.duban.process.Sweep.Item;
import org.duban.report.ReportingPeriods;
import org.duban.task.KeyTaskId;
import org.duban.watchdog.RoundStep;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class OpenPeriod extends PeriodStep {

    private final Sweep sweep;
    private final ReportingPeriods periods;

    OpenPeriod(@Lazy Sweep sweep, @Lazy ReportingPeriods periods) {
        super(RoundStep.OPEN_REPORTS, sweep);
        this.sweep = sweep;
        this.periods = periods;
    }

    /** The period, and who owes reports on it, stand before the first is asked, so that nobody is forgotten in a crash. */
    @Override
    List<Item> due(DirectiveId directive) {
        sweep.apart(() -> periods.openAsSystem(directive));
        return periods.owingAsSystem(directive).stream()
                .map(task -> new Item(task.value(), task.value()))
                .toList();
    }

    @Override
    void act(long task) {
        periods.askAsSystem(new KeyTaskId(task));
    }
}
