package org.duban.report;

/**
 * A contribution as its page shows it.
 *
 * @param report for which it is asked, without its draft
 * @param suspended whether the key task stands still, and nothing can be done about the contribution
 * @param writable whether the caller may hand it in now
 */
public record ContributionDetails(
        Contribution contribution,
        ProgressReport report,
        String taskNo,
        String taskTitle,
        String directiveLabel,
        boolean suspended,
        boolean writable) {}
