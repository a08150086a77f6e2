package org.duban.instruction;

import java.time.Instant;

/**
 * What the supervisors reported to the leader, and what the leader said to it.
 *
 * @param confirmed whether that was enough; {@code null} while the leader has not said so
 * @param decidedFor for whom the leader said so, where it was another one's to say; else {@code null}
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
        String decidedFor,
        Instant decidedAt) {}
