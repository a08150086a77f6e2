package org.duban.score;

/** Which due date held when a key task was completed. */
public enum DueBasis {
    /** 原定时限. */
    ORIGINAL,
    /** 经批准延期: the day that was granted counts, and that it was granted stays to be seen. */
    EXTENDED,
    /** 重新办理: completed before, and counted then. */
    REOPENED
}
