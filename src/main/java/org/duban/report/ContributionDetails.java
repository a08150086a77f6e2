package org.duban.report;

/**
 * A contribution as its page shows it.
 *
 * @param report for which it is asked, without its draft
 * @param taskText the whole key task, or {@code null} where the table has titles alone
 * @param suspended whether the key task stands still, and nothing can be done about the contribution
 * @param writable whether the caller may hand it in now
 */
public record ContributionDetails(
        Contribution contribution,
        ProgressReport report,
        String taskNo,
        String taskTitle,
        String taskText,
        String directiveLabel,
        boolean suspended,
        boolean writable) {}
