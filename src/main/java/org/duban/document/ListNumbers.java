package org.duban.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the automatic numbers of a document's lists, as a word processor does when it shows them. */
final class ListNumbers {

    private static final int LEVELS = 9;

    private final Map<Object, int[]> counters = new HashMap<>();

    /**
     * The number of the next paragraph at a level, with its punctuation, such as {@code （三）}; empty for a bullet.
     *
     * @param list whatever tells lists that count apart
     */
    String next(Object list, List<Level> levels, int level) {
        if (level < 0 || level >= Math.min(levels.size(), LEVELS)) {
            return "";
        }
        int[] counter = counters.computeIfAbsent(list, fresh -> new int[LEVELS]);
        for (int upper = 0; upper < level; upper++) {
            // A level that was never shown counts as shown once.
            counter[upper] = counter[upper] == 0 ? 1 : counter[upper];
        }
        counter[level]++;
        for (int lower = level + 1; lower < Math.min(levels.size(), LEVELS); lower++) {
            if (levels.get(lower).restarts) {
                counter[lower] = 0;
            }
        }
        return levels.get(level).write(counter, levels);
    }

    /**
     * A level of a list.
     *
     * @param kind how its numbers are written, a name that {@link Numerals} knows
     * @param pattern what is shown, with {@code %1} for the number of the first level
     * @param start its first number
     * @param legal whether the numbers of all levels are written in digits here
     * @param restarts whether it begins anew below each number of the level above
     * @param gap what stands between number and text
     */
    record Level(String kind, String pattern, int start, boolean legal, boolean restarts, String gap) {

        static final Level PLAIN = new Level("decimal", "", 1, false, true, "");

        private String write(int[] counter, List<Level> levels) {
            if (kind.equals("bullet") || pattern.isEmpty()) {
                return "";
            }
            StringBuilder shown = new StringBuilder();
            for (int i = 0; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                int place = i + 1 < pattern.length() ? pattern.charAt(i + 1) - '1' : -1;
                if (c == '%' && place >= 0 && place < Math.min(levels.size(), LEVELS)) {
                    Level named = levels.get(place);
                    int number = Math.max(counter[place], 1) - 1 + named.start;
                    shown.append(Numerals.write(number, legal ? "decimal" : named.kind));
                    i++;
                } else {
                    shown.append(c);
                }
            }
            // Chinese punctuation brings its own space.
            boolean wide = shown.charAt(shown.length() - 1) > '\u2FFF';
            return shown.append(wide ? "" : gap).toString();
        }
    }

    /** Levels under construction, by their index. */
    static final class Levels {

        private final List<Level> levels = new ArrayList<>();

        void set(int index, Level level) {
            if (index < 0 || index >= LEVELS) {
                return;
            }
            while (levels.size() <= index) {
                levels.add(Level.PLAIN);
            }
            levels.set(index, level);
        }

        List<Level> list() {
            return levels;
        }
    }
}
