package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How a key task ended once, as it was then; what came after changes nothing of it.
 *
 * @param outcome {@code null} where it was withdrawn
 * @param dueOn the due date that counted then
 * @param daysLate by that date
 * @param reason the supervisor's words, or {@code null}
 * @param closedBy {@code null} where nobody knows any more
 * @param reopenedAt {@code null} while it is the last word
 */
public record Closing(
        KeyTask.State state,
        Outcome outcome,
        LocalDate dueOn,
        int daysLate,
        int escalationLevel,
        String reason,
        String closedBy,
        Instant closedAt,
        String reopenReason,
        LocalDate newDueOn,
        String reopenedBy,
        Instant reopenedAt) {}
