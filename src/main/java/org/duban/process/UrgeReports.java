package org.duban.process;

import java.util.EnumSet;
import org.duban.ladder.DeadlineKind;
import org.duban.ladder.Ladder;
import org.duban.watchdog.RoundStep;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reports, and what is contributed to them. */
@Component
class UrgeReports extends ClimbLadder {

    static final EnumSet<DeadlineKind> KINDS = EnumSet.of(DeadlineKind.REPORT, DeadlineKind.CONTRIBUTION);

    UrgeReports(@Lazy Sweep sweep, @Lazy Ladder ladder) {
        super(RoundStep.URGE_REPORT, sweep, ladder, KINDS);
    }
}
