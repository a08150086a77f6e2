package org.duban.task;

import java.time.Instant;
import java.util.List;

/**
 * An overdue key task, with who has to move now.
 *
 * @param holders departments (short names) with whom the ball lies; empty while it lies with the supervisors
 * @param since since when it lies there
 */
public record OverdueRow(KeyTaskRow row, List<String> holders, Instant since) {

    public boolean withSupervisors() {
        return holders.isEmpty();
    }
}
