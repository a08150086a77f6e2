package org.duban.process;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.duban.process.Sweep.Item;
import org.duban.report.ContributionId;
import org.duban.report.LateContributions;
import org.duban.report.LateReports;
import org.duban.report.ReportId;
import org.duban.watchdog.RoundStep;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reports, and contributions to them. */
@Component
class UrgeReports extends SweepStep {

    private final LateReports reports;
    private final LateContributions contributions;

    UrgeReports(@Lazy Sweep sweep, @Lazy LateReports reports, @Lazy LateContributions contributions) {
        super(RoundStep.URGE_REPORT, sweep);
        this.reports = reports;
        this.contributions = contributions;
    }

    /** One row of identifiers: no contribution has that of a report. */
    @Override
    List<Item> next(long after, int limit) {
        return Stream.concat(
                        reports.lateAsSystem(new ReportId(after), limit).stream()
                                .map(late ->
                                        new Item(late.id().value(), late.task().value())),
                        contributions.lateAsSystem(new ContributionId(after), limit).stream()
                                .map(late ->
                                        new Item(late.id().value(), late.task().value())))
                .sorted(Comparator.comparingLong(Item::id))
                .limit(limit)
                .toList();
    }

    @Override
    void act(long item) {
        if (!contributions.urgeAsSystem(new ContributionId(item))) {
            reports.urgeAsSystem(new ReportId(item));
        }
    }
}
