package org.duban.process;

import java.util.Set;
import org.duban.ladder.DeadlineKind;
import org.duban.ladder.Ladder;
import org.duban.watchdog.RoundStep;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class UrgeReports extends ClimbLadder {

    UrgeReports(@Lazy Sweep sweep, @Lazy Ladder ladder) {
        super(RoundStep.URGE_REPORT, sweep, ladder, Set.of(DeadlineKind.REPORT));
    }
}
