package org.duban.directive;

/** The role in which a department answers for a key task. */
public enum DutyRole {
    /** 牵头: leads, reports and applies for completion. */
    LEAD,
    /** 配合: helps the lead. */
    COOPERATING,
    /** 按职责分工负责: no lead is named; each reports for itself. */
    JOINT;

    /** Whether a department in this role hands in progress reports and may apply for completion. */
    public boolean reports() {
        return this != COOPERATING;
    }

    /** The role of a department that is named in both: who leads, leads; who reports does not only help. */
    public DutyRole or(DutyRole other) {
        if (this == LEAD || other == LEAD) {
            return LEAD;
        }
        return reports() ? this : other;
    }
}
