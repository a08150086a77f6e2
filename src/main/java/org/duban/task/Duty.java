package org.duban.task;

import java.time.Instant;
import org.duban.directive.DutyRole;
import org.duban.organisation.DepartmentId;

/**
 * What one department answers for.
 *
 * @param departmentName its short name
 * @param acknowledgeBy end of the clock for signing
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
        Instant acknowledgedAt,
        Integer percent) {

    public enum State {
        /** 待签收. */
        AWAITING,
        /** 有异议: the supervisor decides. */
        DISPUTED,
        /** 已签收. */
        ACKNOWLEDGED,
        /** 已撤销. */
        WITHDRAWN
    }

    public boolean reports() {
        return role.reports() && state != State.WITHDRAWN;
    }
}
