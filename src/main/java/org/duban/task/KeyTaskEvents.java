package org.duban.task;

/** What other features may want to know; published and heard inside the transaction of the action. */
public interface KeyTaskEvents {

    /** Closed: nothing of it waits for anybody any more. */
    record Closed(KeyTaskId task) {}

    /** A duty was given to another department or role, or withdrawn: what its department had begun is void. */
    record DutyChanged(KeyTaskId task, DutyId duty) {}
}
