package org.duban.directive;

/**
 * A directive in a list.
 *
 * @param rows rows of its table
 * @param launchable rows that are key tasks, or could become one now: somebody is named who would report, and can act
 * @param keyTasks rows that are key tasks
 * @param closed key tasks that are closed
 * @param overdue open key tasks past their due date
 */
public record DirectiveSummary(Directive directive, int rows, int launchable, int keyTasks, int closed, int overdue) {

    /** Rows that stayed behind, or were not launched yet, and could be launched now. */
    public int remaining() {
        return launchable - keyTasks;
    }
}
