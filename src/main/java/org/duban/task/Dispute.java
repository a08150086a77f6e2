package org.duban.task;

import java.time.Instant;

/** An open dispute (异议) about a duty. */
public record Dispute(DutyId duty, String reason, String raisedBy, Instant raisedAt) {}
