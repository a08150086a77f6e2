package org.duban.process;

import java.util.EnumSet;
import org.duban.ladder.Ladder;
import org.duban.watchdog.RoundStep;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** All but the reports, which have their own step. */
@Component
class SweepOverdue extends ClimbLadder {

    SweepOverdue(@Lazy Sweep sweep, @Lazy Ladder ladder) {
        super(RoundStep.ESCALATE, sweep, ladder, EnumSet.complementOf(UrgeReports.KINDS));
    }
}
