package org.duban.instruction;

import java.time.Instant;

/**
 * What the supervisors reported to the leader, and what the leader said to it.
 *
 * @param confirmed whether that was enough; {@code null} while the leader has not said so
 * @param words the leader's, or {@code null}
 */
public record Result(
        long id,
        String summary,
        String reportedBy,
        Instant reportedAt,
        Boolean confirmed,
        String words,
        String decidedBy,
        Instant decidedAt) {}
