package org.duban.watchdog;

/** What the nightly round, or the turn of a reporting period, does to one item after the other. */
public enum RoundStep {
    /** 提醒: remind a department of a due day. Item: what is due. */
    REMIND,
    /** 催报: raise what is late of reports and contributions. Item: the report, or contribution. */
    URGE_REPORT,
    /** 升级: the same for whatever else is late. Item: the key task, the duty that is unsigned, or the answer. */
    ESCALATE,
    /** 重评: read the light again. Item: the key task. */
    REREAD_LIGHT,
    /** 缺报: close a report that was never handed in. Item: the report. At the turn of a period, and each day after a failure. */
    CLOSE_REPORT,
    /** 开启报告: ask for the reports on a period that opened. Item: the key task. As often. */
    OPEN_REPORTS
}
