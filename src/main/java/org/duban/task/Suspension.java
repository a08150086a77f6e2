package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A time in which a key task stood still.
 *
 * @param with the key task above with which it stands still, is looked at again and goes on; {@code null} where the
 *     supervisors had it stand still by itself
 * @param reviewOn the day on which the supervisor looks again whether it can go on
 * @param end how it ended; {@code null} while it stands still
 */
public record Suspension(
        String reason, LocalDate reviewOn, String suspendedBy, Instant suspendedAt, Above with, End end) {

    public record Above(KeyTaskId id, String no) {}

    public enum Ending {
        RESUMED,
        WITHDRAWN
    }

    /**
     * @param reason {@code null} where it was withdrawn, which has a reason of its own
     * @param workingDays by how many it went on later
     * @param oldDueOn the due date that held before, and {@code newDueOn} the one that holds since
     */
    public record End(
            Ending ending,
            String by,
            Instant at,
            String reason,
            int workingDays,
            LocalDate oldDueOn,
            LocalDate newDueOn) {}
}
