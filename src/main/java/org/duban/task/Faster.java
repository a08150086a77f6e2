package org.duban.task;

import java.util.Set;
import org.duban.account.HandledBefore;
import org.duban.base.Refusal;
import org.duban.organisation.DepartmentId;
import org.springframework.stereotype.Component;

/** Refuses what somebody else has done already, or made impossible, and names them from the timeline. */
@Component
class Faster {

    private final Timeline timeline;
    private final HandledBefore handledBefore;
    private final SuspensionRepository suspensions;

    Faster(Timeline timeline, HandledBefore handledBefore, SuspensionRepository suspensions) {
        this.timeline = timeline;
        this.handledBefore = handledBefore;
        this.suspensions = suspensions;
    }

    /** @param kinds what they may have done to the key task; the last time counts */
    Refusal refusal(KeyTaskId task, TimelineEntry.Kind... kinds) {
        return refusal(task, null, kinds);
    }

    /** The key task stands still: since when, by whom, and until when at first. */
    Refusal suspended(KeyTaskId task) {
        SuspensionRepository.Standing standing = suspensions.standing(task);
        return new Refusal(
                "refusal.suspended",
                handledBefore.nameOf(standing.by()),
                standing.since(),
                standing.reviewOn().toString());
    }

    /** @param department whom it concerned */
    Refusal refusal(KeyTaskId task, DepartmentId department, TimelineEntry.Kind... kinds) {
        return handledBefore.refusal(timeline.last(task, department, Set.of(kinds)));
    }
}
