package org.duban.task;

import java.time.Instant;

/**
 * Somebody who has to move next on a key task.
 *
 * @param departmentName short name of the department; {@code null} where it is the directive's supervisors
 * @param since when the ball came to them
 */
public record BallHolder(String departmentName, Instant since) {

    public boolean supervisors() {
        return departmentName == null;
    }
}
