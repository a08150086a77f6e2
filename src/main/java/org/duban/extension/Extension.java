package org.duban.extension;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.organisation.DepartmentId;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;

/**
 * A department's request for a later due date of its key task.
 *
 * @param fromDueOn the due date that held when it was asked for
 * @param askedDueOn the one that is asked for
 * @param newDueOn the one that was granted, or {@code null}
 * @param percent how far the work is, 0 to 100
 * @param signedAt when the head signed it, or {@code null}: as long as it is not signed it is the department's own business
 * @param endedBy who ended it; {@code null} while it is open, and where nobody answered in time
 * @param endedReason what was written then, or {@code null}
 */
public record Extension(
        ExtensionId id,
        KeyTaskId taskId,
        DutyId dutyId,
        DepartmentId departmentId,
        String departmentName,
        State state,
        LocalDate fromDueOn,
        LocalDate askedDueOn,
        LocalDate newDueOn,
        String reason,
        int percent,
        String progress,
        String askedBy,
        Instant askedAt,
        String signedBy,
        Instant signedAt,
        String endedBy,
        Instant endedAt,
        String endedReason) {

    public enum State {
        /** 待签批: waits for the department's head. */
        SIGNING,
        /** 待审批: waits for a supervisor. */
        DECIDING,
        /** 已批准. */
        APPROVED,
        /** 未批准: refused by the supervisor. */
        REFUSED,
        /** 未上报: refused by the department's own head. */
        REJECTED,
        /** 已撤回. */
        TAKEN_BACK,
        /** 到期失效: not answered before the due date had passed. */
        LAPSED,
        /** 作废: the key task was closed or the duty withdrawn before it was answered, or transferred before it was signed. */
        VOID
    }

    public boolean open() {
        return state == State.SIGNING || state == State.DECIDING;
    }

    /** As other departments may read it: without what was written to the department. */
    Extension withoutDecisionReason() {
        return new Extension(
                id,
                taskId,
                dutyId,
                departmentId,
                departmentName,
                state,
                fromDueOn,
                askedDueOn,
                newDueOn,
                reason,
                percent,
                progress,
                askedBy,
                askedAt,
                signedBy,
                signedAt,
                endedBy,
                endedAt,
                null);
    }
}
