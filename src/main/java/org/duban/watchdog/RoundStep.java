package org.duban.watchdog;

/** What the nightly round does to one item after the other. */
public enum RoundStep {
    /** 催报: urge a department. Item: the report, or the contribution to one. */
    URGE_REPORT,
    /** 升级: tell the process that the due date has passed. Item: the key task. */
    ESCALATE,
    /** 重评: read the light again. Item: the key task. */
    REREAD_LIGHT
}
