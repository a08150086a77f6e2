package org.duban.life;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What a life came to: how often each kind of action was done, and how often it was refused, and why. */
final class Tally {

    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> seen = new TreeMap<>();
    private Traces traces = Traces.NONE;

    void done(String action, Traces left) {
        done.merge(action, 1, Integer::sum);
        traces = traces.plus(left);
    }

    void refused(String action, String messageKey) {
        refused.merge(action + ": " + messageKey, 1, Integer::sum);
    }

    /** What is no action: it changes nothing, or is part of one. */
    void seen(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    /** So often; also never, so that it is seen what a life had nothing of. */
    void seen(String what, int times) {
        seen.merge(what, times, Integer::sum);
    }

    int actions() {
        return sum(done);
    }

    int kinds() {
        return done.size();
    }

    int times(String action) {
        return done.getOrDefault(action, 0);
    }

    /** Of all actions that were done. */
    Traces traces() {
        return traces;
    }

    /** @param byTheClock what else was done, by nobody */
    String report(String title, Duration took, Traces byTheClock) {
        return "%s: %d actions of %d kinds, %d refusals, %d s, %.0f actions a second%n%sby the clock: %s%n"
                .formatted(
                        title,
                        actions(),
                        kinds(),
                        sum(refused),
                        took.toSeconds(),
                        actions() * 1e9 / Math.max(1, took.toNanos()),
                        this,
                        byTheClock);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        done.forEach((action, times) -> text.append("%8d  %s%n".formatted(times, action)));
        seen.forEach((what, times) -> text.append("%8d  (%s)%n".formatted(times, what)));
        refused.forEach((action, times) -> text.append("%8d  refused %s%n".formatted(times, action)));
        return text.toString();
    }
}
