package org.duban.rule;

import java.time.Instant;

/**
 * One version of a table, as it was deployed.
 *
 * @param deployedBy who did it, by name; {@code null} for the one that came with the application
 */
public record TableVersion(DecisionTable table, int version, Instant deployedAt, String deployedBy) {}
