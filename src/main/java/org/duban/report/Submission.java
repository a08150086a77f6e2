package org.duban.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.duban.organisation.DepartmentId;

/**
 * A hand-in of a report, kept as it was.
 *
 * @param departmentId which handed in; the report may have gone to another one since
 * @param round 1 for the first, one more after each return
 * @param late whether it came after the due day that held then
 * @param actuals by target
 * @param approval what became of the approval by the head of the department; {@code null} where none was asked for
 * @param approvedBy the head, or {@code null}
 * @param approvedFor in whose place, where it was none; else {@code null}
 * @param decision {@code null} while it waits for review
 * @param reason the supervisor's words, or {@code null}; kept from fellow departments
 * @param newDueOn after a return
 * @param reviewedFor in whose place, where the reviewer did not supervise it in their own right; else {@code null}
 * @param acceptedBy who had accepted what was recalled; {@code null} otherwise
 * @param acceptedFor in whose place; like {@code reviewedFor}
 */
public record Submission(
        long id,
        ReportId reportId,
        DepartmentId departmentId,
        int round,
        int percent,
        String body,
        String problems,
        Map<Long, BigDecimal> actuals,
        String submittedBy,
        Instant submittedAt,
        boolean late,
        Approval approval,
        String approvedBy,
        String approvedFor,
        Decision decision,
        String reason,
        LocalDate newDueOn,
        String reviewedBy,
        String reviewedFor,
        Instant reviewedAt,
        String acceptedBy,
        String acceptedFor,
        Instant acceptedAt) {

    public enum Approval {
        /** 已审签. */
        GIVEN,
        /** 免审签: nobody could have given it. */
        NOBODY
    }

    public enum Decision {
        ACCEPTED,
        RETURNED,
        /** Returned with all others of the period (整体退回) after it had been accepted. */
        RECALLED
    }

    /** Whether its department writes it again. */
    public boolean sentBack() {
        return decision == Decision.RETURNED || decision == Decision.RECALLED;
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
                departmentId,
                round,
                percent,
                body,
                problems,
                figures,
                submittedBy,
                submittedAt,
                late,
                approval,
                approvedBy,
                approvedFor,
                decision,
                words,
                newDueOn,
                reviewedBy,
                reviewedFor,
                reviewedAt,
                acceptedBy,
                acceptedFor,
                acceptedAt);
    }
}
