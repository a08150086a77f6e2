package org.duban.ladder;

/** Whom a step of the ladder goes to, further up with each level. The names are those in {@code escalation.dmn}. */
public enum Addressee {
    NOBODY,
    /** Staff and head. */
    DEPARTMENT,
    /** The head of the department, who confirms it. */
    HEAD,
    /** The leaders, and the head of the department, who confirms it. */
    LEADERS_AND_HEAD,
    /** The leaders; and everybody who sees the key task sees it. */
    LEADERS;

    boolean confirmed() {
        return this == HEAD || this == LEADERS_AND_HEAD;
    }
}
