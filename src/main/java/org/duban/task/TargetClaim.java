package org.duban.task;

import java.math.BigDecimal;

/**
 * What an applicant for completion says of one target.
 *
 * @param amount the figure reached; {@code null} only where no number was promised
 * @param note a word of evidence or, where the target was missed, why
 */
public record TargetClaim(long targetId, BigDecimal amount, String note) {

    /** Longest note, in characters. */
    public static final int LONGEST_NOTE = 1000;
}
