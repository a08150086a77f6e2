package org.duban.ladder;

import org.duban.task.KeyTaskId;

/**
 * What the process is told about the ladder and about urges; implemented by the engine's module. Every call joins the
 * caller's transaction.
 */
public interface LadderWorkflow {

    /** Something of the key task is late enough to be raised; the process has it raised. */
    void deadlineMissed(KeyTaskId task, long subject);

    /** Nobody is waited for any more to confirm it. */
    void receiptSettled(ReceiptId receipt);

    /** A supervisor urged a department, which has to confirm it. */
    void urged(KeyTaskId task, UrgeId urge);

    /** Nobody is waited for any more to confirm it. */
    void urgeSettled(UrgeId urge);
}
