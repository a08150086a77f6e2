package org.duban.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The latest tries by key, at most so many of each within the window. Tries that are not admitted do not count, so
 * that waiting ends, whoever goes on trying. Holds a bounded number of keys; those longest unused are forgotten first.
 */
final class Tries {

    private final int limit;
    private final Duration window;
    private final Map<String, Deque<Instant>> byKey;

    Tries(int limit, Duration window, int mostKeys) {
        this.limit = limit;
        this.window = window;
        this.byKey = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                return size() > mostKeys;
            }
        };
    }

    /** Counts a try. @return how long to wait instead; zero if it is admitted */
    synchronized Duration count(String key, Instant now) {
        Deque<Instant> tries = byKey.computeIfAbsent(key, unused -> new ArrayDeque<>());
        // what lies ahead was counted before the clock was set back
        tries.removeIf(made -> made.isAfter(now) || !now.isBefore(made.plus(window)));
        if (tries.size() >= limit) {
            return Duration.between(now, tries.getFirst().plus(window));
        }
        tries.addLast(now);
        return Duration.ZERO;
    }

    /** It was none, after all. */
    synchronized void takeBack(String key, Instant counted) {
        Deque<Instant> tries = byKey.get(key);
        if (tries != null && tries.removeLastOccurrence(counted) && tries.isEmpty()) {
            byKey.remove(key);
        }
    }
}
