package org.duban.task;

import java.time.Instant;

/**
 * A supervisor does not wait for the open sub-tasks of a key task (不等子任务办结).
 *
 * @param by who said so
 */
public record Waiver(long id, String reason, String by, Instant at) {}
