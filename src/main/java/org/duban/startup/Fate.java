package org.duban.startup;

import java.util.Arrays;

/** Chance that always falls the same way: a number from what it decides about, the same on each machine and each run. */
final class Fate {

    private Fate() {}

    /** A number from 0 to below {@code bound}. */
    static int of(int bound, Object... about) {
        long mixed = Arrays.toString(about).hashCode() * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 29;
        mixed *= 0xBF58476D1CE4E5B9L;
        return Math.floorMod((int) (mixed >>> 32), bound);
    }
}
