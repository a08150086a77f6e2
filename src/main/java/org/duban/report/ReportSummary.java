package org.duban.report;

/**
 * A report in the list of a key task.
 *
 * @param latest the latest hand-in, or {@code null} before the first
 * @param late whether any hand-in came late, or it is late now or was when it became void; being handed in later does not take it back
 * @param own whether the caller's department writes it
 */
public record ReportSummary(ProgressReport report, Submission latest, boolean late, boolean own) {}
