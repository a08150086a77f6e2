package org.duban.base;

import java.time.LocalDate;

/**
 * Where a page ends in a list sorted by due date and identifier; the next page starts behind it.
 *
 * @param due the due date of the last row read
 * @param id its identifier, which decides among equal dates
 */
public record DueKey(LocalDate due, long id) {

    /** Before every row. */
    public static final DueKey START = new DueKey(LocalDate.of(1, 1, 1), Long.MIN_VALUE);
}
