package org.duban.task;

import java.time.Instant;

/**
 * An open dispute (异议) about a duty.
 *
 * @param takenUp whether a supervisor raised it, and not the department
 */
public record Dispute(DutyId duty, String reason, String raisedBy, Instant raisedAt, boolean takenUp) {}
