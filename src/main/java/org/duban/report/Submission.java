package org.duban.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A hand-in of a report, kept as it was.
 *
 * @param round 1 for the first, one more after each return
 * @param late whether it came after the due day that held then
 * @param actuals by target
 * @param decision {@code null} while it waits for review
 * @param reason the supervisor's words, or {@code null}; kept from fellow departments
 * @param newDueOn after a return
 * @param reviewedFor in whose place, where the reviewer did not supervise it in their own right; else {@code null}
 */
public record Submission(
        long id,
        ReportId reportId,
        int round,
        int percent,
        String body,
        String problems,
        Map<Long, BigDecimal> actuals,
        String submittedBy,
        Instant submittedAt,
        boolean late,
        Decision decision,
        String reason,
        LocalDate newDueOn,
        String reviewedBy,
        String reviewedFor,
        Instant reviewedAt) {

    public enum Decision {
        ACCEPTED,
        RETURNED
    }

    Submission withActuals(Map<Long, BigDecimal> figures) {
        return with(Map.copyOf(figures), reason);
    }

    /** As other departments see it: what the supervisor wrote is for the one that handed in. */
    Submission withoutReason() {
        return with(actuals, null);
    }

    private Submission with(Map<Long, BigDecimal> figures, String words) {
        return new Submission(
                id,
                reportId,
                round,
                percent,
                body,
                problems,
                figures,
                submittedBy,
                submittedAt,
                late,
                decision,
                words,
                newDueOn,
                reviewedBy,
                reviewedFor,
                reviewedAt);
    }
}
