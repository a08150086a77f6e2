package org.duban.task;

import java.time.Instant;

/**
 * An open dispute (异议) about a duty.
 *
 * @param raisedFor in whose place, where it was not in their own right; else {@code null}
 * @param takenUp whether a supervisor raised it, and not the department
 */
public record Dispute(
        DutyId duty, String reason, String raisedBy, String raisedFor, Instant raisedAt, boolean takenUp) {}
