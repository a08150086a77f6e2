package org.duban.process;

import java.util.List;
import java.util.Set;
import org.duban.ladder.DeadlineKind;
import org.duban.ladder.Ladder;
import org.duban.process.Sweep.Item;
import org.duban.watchdog.RoundStep;

/** Has raised what is late of some kinds. */
abstract class ClimbLadder extends SweepStep {

    private final Ladder ladder;
    private final Set<DeadlineKind> kinds;

    ClimbLadder(RoundStep step, Sweep sweep, Ladder ladder, Set<DeadlineKind> kinds) {
        super(step, sweep);
        this.ladder = ladder;
        this.kinds = kinds;
    }

    @Override
    List<Item> next(long after, int limit) {
        return ladder.missedAsSystem(kinds, after, limit).stream()
                .map(missed -> new Item(missed.subject(), missed.task().value()))
                .toList();
    }

    @Override
    void act(long subject) {
        ladder.climbAsSystem(subject);
    }
}
