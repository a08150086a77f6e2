package org.duban.extraction;

import java.time.LocalDate;

/**
 * When a task is to be done.
 *
 * @param phrase in the words of the source, several joined by {@code ；}
 * @param dueOn the last day in time, of several phrases the latest; {@code null} where the phrase names no day, such as
 *     持续推进
 */
public record Deadline(String phrase, LocalDate dueOn) {}
