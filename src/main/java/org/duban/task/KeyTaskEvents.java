package org.duban.task;

import java.time.Instant;
import org.duban.base.Stop;
import org.duban.organisation.DepartmentId;

/** What other features may want to know; published and heard inside the transaction of the action. */
public interface KeyTaskEvents {

    /** The duty's department is about to apply for completion. Whoever stands against it refuses. */
    record CompletionApplying(DutyId duty) {}

    /**
     * A supervisor is about to close it. Whoever has something that must be done before refuses with {@link
     * org.duban.base.Refusal}, and it stays open.
     */
    record Closing(KeyTaskId task) {}

    /**
     * A supervisor is about to have it due earlier. Whoever has something that the new day makes impossible refuses, and it
     * is due when it was.
     */
    record DueComingForward(KeyTaskId task) {}

    /** Closed or withdrawn: nothing of it waits for anybody any more. */
    record Closed(KeyTaskId task) {}

    /**
     * It stands still no longer: whoever has days by which something about it is to be done moves them, with {@link
     * org.duban.base.StoppedClocks}.
     *
     * @param goesOn whether it goes on; otherwise it is about to end, no later than it was
     */
    record StoodStill(KeyTaskId task, Instant since, Stop stop, boolean goesOn) {}

    /** Closed or withdrawn before, and in execution again. */
    record Reopened(KeyTaskId task) {}

    /** A duty goes on with another department as it stood: to the successor of an abolished one, or transferred. */
    sealed interface DutyHandedOver permits DutySucceeded, DutyTransferred {

        DutyId duty();

        DepartmentId from();

        DepartmentId to();

        /** The duty into which it went, or {@code null} where it goes on by itself. */
        default DutyId mergedInto() {
            return null;
        }
    }

    /**
     * The duty of an abolished department went to its successor.
     *
     * @param mergedInto the duty that the successor had on the key task before, into which this one went; {@code null}
     *     where the successor has this one
     */
    record DutySucceeded(DutyId duty, DepartmentId from, DepartmentId to, DutyId mergedInto)
            implements DutyHandedOver {}

    /** The duty went to another department as it stood (转办), to be signed for there. */
    record DutyTransferred(DutyId duty, DepartmentId from, DepartmentId to) implements DutyHandedOver {}

    /**
     * A dispute about a duty is over, which lay with the supervisors for that time: what its department had to do is due
     * later by its working days. Published before {@link DutyDecided} or {@link DutySucceeded}.
     */
    record DisputeWaited(KeyTaskId task, DutyId duty, Stop stop) {}

    /** A dispute about a duty was decided: it stands, perhaps with another department or in another role, or is withdrawn. */
    record DutyDecided(DutyId duty) {}
}
