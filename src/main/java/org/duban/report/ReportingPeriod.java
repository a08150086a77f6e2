package org.duban.report;

import java.time.LocalDate;

/**
 * A stretch of time that is reported on.
 *
 * @param from first day
 * @param to last day
 * @param dueOn last day on which a report is in time
 */
public record ReportingPeriod(long id, LocalDate from, LocalDate to, LocalDate dueOn) {}
