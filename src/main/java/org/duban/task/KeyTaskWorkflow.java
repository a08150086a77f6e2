package org.duban.task;

import java.time.Instant;
import java.util.List;

/**
 * What the process is told about a key task, in the words of the business; implemented by the engine's module. Every
 * call joins the caller's transaction: if it fails, nothing of the action stays.
 *
 * @see org.duban.base.Refusal for calls that come too late
 */
public interface KeyTaskWorkflow {

    /** Starts the one process of the key task; each duty's clock for signing runs until {@code acknowledgeBy}. */
    void launched(KeyTaskId task, List<DutyId> duties, Instant acknowledgeBy);

    void acknowledged(KeyTaskId task, DutyId duty);

    void disputed(KeyTaskId task, DutyId duty);

    /** The duty stands, as it was or changed; its department signs until {@code acknowledgeBy}. */
    void dutyUpheld(KeyTaskId task, DutyId duty, Instant acknowledgeBy);

    void dutyWithdrawn(KeyTaskId task, DutyId duty);

    void completionAppliedFor(KeyTaskId task);

    void completionSentBack(KeyTaskId task);

    /** The key task is closed; whatever of its process is still open ends. */
    void completionVerified(KeyTaskId task);
}
