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

    /** A duty on the key task was split: the process of each of these is to begin. */
    void split(KeyTaskId task, List<KeyTaskId> subTasks);

    void acknowledged(KeyTaskId task, DutyId duty);

    /** The head, or a supervisor in the department's place, raised a dispute instead of a signature. */
    void disputed(KeyTaskId task, DutyId duty);

    /** A dispute waits for the head's signature. */
    void disputePrepared(KeyTaskId task, DutyId duty);

    /** What was prepared is raised: the head signed it, or a supervisor took the duty up meanwhile. */
    void disputeSigned(KeyTaskId task, DutyId duty);

    /** The head did not sign what was prepared; the duty is to be signed for. */
    void disputeRejected(KeyTaskId task, DutyId duty);

    /** The duty stands, as it was or changed; its department signs until {@code acknowledgeBy}. */
    void dutyUpheld(KeyTaskId task, DutyId duty, Instant acknowledgeBy);

    void dutyWithdrawn(KeyTaskId task, DutyId duty);

    /** Nobody signs for the duty, or decides about it, where it stands: it went elsewhere. Not for one that is signed. */
    void dutyGone(KeyTaskId task, DutyId duty);

    /** Duties of a key task under way came, or came anew; their departments sign until {@code acknowledgeBy}. */
    void dutiesAssigned(KeyTaskId task, List<DutyId> duties, Instant acknowledgeBy);

    /** The supervisors are asked whether a duty may go to another department. */
    void transferRequested(KeyTaskId task, long transfer);

    /** The duty went to the other department, which signs until {@code acknowledgeBy}. */
    void transferApproved(KeyTaskId task, long transfer, DutyId duty, Instant acknowledgeBy);

    /** The duty stays where it is, or went elsewhere meanwhile. */
    void transferRefused(KeyTaskId task, long transfer);

    /** @param countersignatures what other departments are asked for; if there are none, the supervisor is next */
    void completionAppliedFor(KeyTaskId task, List<Long> countersignatures);

    /** The department agrees, or is not asked any more; after the last one the supervisor is next. */
    void countersigned(KeyTaskId task, long countersignature);

    /** The department does not agree: the key task is executed again, and nobody else countersigns any more. */
    void countersignatureReturned(KeyTaskId task, long countersignature);

    /** Nobody waits any longer for those that did not countersign; the supervisor is next. */
    void countersigningCutShort(KeyTaskId task);

    /** The applicant takes its application back while it is countersigned. */
    void completionTakenBack(KeyTaskId task);

    void siteCheckOrdered(KeyTaskId task);

    /** The finding is there; the supervisor verifies again. */
    void siteCheckRecorded(KeyTaskId task);

    void completionSentBack(KeyTaskId task);

    /** The key task is closed; whatever of its process is still open ends. */
    void completionVerified(KeyTaskId task);

    /** The key task is withdrawn, wherever it stands; whatever of its process is still open ends. */
    void withdrawn(KeyTaskId task);

    /** The supervisors are asked when it goes on; it waits where it stands. */
    void suspended(KeyTaskId task);

    void resumed(KeyTaskId task);

    /**
     * Starts a new process of a key task whose earlier one has ended, in execution.
     *
     * @param unsigned duties that are to be signed for, each by {@code acknowledgeBy}
     */
    void reopened(KeyTaskId task, List<DutyId> unsigned, Instant acknowledgeBy);
}
