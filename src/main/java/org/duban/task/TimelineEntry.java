package org.duban.task;

import java.time.Instant;

/**
 * Something that happened to a key task.
 *
 * @param departmentName the department it concerns, or {@code null}
 * @param actorName who did it; {@code null} where the system did
 * @param note what the person wrote, or {@code null}
 * @param figure a number or date that belongs to it, or {@code null}
 */
public record TimelineEntry(
        long id, Kind kind, String departmentName, String actorName, String note, String figure, Instant occurredAt) {

    public enum Kind {
        LAUNCHED,
        ACKNOWLEDGED,
        ACKNOWLEDGEMENT_URGED,
        DISPUTED,
        DUTY_TAKEN_UP,
        DUTY_CONFIRMED,
        DUTY_CHANGED,
        DUTY_WITHDRAWN,
        SUCCESSION_PROPOSED,
        SUCCESSION_DECLINED,
        /** The figure is the short name of the abolished department. */
        DUTY_SUCCEEDED,
        REPORT_SUBMITTED,
        REPORT_RETURNED,
        REPORT_ACCEPTED,
        REPORT_URGED,
        ESCALATED,
        COMPLETION_APPLIED,
        COMPLETION_TAKEN_BACK,
        COUNTERSIGNED,
        COUNTERSIGN_RETURNED,
        /** The supervisor waits no longer for the department. */
        COUNTERSIGN_WAIVED,
        /** The department is not asked any more: its duty is gone. */
        COUNTERSIGN_VOID,
        /** The figure is the planned day. */
        SITE_CHECK_ORDERED,
        /** The figure is the state of the check. */
        SITE_CHECK_RECORDED,
        COMPLETION_SENT_BACK,
        CLOSED,
        TASK_WITHDRAWN,
        /** The figure is the new due date. */
        REOPENED
    }
}
