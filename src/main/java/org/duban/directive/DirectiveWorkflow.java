package org.duban.directive;

/** What the process is told about a directive; implemented by the engine's module. */
public interface DirectiveWorkflow {

    /** A supervisor asked for the launch; its rows follow in the background. Joins the caller's transaction. */
    void launchRequested(DirectiveId directive);

    /** A supervisor asked for the launch of rows that stayed behind. The caller holds the directive; otherwise the same. */
    void remainingRowsRequested(DirectiveId directive);

    /** Its departments report otherwise from now on; the same. */
    void reportingChanged(DirectiveId directive);
}
