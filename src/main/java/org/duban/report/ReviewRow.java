package org.duban.report;

import org.duban.inbox.OpenItem;

/**
 * A report that waits for the caller's review.
 *
 * @param item since when and until when it waits
 * @param submission what was handed in; without actuals
 * @param previousPercent the last accepted percentage of the duty, or {@code null}
 */
public record ReviewRow(
        OpenItem item, ReportId reportId, ReportingPeriod period, Submission submission, Integer previousPercent) {}
