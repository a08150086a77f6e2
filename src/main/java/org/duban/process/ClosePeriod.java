package org.duban.process;

import java.util.List;
import org.duban.directive.DirectiveId;
import org.duban.process.Sweep.Item;
import org.duban.report.ReportId;
import org.duban.report.ReportingPeriods;
import org.duban.watchdog.RoundStep;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class ClosePeriod extends PeriodStep {

    private final ReportingPeriods periods;

    ClosePeriod(@Lazy Sweep sweep, @Lazy ReportingPeriods periods) {
        super(RoundStep.CLOSE_REPORT, sweep);
        this.periods = periods;
    }

    @Override
    List<Item> due(DirectiveId directive) {
        return periods.pastAsSystem(directive).stream()
                .map(past -> new Item(past.report().value(), past.task().value()))
                .toList();
    }

    @Override
    void act(long report) {
        periods.closeAsSystem(new ReportId(report));
    }
}
