package org.duban.inbox;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is to be done. The subject of an item is what is named here. */
public enum ItemKind {
    /** A department signs for a duty, or disputes it. Subject: the duty. */
    ACKNOWLEDGE,
    /** The head of a department signs a dispute that was prepared, or does not. Subject: the duty. */
    SIGN_DISPUTE,
    /** A department writes its progress report. Subject: the report. */
    REPORT,
    /** A department amends a returned report. Subject: the report. */
    AMEND,
    /** A cooperating department contributes to the report of the lead. Subject: the contribution. */
    CONTRIBUTE,
    /** The head of a department approves its report. Subject: the report. */
    APPROVE_REPORT,
    /** The head of a department signs its request for an extension. Subject: the extension. */
    SIGN_EXTENSION,
    /** A department answers what an instruction asks of it. Subject: its answer. */
    ANSWER_INSTRUCTION,
    /** A department countersigns an application for completion. Subject: the countersignature. */
    COUNTERSIGN,
    /** A department confirms that a supervisor urged it. Subject: the urge. */
    URGED,
    /** The head of a department confirms a notice of the ladder. Subject: the receipt. */
    RECEIVE_ESCALATION,
    /** A supervisor decides on a dispute. Subject: the duty. */
    DECIDE_DISPUTE,
    /** A supervisor says which heir of an abolished department has its duty now. Subject: the duty. */
    DECIDE_SUCCESSION,
    /** A supervisor decides whether a duty goes to another department. Subject: the transfer. */
    DECIDE_TRANSFER,
    /** A supervisor decides on an extension. Subject: the extension. */
    DECIDE_EXTENSION,
    /** A supervisor decides on an appeal against a line of the score ledger. Subject: the appeal. */
    DECIDE_SCORE_APPEAL,
    /** A supervisor says who answers an instruction, and by when. Subject: the instruction. */
    ASSIGN_INSTRUCTION,
    /** A supervisor reports to the leader what came of an instruction. Subject: the instruction. */
    REPORT_INSTRUCTION,
    /** A supervisor reviews a report. Subject: the report. */
    REVIEW,
    /** A supervisor verifies a completion. Subject: the completion. */
    VERIFY,
    /** A supervisor checks a completion on site. Subject: the check. */
    SITE_CHECK,
    /** A supervisor looks whether a key task that stands still can go on. Subject: the key task. */
    RESUME,
    /** A leader confirms that an instruction is carried out. Subject: the instruction. */
    CONFIRM_INSTRUCTION;

    /** What waits for a department and only its head can do. */
    public static final Set<ItemKind> FOR_HEADS =
            Collections.unmodifiableSet(EnumSet.of(SIGN_DISPUTE, APPROVE_REPORT, SIGN_EXTENSION));

    /** What still waits when the key task has ended: it is about what was, not about the work. */
    public static final Set<ItemKind> OUTLIVING = Collections.unmodifiableSet(EnumSet.of(DECIDE_SCORE_APPEAL));

    /** What waits while the key task stands still: somebody can act on it then. */
    public static final Set<ItemKind> NEVER_PARKED =
            Collections.unmodifiableSet(EnumSet.of(RESUME, DECIDE_SCORE_APPEAL));
}
