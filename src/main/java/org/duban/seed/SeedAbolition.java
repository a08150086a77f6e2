package org.duban.seed;

import java.time.LocalDate;

/**
 * When a body ceased to exist.
 *
 * @param on the first day without it, or null where the file gives the year alone
 */
public record SeedAbolition(int year, LocalDate on) {}
