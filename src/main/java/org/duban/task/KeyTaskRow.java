package org.duban.task;

import java.util.List;

/**
 * A key task in a list.
 *
 * @param directiveLabel document number or title
 * @param duties without withdrawn ones, in the order of the document
 * @param daysLate 0 while in time
 */
public record KeyTaskRow(KeyTask task, String directiveLabel, List<Duty> duties, int daysLate) {}
