package org.duban.ladder;

import java.time.LocalDate;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;

/**
 * Something that a department has in hand, and until when.
 *
 * @param subject identifier of what {@link DeadlineKind} names
 * @param duty whose it is; {@code null} where it is all duties' of the key task
 * @param waited working days past the due day on which it lay with the supervisors, and nobody's fault is counted
 */
public record Deadline(
        DeadlineKind kind,
        long subject,
        KeyTaskId task,
        DutyId duty,
        LocalDate dueOn,
        Priority priority,
        int timesReturned,
        int timesExtended,
        int waited) {}
