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
        /** A supervisor urged a department by hand. */
        URGED,
        URGE_RECEIVED,
        /** The figure of this and the next ones is the level. */
        ESCALATED,
        REPORT_ESCALATED,
        ACKNOWLEDGEMENT_ESCALATED,
        ESCALATION_RECEIVED,
        /** The figure is the priority. */
        PRIORITY_CHANGED,
        COMPLETION_APPLIED,
        COMPLETION_SENT_BACK,
        CLOSED
    }
}
