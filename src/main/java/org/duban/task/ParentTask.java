package org.duban.task;

import java.time.LocalDate;

/**
 * All that a sub-task's departments learn of the key task above it.
 *
 * @param level how many key tasks lie above that one
 * @param runs whether it is open and does not stand still
 * @param visible whether the reader sees it for a reason of their own
 */
public record ParentTask(
        KeyTaskId id, String no, String title, LocalDate dueOn, int level, boolean runs, boolean visible) {}
