package org.duban.task;

/**
 * All overdue key tasks that the caller may see, in figures.
 *
 * @param tasks how many; counting stops at 1000, and {@code more} says that it did
 * @param departments departments that lead them or answer for them jointly, among those counted
 * @param longestDelay days that the latest one is late; 0 where none is
 */
public record OverdueSummary(int tasks, boolean more, int departments, int longestDelay) {}
