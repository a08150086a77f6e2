package org.duban.life;

import java.util.Map;
import java.util.TreeMap;

/** What a life came to: how often each kind of action was done, and how often it was refused, and why. */
final class Tally {

    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    void done(String action) {
        done.merge(action, 1, Integer::sum);
    }

    void refused(String action, String messageKey) {
        refused.merge(action + ": " + messageKey, 1, Integer::sum);
    }

    int actions() {
        return done.values().stream().mapToInt(Integer::intValue).sum();
    }

    int times(String action) {
        return done.getOrDefault(action, 0);
    }

    void add(Tally other) {
        other.done.forEach((action, times) -> done.merge(action, times, Integer::sum));
        other.refused.forEach((action, times) -> refused.merge(action, times, Integer::sum));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        done.forEach((action, times) -> text.append("%8d  %s%n".formatted(times, action)));
        refused.forEach((action, times) -> text.append("%8d  refused %s%n".formatted(times, action)));
        return text.toString();
    }
}
