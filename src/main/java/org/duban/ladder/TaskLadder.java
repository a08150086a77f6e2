package org.duban.ladder;

import java.util.List;
import java.util.Set;

/**
 * All that the ladder has to say of a key task, as far as the reader may know it.
 *
 * @param steps newest first
 * @param urges by hand, newest first
 * @param reminders newest first
 * @param toReceive what the reader has to confirm: notices of the ladder
 * @param toReceiveUrges what the reader has to confirm: urges
 */
public record TaskLadder(
        Priority priority,
        List<EscalationStep> steps,
        List<SentUrge> urges,
        List<SentReminder> reminders,
        Set<Long> toReceive,
        Set<Long> toReceiveUrges) {}
