package org.duban.watchdog;

import java.time.Instant;

/**
 * Something that nobody and nothing moves, or that the system tried and could not do.
 *
 * @param who short name of the department concerned, or {@code null}
 * @param where the work it belongs to, or {@code null} for the system's own
 * @param what what is missing or failed, a word for the texts of its kind; {@code null} where the kind says it all
 * @param figure how many items wait; or how often it failed; or how often it will still be tried by itself
 * @param since since when, as far as is known; else {@code null}
 * @param message what the failure said, in a line; {@code null} where nothing failed
 */
public record Trouble(Key key, String who, Place where, String what, int figure, Instant since, String message) {

    /** What the administrator has to do about it decides the group. */
    public enum Group {
        /** 无人可办: it takes an account. */
        UNATTENDED,
        /** 流程中断: ledger and engine disagree; it takes support. */
        STALLED,
        /** 后台作业失败: the engine gave up, or is about to. */
        JOB,
        /** 每日督查遗留: single items at which the nightly round failed. */
        ROUND
    }

    /** In the order of the list. */
    public enum Kind {
        /** Items wait for, or key tasks are in the hands of, a department for which nobody can act. Identifier: the department. */
        DEPARTMENT(Group.UNATTENDED),
        /** The same, of a department that has no head, for which all goes on but what takes one. Identifier: the department. */
        HEADLESS(Group.UNATTENDED),
        /** Items wait for the supervisors of a directive that has none who can sign in. Identifier: the directive. */
        DIRECTIVE(Group.UNATTENDED),
        /** What waits for leaders waits for nobody: none of them can sign in. */
        LEADERS(Group.UNATTENDED),
        /** A duty waits for a signature or a decision that nobody can give. */
        DUTY(Group.STALLED),
        /** A transfer waits for a decision that nobody can give. */
        TRANSFER(Group.STALLED),
        /** A report waits to be written or reviewed, and nobody can. */
        REPORT(Group.STALLED),
        /** A contribution is awaited that nobody can hand in. */
        CONTRIBUTION(Group.STALLED),
        /** A request for an extension waits to be signed or decided, and nobody can. */
        EXTENSION(Group.STALLED),
        /** An appeal against a score waits to be decided, and nobody can. */
        SCORE_APPEAL(Group.STALLED),
        /** An instruction waits to be assigned, reported or confirmed, and nobody can. */
        INSTRUCTION(Group.STALLED),
        /** An instruction waits for the answer of a department that can't give it. */
        ANSWER(Group.STALLED),
        /** A notice of the ladder waits to be confirmed, and nobody can. */
        RECEIPT(Group.STALLED),
        /** An urge waits to be confirmed, and nobody can. */
        URGE(Group.STALLED),
        /** A key task is open and can't be completed, verified or checked. */
        KEY_TASK(Group.STALLED),
        /** A key task stands still and nobody can have it go on. */
        SUSPENSION(Group.STALLED),
        /** An application for completion waits to be countersigned, and nobody can. */
        COUNTERSIGNATURE(Group.STALLED),
        /** The process waits for something that is not open. Identifier: the engine's. */
        SURPLUS_WAIT(Group.STALLED),
        /** Something waits in an inbox that is not open. Identifier: the item. */
        SURPLUS_ITEM(Group.STALLED),
        /** A directive is being launched, or has reports to come, and nothing brings them. */
        PERIODS(Group.STALLED),
        /** The daily round does not run. */
        DAILY_ROUND(Group.STALLED),
        /** A job of the engine failed. */
        JOB(Group.JOB),
        /** The nightly round failed at an item. */
        ROUND_ITEM(Group.ROUND);

        private final Group group;

        Kind(Group group) {
            this.group = group;
        }

        public Group group() {
            return group;
        }

        /** Whether trying it again may help. */
        public boolean retriable() {
            return this == JOB || this == ROUND_ITEM;
        }
    }

    /** Where it stands in the list. @param id within the kind; handed back unread */
    public record Key(Kind kind, String id) {

        /** Before every one. */
        public static final Key START = new Key(Kind.DEPARTMENT, "");
    }

    /**
     * A directive, by its number or title, or one of its key tasks.
     *
     * @param taskNo number of the row, or {@code null}
     */
    public record Place(long directiveId, String directive, String taskNo) {}
}
