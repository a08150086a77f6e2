package org.duban.account;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 代办: somebody acts for somebody who is away, on these days.
 *
 * @param to last day; {@code null}: until it is taken back
 * @param madeBy who entered it: the absent person or an administrator
 * @param revokedAt when it was taken back, or one of the two accounts was closed; {@code null} where its days decide
 */
public record Substitution(
        SubstitutionId id,
        AccountId absent,
        String absentName,
        AccountId substitute,
        String substituteName,
        LocalDate from,
        LocalDate to,
        String madeBy,
        Instant revokedAt) {

    public enum Phase {
        PLANNED,
        IN_FORCE,
        ENDED
    }

    public Phase on(LocalDate day) {
        if (revokedAt != null || (to != null && to.isBefore(day))) {
            return Phase.ENDED;
        }
        return from.isAfter(day) ? Phase.PLANNED : Phase.IN_FORCE;
    }
}
