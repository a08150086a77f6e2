package org.duban.base;

import java.time.LocalDate;

/**
 * A time for which clocks stood still, until today.
 *
 * @param since the day on which they stopped
 * @param workingDays how many came after that day, as far as they are given back
 */
public record Stop(LocalDate since, int workingDays) {}
