package org.duban.task;

/** How a key task ended. */
public enum Outcome {
    /** 办结. */
    DONE,
    /** 部分落实. */
    PARTLY,
    /** 终止. */
    TERMINATED,
    /** 转长期. */
    ONGOING
}
