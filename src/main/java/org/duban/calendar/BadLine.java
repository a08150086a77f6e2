package org.duban.calendar;

import org.duban.base.Refusal;

/**
 * A line of a file that says nothing that could be entered.
 *
 * @param line counted from 1
 */
public record BadLine(long line, Refusal why) {}
