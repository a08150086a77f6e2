package org.duban.task;

/** What other features may want to know; published and heard inside the transaction of the action. */
public interface KeyTaskEvents {

    /** Closed: nothing of it waits for anybody any more. */
    record Closed(KeyTaskId task) {}

    /** A dispute about a duty was decided: it stands, perhaps with another department or in another role, or is withdrawn. */
    record DutyDecided(DutyId duty) {}
}
