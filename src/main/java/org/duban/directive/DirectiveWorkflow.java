package org.duban.directive;

/** What the process is told about a directive; implemented by the engine's module. */
public interface DirectiveWorkflow {

    /** A supervisor asked for the launch; its rows follow in the background. Joins the caller's transaction. */
    void launchRequested(DirectiveId directive);

    /** A supervisor asked for the launch of rows that stayed behind. The caller holds the directive; otherwise the same. */
    void remainingRowsRequested(DirectiveId directive);

    /**
     * Its departments report otherwise from now on, or a key task that had ended runs again and may be reported on, whether
     * or not the directive's process has ended. The caller holds the directive; joins its transaction.
     */
    void reportingChanged(DirectiveId directive);
}
