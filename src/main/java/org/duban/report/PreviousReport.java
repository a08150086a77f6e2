package org.duban.report;

/**
 * What was accepted of the same duty for the last period before.
 *
 * @param submission the hand-in that was accepted
 */
public record PreviousReport(ReportId id, ReportingPeriod period, Submission submission) {}
