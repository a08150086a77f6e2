package org.duban.inbox;

/** What is to be done. The subject of an item is what is named here. */
public enum ItemKind {
    /** A department signs for a duty, or disputes it. Subject: the duty. */
    ACKNOWLEDGE,
    /** A department writes its progress report. Subject: the report. */
    REPORT,
    /** A department amends a returned report. Subject: the report. */
    AMEND,
    /** A department confirms that a supervisor urged it. Subject: the urge. */
    URGED,
    /** The head of a department confirms a notice of the ladder. Subject: the receipt. */
    RECEIVE_ESCALATION,
    /** A supervisor decides on a dispute. Subject: the duty. */
    DECIDE_DISPUTE,
    /** A supervisor says which heir of an abolished department has its duty now. Subject: the duty. */
    DECIDE_SUCCESSION,
    /** A supervisor reviews a report. Subject: the report. */
    REVIEW,
    /** A supervisor verifies a completion. Subject: the completion. */
    VERIFY
}
