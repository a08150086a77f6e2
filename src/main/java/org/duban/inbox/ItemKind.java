package org.duban.inbox;

/** What is to be done. The subject of an item is the duty, report or completion that is named here. */
public enum ItemKind {
    /** A department signs for a duty, or disputes it. Subject: the duty. */
    ACKNOWLEDGE,
    /** The head of a department signs a dispute that was prepared, or does not. Subject: the duty. */
    SIGN_DISPUTE,
    /** A department writes its progress report. Subject: the report. */
    REPORT,
    /** A department amends a returned report. Subject: the report. */
    AMEND,
    /** A supervisor decides on a dispute. Subject: the duty. */
    DECIDE_DISPUTE,
    /** A supervisor says which heir of an abolished department has its duty now. Subject: the duty. */
    DECIDE_SUCCESSION,
    /** A supervisor decides whether a duty goes to another department. Subject: the transfer. */
    DECIDE_TRANSFER,
    /** A supervisor reviews a report. Subject: the report. */
    REVIEW,
    /** A supervisor verifies a completion. Subject: the completion. */
    VERIFY;

    /** Whether it waits for the heads of a department alone. */
    public boolean forHeads() {
        return this == SIGN_DISPUTE;
    }
}
