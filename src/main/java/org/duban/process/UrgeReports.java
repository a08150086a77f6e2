package org.duban.process;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.ladder.DeadlineKind;
import org.duban.ladder.Ladder;
import org.duban.process.Sweep.Item;
import org.duban.report.ContributionId;
import org.duban.report.LateContributions;
import org.duban.watchdog.RoundStep;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class UrgeReports extends ClimbLadder {

    private final LateContributions contributions;

    UrgeReports(@Lazy Sweep sweep, @Lazy Ladder ladder, @Lazy LateContributions contributions) {
        super(RoundStep.URGE_REPORT, sweep, ladder, Set.of(DeadlineKind.REPORT));
        this.contributions = contributions;
    }

    /** One row of identifiers: no contribution has that of a report. */
    @Override
    List<Item> next(long after, int limit) {
        return Stream.concat(
                        super.next(after, limit).stream(),
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
            super.act(item);
        }
    }
}
