package org.duban.calendar;

import java.time.Instant;
import java.util.List;
import org.duban.base.CalendarDay;

/**
 * A year whose holidays are known.
 *
 * @param source number of the document that announced them
 * @param enteredBy name of who entered it, or {@code null} where it came with the system
 * @param enteredAt when, or {@code null} where it came with the system
 * @param days in ascending order
 * @param workingDays how many working days it has
 */
public record CalendarYear(
        int year, String source, String enteredBy, Instant enteredAt, List<CalendarDay> days, int workingDays) {}
