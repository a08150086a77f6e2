package org.duban.task;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a task says, as pairs of neighbouring characters. Two wordings are compared by the pairs that they share (Dice): of
 * title and text where both have a text, else of their titles alone.
 *
 * <p>To be found among very many, a wording has some hashes ({@link #bands}): of several smallest hashes of its pairs each.
 * Two wordings share such a hash the more probably the more pairs they share. With the numbers below, of texts that are 60
 * to 100 % alike 97 in a hundred meet, and of unrelated clauses of real documents one pair in two hundred, which is then
 * compared in vain.
 */
record Wording(Set<Integer> title, Set<Integer> whole) {

    private static final int TEXT_BANDS = 24;
    private static final int HASHES_OF_TEXT = 3;

    /** Titles are short: fewer hashes each, or a changed word would hide them. */
    private static final int TITLE_BANDS = 10;

    private static final int HASHES_OF_TITLE = 2;

    static Wording of(String title, String text) {
        Set<Integer> whole = text == null ? Set.of() : pairs(title + text);
        return new Wording(pairs(title), whole);
    }

    private static Set<Integer> pairs(String text) {
        Set<Integer> pairs = new HashSet<>();
        int previous = -1;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (Character.isLetterOrDigit(character)) {
                int current = Character.toLowerCase(character);
                if (previous >= 0) {
                    pairs.add(previous << 16 | current);
                }
                previous = current;
            }
        }
        return pairs;
    }

    /** In per cent. */
    int likeness(Wording other) {
        return whole.isEmpty() || other.whole.isEmpty() ? dice(title, other.title) : dice(whole, other.whole);
    }

    private static int dice(Set<Integer> one, Set<Integer> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<Integer> smaller = one.size() < other.size() ? one : other;
        Set<Integer> larger = smaller == one ? other : one;
        int shared = 0;
        for (Integer pair : smaller) {
            if (larger.contains(pair)) {
                shared++;
            }
        }
        return 200 * shared / (one.size() + other.size());
    }

    Set<Long> bands() {
        Set<Long> bands = new LinkedHashSet<>();
        addBands(bands, title, TITLE_BANDS, HASHES_OF_TITLE, 1);
        addBands(bands, whole, TEXT_BANDS, HASHES_OF_TEXT, 2);
        return bands;
    }

    private static void addBands(Set<Long> bands, Set<Integer> pairs, int count, int hashes, long kind) {
        if (pairs.isEmpty()) {
            return;
        }
        long[] smallest = new long[count * hashes];
        Arrays.fill(smallest, Long.MAX_VALUE);
        for (int pair : pairs) {
            for (int index = 0; index < smallest.length; index++) {
                smallest[index] = Math.min(smallest[index], mixed(pair * 0x9E3779B97F4A7C15L + index));
            }
        }
        for (int band = 0; band < count; band++) {
            long hash = mixed(kind << 32 | band);
            for (int index = 0; index < hashes; index++) {
                hash = mixed(hash ^ smallest[band * hashes + index]);
            }
            bands.add(hash);
        }
    }

    /** Spreads the bits (finalizer of SplitMix64). */
    private static long mixed(long value) {
        long mixed = value;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
