package org.duban.inbox;

/** What is to be done. The subject of an item is the duty, report, contribution or completion that is named here. */
public enum ItemKind {
    /** A department signs for a duty, or disputes it. Subject: the duty. */
    ACKNOWLEDGE,
    /** A department writes its progress report. Subject: the report. */
    REPORT,
    /** A department amends a returned report. Subject: the report. */
    AMEND,
    /** A cooperating department contributes to the report of the lead. Subject: the contribution. */
    CONTRIBUTE,
    /** The head of a department approves its report. Subject: the report. */
    APPROVE_REPORT,
    /** A supervisor decides on a dispute. Subject: the duty. */
    DECIDE_DISPUTE,
    /** A supervisor says which heir of an abolished department has its duty now. Subject: the duty. */
    DECIDE_SUCCESSION,
    /** A supervisor reviews a report. Subject: the report. */
    REVIEW,
    /** A supervisor verifies a completion. Subject: the completion. */
    VERIFY;

    /** What of a department's work waits for its head alone. */
    public boolean forHeads() {
        return this == APPROVE_REPORT;
    }
}
