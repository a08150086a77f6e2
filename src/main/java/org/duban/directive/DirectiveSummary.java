package org.duban.directive;

/**
 * A directive in a list.
 *
 * @param rows rows of its table
 * @param launchable rows that are key tasks, or could become one now: somebody is named who would report, and can act
 * @param keyTasks rows that are key tasks
 * @param closed key tasks that were verified and closed
 * @param withdrawn key tasks that were withdrawn, which are neither open nor closed
 * @param overdue key tasks past their due date that are open and do not stand still
 */
public record DirectiveSummary(
        Directive directive, int rows, int launchable, int keyTasks, int closed, int withdrawn, int overdue) {

    /** Rows that stayed behind, or were not launched yet, and could be launched now. */
    public int remaining() {
        return launchable - keyTasks;
    }

    /** Key tasks that are not to be done any more count for nothing. */
    public int counted() {
        return keyTasks - withdrawn;
    }

    public int open() {
        return keyTasks - closed - withdrawn;
    }
}
