package org.duban.watchdog;

/** What the nightly round does to one item after the other. */
public enum RoundStep {
    /** 提醒: remind a department of a due day. Item: what is due. */
    REMIND,
    /** 催报: raise what is to be done about a late report, urge for a late contribution. Item: the report, or contribution. */
    URGE_REPORT,
    /** 升级: the same for whatever else is late. Item: the key task, or the duty that is unsigned. */
    ESCALATE,
    /** 重评: read the light again. Item: the key task. */
    REREAD_LIGHT
}
