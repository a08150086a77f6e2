package org.duban.directive;

/**
 * A directive in a list.
 *
 * @param rows rows of its table
 * @param launchable rows that name somebody who would report
 * @param keyTasks rows that are key tasks
 * @param closed key tasks that are closed
 * @param overdue open key tasks past their due date
 */
public record DirectiveSummary(Directive directive, int rows, int launchable, int keyTasks, int closed, int overdue) {}
