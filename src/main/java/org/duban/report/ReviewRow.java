package org.duban.report;

import org.duban.inbox.OpenItem;

/**
 * A report that waits for the caller's review.
 *
 * @param item since when and until when it waits
 * @param submission what was handed in; without actuals
 */
public record ReviewRow(OpenItem item, ReportId reportId, Submission submission) {}
