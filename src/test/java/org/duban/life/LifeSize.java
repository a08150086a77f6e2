package org.duban.life;

import java.time.LocalDate;

/**
 * How long a life is and from which seed it grows; the one place for that. Longer ones, and others, are asked for with
 * {@code deploy/life}, which sets the system properties.
 *
 * @param months from the launch
 */
record LifeSize(long seed, int months) {

    static final LocalDate BEGINS = LocalDate.of(2026, 3, 2);

    private static final String SEED = "life.seed";
    private static final long USUAL_SEED = 20260302;

    /** The whole plan, lived without a break. */
    static LifeSize whole() {
        return new LifeSize(Long.getLong(SEED, USUAL_SEED), 12 * Integer.getInteger("life.years", 4));
    }

    /** With the server killed now and then, which takes as long as starting it again. */
    static LifeSize killed() {
        return new LifeSize(Long.getLong(SEED, USUAL_SEED), Integer.getInteger("life.killed-months", 4));
    }

    static int kills() {
        return Integer.getInteger("life.kills", 4);
    }

    /** So many actions at most before the next kill, so that all kills find the life under way. */
    int actionsBetweenKills() {
        return Math.max(20, 350 * months / Math.max(1, kills()));
    }

    /** The last day. */
    LocalDate ends() {
        return BEGINS.plusMonths(months);
    }
}
