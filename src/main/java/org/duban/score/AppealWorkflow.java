package org.duban.score;

/** What the process is told about appeals; implemented by the engine's module. Joins the caller's transaction. */
public interface AppealWorkflow {

    /** The supervisors decide. */
    void appealed(AppealId appeal);

    void upheld(AppealId appeal);

    void refused(AppealId appeal);

    /** Nobody decides any more. */
    void takenBack(AppealId appeal);
}
