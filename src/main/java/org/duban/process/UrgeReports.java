package org.duban.process;

import java.util.List;
import org.duban.process.Sweep.Item;
import org.duban.report.LateReports;
import org.duban.report.ReportId;
import org.duban.watchdog.RoundStep;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class UrgeReports extends SweepStep {

    private final LateReports reports;

    UrgeReports(@Lazy Sweep sweep, @Lazy LateReports reports) {
        super(RoundStep.URGE_REPORT, sweep);
        this.reports = reports;
    }

    @Override
    List<Item> next(long after, int limit) {
        return reports.lateAsSystem(new ReportId(after), limit).stream()
                .map(late -> new Item(late.id().value(), late.task().value()))
                .toList();
    }

    @Override
    void act(long report) {
        reports.urgeAsSystem(new ReportId(report));
    }
}
