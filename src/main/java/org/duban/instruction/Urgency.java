package org.duban.instruction;

/** How soon the supervisors have to pass an instruction on; none where the leader says nothing of it. */
public enum Urgency {
    /** 加急: the next working day. */
    URGENT,
    /** 特急: at once. */
    VERY_URGENT
}
