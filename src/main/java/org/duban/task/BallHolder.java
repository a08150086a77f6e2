package org.duban.task;

import java.time.Instant;

/**
 * Somebody who has to move next on a key task.
 *
 * @param departmentName short name of the department; {@code null} where it is the directive's supervisors
 * @param move what is to be done
 * @param percent the department's last accepted percentage; {@code null} before the first, and for supervisors
 * @param since when the ball came to them
 */
public record BallHolder(String departmentName, Move move, Integer percent, Instant since) {

    /** What the key task waits for. */
    public enum Move {
        /** The department has not signed. */
        SIGN,
        /** A report of the department is late. */
        REPORT,
        /** A report that was returned is to be amended. */
        AMEND,
        /** The work goes on; nothing is due but the whole. */
        FINISH,
        /** All is reported as done; the application for completion is missing. */
        APPLY,
        /** The department does not say what it thinks of the application for completion. */
        COUNTERSIGN,
        /** A supervisor decides on a dispute. */
        DECIDE,
        /** A supervisor reviews a report. */
        REVIEW,
        /** A supervisor verifies the completion. */
        VERIFY,
        /** A supervisor checks on site what the application says. */
        CHECK
    }

    public boolean supervisors() {
        return departmentName == null;
    }
}
