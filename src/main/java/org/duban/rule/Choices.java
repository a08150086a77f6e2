package org.duban.rule;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The values of a column that has only a few, and its cells as lists of them. */
public final class Choices {

    private static final int MOST_NUMBERS = 12;

    private final DecisionTable.Type type;
    private final Values values;

    private Choices(DecisionTable.Type type, Values values) {
        this.type = type;
        this.values = values;
    }

    /** Empty for a column whose values are too many to list, or whatever one likes. */
    public static Optional<Choices> of(DecisionTable.Column column) {
        return Values.of(column.type(), column.allowed())
                .filter(values -> column.type() != DecisionTable.Type.INTEGER || count(values) <= MOST_NUMBERS)
                .map(values -> new Choices(column.type(), values));
    }

    /** All values, words without quotes. */
    public List<String> all() {
        return listed(values.ranges());
    }

    /** The values that a cell names: none for one that holds for any. Empty if it can't be read. */
    public Optional<List<String>> read(String cell) {
        return Values.any(cell)
                ? Optional.of(List.of())
                : values.read(cell).map(this::listed).filter(named -> !named.isEmpty());
    }

    /** The cell that names these values, in their order; none of them is any. */
    public String write(Collection<String> chosen) {
        return chosen.isEmpty()
                ? Values.ANYTHING
                : all().stream()
                        .filter(chosen::contains)
                        .map(value -> type == DecisionTable.Type.STRING ? '"' + value + '"' : value)
                        .collect(Collectors.joining(","));
    }

    private List<String> listed(List<Values.Range> ranges) {
        return ranges.stream()
                .flatMapToLong(range -> LongStream.rangeClosed(range.from(), range.to()))
                .distinct()
                .mapToObj(value -> values.example(new Values.Range(value, value)))
                .toList();
    }

    private static long count(Values values) {
        return values.ranges().stream()
                .mapToLong(range -> range.to() - range.from() + 1)
                .sum();
    }
}
