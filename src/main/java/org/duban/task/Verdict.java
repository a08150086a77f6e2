package org.duban.task;

/** 督查评定: what the supervisors think of the work, whatever percentage the departments report. */
public enum Verdict {
    /** None was given, or it was taken back. */
    NONE,
    ON_COURSE,
    BEHIND,
    FAR_BEHIND
}
