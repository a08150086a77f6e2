package org.duban.life;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.duban.task.TimelineEntry.Kind;

/**
 * What an action leaves behind if it succeeds, all of it or nothing: entries of the timeline by their kind, or rows of
 * another table by its name.
 */
record Traces(Map<String, Integer> counts) {

    static final Traces NONE = new Traces(Map.of());

    Traces {
        counts = Map.copyOf(counts);
    }

    static Traces of(Kind... kinds) {
        Traces all = NONE;
        for (Kind kind : kinds) {
            all = all.and(kind, 1);
        }
        return all;
    }

    static Traces row(String table) {
        return new Traces(Map.of(table, 1));
    }

    Traces and(Kind kind, int times) {
        return times == 0 ? this : plus(new Traces(Map.of(kind.name(), times)));
    }

    Traces plus(Traces other) {
        return with(other, Integer::sum);
    }

    Traces minus(Traces other) {
        return with(other.negated(), Integer::sum);
    }

    private Traces negated() {
        return new Traces(
                counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> -each.getValue())));
    }

    private Traces with(Traces other, BinaryOperator<Integer> how) {
        Map<String, Integer> sum = new TreeMap<>(counts);
        other.counts.forEach((kind, times) -> sum.merge(kind, times, how::apply));
        sum.values().removeIf(times -> times == 0);
        return new Traces(sum);
    }

    int times(String kind) {
        return counts.getOrDefault(kind, 0);
    }

    int times(Kind kind) {
        return times(kind.name());
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(","));
    }

    static Traces parse(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String each : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] parts = each.split("=");
            counts.put(parts[0], Integer.valueOf(parts[1]));
        }
        return new Traces(counts);
    }
}
