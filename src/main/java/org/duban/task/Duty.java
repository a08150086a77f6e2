package org.duban.task;

import java.time.Instant;
import org.duban.directive.DutyRole;
import org.duban.organisation.DepartmentId;

/**
 * What one department answers for.
 *
 * @param departmentName its short name
 * @param acknowledgeBy end of the clock for signing
 * @param firstAcknowledgeBy end of the department's first clock, which a decision on a dispute does not move; the same as
 *     {@code acknowledgeBy} where there was no other
 * @param disputeBy until when the department may dispute; {@code null} for duties that were given when there was no limit
 * @param percent last accepted percentage, or {@code null} before the first
 */
public record Duty(
        DutyId id,
        KeyTaskId taskId,
        DepartmentId departmentId,
        String departmentName,
        DutyRole role,
        State state,
        Instant acknowledgeBy,
        Instant firstAcknowledgeBy,
        Instant disputeBy,
        Instant acknowledgedAt,
        Integer percent) {

    public enum State {
        /** 待签收. */
        AWAITING,
        /** 待裁定: disputed by the department, or taken up by the supervisor, who decides. */
        DISPUTED,
        /** 已签收. */
        ACKNOWLEDGED,
        /** 已撤销. */
        WITHDRAWN
    }

    /** Whether the department signed after the end of the clock that ran then. */
    public boolean signedLate() {
        return acknowledgedAt != null && acknowledgedAt.isAfter(acknowledgeBy);
    }

    /** Whether the department signed after the end of its first clock, whatever clocks it was given later. */
    public boolean signedAfterFirstClock() {
        return acknowledgedAt != null && acknowledgedAt.isAfter(firstAcknowledgeBy);
    }

    /** Whether the department's time for disputing is not over. */
    public boolean disputableAt(Instant now) {
        return disputeBy == null || !now.isAfter(disputeBy);
    }

    public boolean reports() {
        return role.reports() && state != State.WITHDRAWN;
    }
}
