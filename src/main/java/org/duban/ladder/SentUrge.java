package org.duban.ladder;

import java.time.Instant;

/**
 * An urge by hand.
 *
 * @param words {@code null} where the supervisor wrote none
 * @param receivedBy who confirmed it, or {@code null}
 * @param voidAt when nobody was waited for any more, since the duty went to somebody else
 */
public record SentUrge(
        UrgeId id,
        String departmentName,
        String words,
        String sentBy,
        Instant sentAt,
        String receivedBy,
        Instant receivedAt,
        Instant voidAt) {}
