package org.duban.task;

/**
 * All that a sub-task's departments learn of the key task above it.
 *
 * @param visible whether the reader sees it for a reason of their own
 */
public record ParentTask(KeyTaskId id, String no, String title, boolean visible) {}
