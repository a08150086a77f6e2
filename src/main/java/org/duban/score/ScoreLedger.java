package org.duban.score;

import java.time.Instant;

/**
 * A computation anew. Nobody reads its scores before it is finished.
 *
 * @param upTo the newest event when it was begun; none of later ones is in it, nor one that was committed after its end
 * @param events how many are to be counted
 * @param reached the last one that is
 * @param counted how many are
 * @param finishedAt {@code null} until all are
 */
public record ScoreLedger(
        LedgerId id,
        String madeBy,
        String note,
        int ruleVersion,
        long upTo,
        int events,
        long reached,
        int counted,
        Instant startedAt,
        Instant finishedAt) {

    public boolean finished() {
        return finishedAt != null;
    }
}
