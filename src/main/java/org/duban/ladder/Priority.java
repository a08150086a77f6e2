package org.duban.ladder;

/** How important a key task is. The names are those of the input {@code priority} of the tables. */
public enum Priority {
    /** 一般. */
    NORMAL,
    /** 重点. */
    HIGH
}
