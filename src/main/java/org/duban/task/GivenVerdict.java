package org.duban.task;

import java.time.Instant;

/**
 * What a supervisor thinks of the work on a key task.
 *
 * @param verdict {@link Verdict#NONE} where an earlier one was taken back
 * @param by who said so
 */
public record GivenVerdict(long id, Verdict verdict, String reason, String by, Instant at) {}
