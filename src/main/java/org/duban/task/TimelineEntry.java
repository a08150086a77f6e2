package org.duban.task;

import java.time.Instant;

/**
 * Something that happened to a key task.
 *
 * @param departmentName the department it concerns, or {@code null}
 * @param actorName who did it; {@code null} where the system did
 * @param behalfName for whom they did it, where it was not in their own right; else {@code null}
 * @param note what the person wrote, or {@code null}
 * @param figure a number or date that belongs to it, or {@code null}
 */
public record TimelineEntry(
        long id,
        Kind kind,
        String departmentName,
        String actorName,
        String behalfName,
        String note,
        String figure,
        Instant occurredAt) {

    /** Longest figure, in characters. */
    static final int LONGEST_FIGURE = 100;

    public enum Kind {
        LAUNCHED,
        /** Off the duty of the department. The figure is the day on which it is due. */
        SPLIT_OFF,
        ACKNOWLEDGED,
        ACKNOWLEDGEMENT_URGED,
        DISPUTE_PREPARED,
        DISPUTE_REJECTED,
        DISPUTED,
        DUTY_TAKEN_UP,
        DUTY_CONFIRMED,
        DUTY_CHANGED,
        DUTY_WITHDRAWN,
        SUCCESSION_PROPOSED,
        SUCCESSION_DECLINED,
        /** The figure is the short name of the abolished department. */
        DUTY_SUCCEEDED,
        /** The figure is the short name of the department that shall have the duty. */
        TRANSFER_REQUESTED,
        TRANSFER_REFUSED,
        /** The figure is the short name of the department that had the duty. */
        DUTY_TRANSFERRED,
        /** By the department, into sub-tasks; the figure says their numbers. */
        SPLIT,
        /** The supervisor does not wait for open sub-tasks. */
        SUB_TASKS_WAIVED,
        /** The supervisor does so again. */
        SUB_TASKS_AWAITED,
        /** Of supervision, from person to person; the figure names both. */
        HANDED_OVER,
        REPORT_SUBMITTED,
        REPORT_RETURNED,
        REPORT_ACCEPTED,
        REPORT_URGED,
        /** The figure is the day on which it was due. */
        REPORT_MISSED,
        /** Returned with all others of the period after it had been accepted. */
        REPORT_RECALLED,
        REPORT_TO_HEAD,
        REPORT_HELD_BACK,
        HEAD_APPROVAL_SKIPPED,
        FINAL_REPORT_BEGUN,
        CONTRIBUTED,
        /** The figure is the day on which it was due. */
        CONTRIBUTION_NOT_WAITED_FOR,
        CONTRIBUTION_URGED,
        /** Prepared by the staff of a department for its head; nobody else's business yet. The figure is the day asked for. */
        EXTENSION_ASKED,
        EXTENSION_REJECTED,
        /** The figure is the day asked for. */
        EXTENSION_SUBMITTED,
        EXTENSION_TAKEN_BACK,
        /** The figure is the new due date. */
        EXTENSION_APPROVED,
        EXTENSION_REFUSED,
        EXTENSION_LAPSED,
        INSTRUCTION_WRITTEN,
        /** To one department. The figure is the day by which it answers. */
        INSTRUCTION_ASSIGNED,
        INSTRUCTION_ANSWERED,
        /** The figure is the new day. */
        INSTRUCTION_RETURNED,
        /** Without the late answer of the department. */
        INSTRUCTION_WENT_ON,
        /** The figure is the day by which it should have answered. */
        INSTRUCTION_URGED,
        INSTRUCTION_REPORTED,
        INSTRUCTION_ASKED_AGAIN,
        INSTRUCTION_DONE,
        /** Another leader confirms it, for the one who wrote it has left. */
        INSTRUCTION_HANDED_OVER,
        /** A supervisor urged a department by hand. */
        URGED,
        URGE_RECEIVED,
        /** The figure of this and the next ones is the level. */
        ESCALATED,
        /** The figure is the {@link Verdict}. */
        VERDICT_GIVEN,
        VERDICT_TAKEN_BACK,
        REPORT_ESCALATED,
        CONTRIBUTION_ESCALATED,
        ACKNOWLEDGEMENT_ESCALATED,
        INSTRUCTION_ESCALATED,
        ESCALATION_RECEIVED,
        /** The figure is the priority. */
        PRIORITY_CHANGED,
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
        /** The head of a department appeals against what a line of the score ledger counts. */
        SCORE_APPEALED,
        SCORE_APPEAL_UPHELD,
        SCORE_APPEAL_REFUSED,
        CLOSED,
        /** The figure is the number of the key task above, where it was withdrawn with that. */
        TASK_WITHDRAWN,
        /** The figure of this and the next one is the day on which the supervisor looks again. */
        SUSPENDED,
        REVIEW_POSTPONED,
        /** The figure is for how many working days it stood still. */
        RESUMED,
        /** The figure is the new due date. */
        DUE_MOVED,
        /** It ended, since another one goes on in its place, which the figure names. */
        MERGED_INTO,
        /** The figure names the one that ended. */
        MERGED,
        /** The department has a duty of the key task that ended. The figure is the role. */
        DUTY_ADDED,
        /** The figure is the new due date. */
        REOPENED
    }
}
