package org.duban.task;

import static org.duban.task.TimelineEntry.Readers.EVERYBODY;
import static org.duban.task.TimelineEntry.Readers.OVERSEERS;
import static org.duban.task.TimelineEntry.Readers.OWN_ONLY;

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

    /** Who reads something, of those who see the key task. The department that it concerns always does. */
    public enum Readers {
        /** Fellow departments, too. */
        EVERYBODY,
        /** The supervisors of the directive and leaders. */
        OVERSEERS,
        /** Nobody else: what has not left the department. */
        OWN_ONLY
    }

    public enum Kind {
        LAUNCHED(EVERYBODY),
        /** Off the duty of the department. The figure is the day on which it is due. */
        SPLIT_OFF(EVERYBODY),
        ACKNOWLEDGED(EVERYBODY),
        ACKNOWLEDGEMENT_URGED(OVERSEERS),
        DISPUTE_PREPARED(OWN_ONLY),
        DISPUTE_REJECTED(OWN_ONLY),
        DISPUTED(EVERYBODY, OVERSEERS),
        DUTY_TAKEN_UP(EVERYBODY, OVERSEERS),
        DUTY_CONFIRMED(EVERYBODY, OVERSEERS),
        DUTY_CHANGED(EVERYBODY, OVERSEERS),
        DUTY_WITHDRAWN(EVERYBODY, OVERSEERS),
        SUCCESSION_PROPOSED(EVERYBODY),
        SUCCESSION_DECLINED(EVERYBODY, OVERSEERS),
        /** The figure is the short name of the abolished department. */
        DUTY_SUCCEEDED(EVERYBODY, OVERSEERS),
        /** The figure is the short name of the department that shall have the duty. */
        TRANSFER_REQUESTED(OVERSEERS),
        TRANSFER_REFUSED(OVERSEERS),
        /** The figure is the short name of the department that had the duty. */
        DUTY_TRANSFERRED(EVERYBODY, OVERSEERS),
        /** By the department, into sub-tasks; the figure says their numbers. */
        SPLIT(EVERYBODY),
        /** The supervisor does not wait for open sub-tasks. */
        SUB_TASKS_WAIVED(EVERYBODY),
        /** The supervisor does so again. */
        SUB_TASKS_AWAITED(EVERYBODY),
        /** Of supervision, from person to person; the figure names both. */
        HANDED_OVER(EVERYBODY, OVERSEERS),
        REPORT_SUBMITTED(EVERYBODY),
        REPORT_RETURNED(EVERYBODY, OVERSEERS),
        REPORT_ACCEPTED(EVERYBODY, OVERSEERS),
        REPORT_URGED(OVERSEERS),
        /** The figure is the day on which it was due. */
        REPORT_MISSED(EVERYBODY),
        /** Returned with all others of the period after it had been accepted. */
        REPORT_RECALLED(EVERYBODY, OVERSEERS),
        REPORT_TO_HEAD(OVERSEERS),
        REPORT_HELD_BACK(OVERSEERS),
        HEAD_APPROVAL_SKIPPED(EVERYBODY),
        FINAL_REPORT_BEGUN(EVERYBODY),
        CONTRIBUTED(EVERYBODY),
        /** The figure is the day on which it was due. */
        CONTRIBUTION_NOT_WAITED_FOR(EVERYBODY),
        CONTRIBUTION_URGED(OVERSEERS),
        /** Prepared by the staff of a department for its head. The figure is the day asked for. */
        EXTENSION_ASKED(OWN_ONLY),
        EXTENSION_REJECTED(OWN_ONLY),
        /** Taken back before the head had signed it. */
        EXTENSION_DROPPED(OWN_ONLY),
        /** Lapsed before the head had signed it. */
        EXTENSION_UNSIGNED(OWN_ONLY),
        /** The figure is the day asked for. */
        EXTENSION_SUBMITTED(EVERYBODY),
        EXTENSION_TAKEN_BACK(EVERYBODY),
        /** The figure is the new due date. */
        EXTENSION_APPROVED(EVERYBODY, OVERSEERS),
        EXTENSION_REFUSED(EVERYBODY, OVERSEERS),
        EXTENSION_LAPSED(EVERYBODY),
        INSTRUCTION_WRITTEN(OVERSEERS),
        /** To one department. The figure is the day by which it answers. */
        INSTRUCTION_ASSIGNED(OVERSEERS),
        INSTRUCTION_ANSWERED(OVERSEERS),
        /** The figure is the new day. */
        INSTRUCTION_RETURNED(OVERSEERS),
        /** Without the late answer of the department. */
        INSTRUCTION_WENT_ON(OVERSEERS),
        /** The figure is the day by which it should have answered. */
        INSTRUCTION_URGED(OVERSEERS),
        INSTRUCTION_REPORTED(OVERSEERS),
        INSTRUCTION_ASKED_AGAIN(OVERSEERS),
        INSTRUCTION_DONE(OVERSEERS),
        /** Another leader confirms it, for the one who wrote it has left. */
        INSTRUCTION_HANDED_OVER(OVERSEERS),
        /** A supervisor urged a department by hand. */
        URGED(OVERSEERS),
        URGE_RECEIVED(OVERSEERS),
        /** The figure of this and the next ones is the level. */
        ESCALATED(EVERYBODY),
        /** The figure is the {@link Verdict}. */
        VERDICT_GIVEN(EVERYBODY),
        VERDICT_TAKEN_BACK(EVERYBODY),
        REPORT_ESCALATED(OVERSEERS),
        CONTRIBUTION_ESCALATED(OVERSEERS),
        ACKNOWLEDGEMENT_ESCALATED(OVERSEERS),
        INSTRUCTION_ESCALATED(OVERSEERS),
        ESCALATION_RECEIVED(OVERSEERS),
        /** The figure is the priority. */
        PRIORITY_CHANGED(EVERYBODY),
        COMPLETION_APPLIED(EVERYBODY),
        COMPLETION_TAKEN_BACK(EVERYBODY),
        COUNTERSIGNED(EVERYBODY),
        COUNTERSIGN_RETURNED(EVERYBODY),
        /** The supervisor waits no longer for the department. */
        COUNTERSIGN_WAIVED(EVERYBODY),
        /** The department is not asked any more: its duty is gone. */
        COUNTERSIGN_VOID(EVERYBODY),
        /** The figure is the planned day. */
        SITE_CHECK_ORDERED(EVERYBODY),
        /** The figure is the state of the check. */
        SITE_CHECK_RECORDED(EVERYBODY),
        COMPLETION_SENT_BACK(EVERYBODY),
        /** The head of a department appeals against what a line of the score ledger counts. */
        SCORE_APPEALED(OVERSEERS),
        SCORE_APPEAL_UPHELD(OVERSEERS),
        SCORE_APPEAL_REFUSED(OVERSEERS),
        SCORE_APPEAL_TAKEN_BACK(OVERSEERS),
        CLOSED(EVERYBODY),
        /** The figure is the number of the key task above, where it was withdrawn with that. */
        TASK_WITHDRAWN(EVERYBODY),
        /** The figure of this and the next one is the day on which the supervisor looks again. */
        SUSPENDED(EVERYBODY),
        REVIEW_POSTPONED(EVERYBODY),
        /** The figure is for how many working days it stood still. */
        RESUMED(EVERYBODY),
        /** The figure is the new due date. */
        DUE_MOVED(EVERYBODY),
        /** It ended, since another one goes on in its place, which the figure names. */
        MERGED_INTO(EVERYBODY),
        /** The figure names the one that ended. */
        MERGED(EVERYBODY, OVERSEERS),
        /** The department has a duty of the key task that ended. The figure is the role. */
        DUTY_ADDED(EVERYBODY),
        /** The figure is the new due date. */
        REOPENED(EVERYBODY);

        private final Readers readers;
        private final Readers noteReaders;

        Kind(Readers readers) {
            this(readers, readers);
        }

        /** @param noteReaders not more than read the entry */
        Kind(Readers readers, Readers noteReaders) {
            this.readers = readers;
            this.noteReaders = noteReaders;
        }

        /** Who reads that it happened, by whom, and the figure. */
        public Readers readers() {
            return readers;
        }

        /** Who reads what the person wrote. */
        public Readers noteReaders() {
            return noteReaders;
        }
    }
}
