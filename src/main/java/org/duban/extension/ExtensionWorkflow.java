package org.duban.extension;

import java.time.Instant;
import org.duban.task.KeyTaskId;

/** What the process is told about extensions; implemented by the engine's module. Joins the caller's transaction. */
public interface ExtensionWorkflow {

    /**
     * A department asks for a later due date.
     *
     * @param signed whether its head asks, who has signed thereby
     * @param lapsesAt from when on it is too late to answer
     */
    void requested(KeyTaskId task, ExtensionId extension, boolean signed, Instant lapsesAt);

    void signed(ExtensionId extension);

    /** The head does not sign. */
    void rejected(ExtensionId extension);

    void approved(ExtensionId extension);

    void refused(ExtensionId extension);

    /** Nobody is to answer it any more: the department took it back, or the duty is gone. */
    void takenBack(ExtensionId extension);
}
