package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.organisation.DepartmentId;

/**
 * What another department says to an application for completion (会签).
 *
 * @param departmentId whoever has the duty while it is open, and whoever had it when it ended
 * @param dueOn the last day in time; after it the supervisor may go on without
 * @param opinion what the department says; {@code null} while open, or where it said nothing
 * @param endedBy who answered or waited no longer; {@code null} while open, and where it fell away by itself
 * @param endedAt {@code null} while open
 */
public record Countersignature(
        long id,
        long completionId,
        KeyTaskId taskId,
        DutyId dutyId,
        DepartmentId departmentId,
        String departmentName,
        State state,
        LocalDate dueOn,
        String opinion,
        String endedBy,
        Instant endedAt) {

    public enum State {
        /** 待会签. */
        OPEN,
        /** 同意. */
        AGREED,
        /** 不同意, and the application with it. */
        RETURNED,
        /** 不再等待: the supervisor went on without it after its due date. */
        WAIVED,
        /** 作废: the application, or the duty, was gone before the department answered. */
        VOID
    }
}
