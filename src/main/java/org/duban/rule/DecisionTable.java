package org.duban.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table as it is written, before or after its check.
 *
 * @param key by which features know it
 * @param name for people
 */
public record DecisionTable(String key, String name, List<Input> inputs, List<Output> outputs, List<Row> rows) {

    /** The output that names the row. */
    public static final String RULE = "rule";

    public enum Type {
        INTEGER,
        BOOLEAN,
        STRING
    }

    /**
     * @param allowed the values that there are, written like a cell; {@code null} for all whole numbers or both booleans
     */
    public record Input(String variable, String label, Type type, String allowed) {}

    /** @param allowed the values that there are, or {@code null} */
    public record Output(String name, String label, Type type, String allowed) {}

    /**
     * @param conditions one per input
     * @param outputs one per output
     * @param note said of it, or empty
     */
    public record Row(List<String> conditions, List<String> outputs, String note) {}

    public DecisionTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rows = List.copyOf(rows);
    }

    /** The same table with other rows. */
    public DecisionTable with(List<Row> others) {
        return new DecisionTable(key, name, inputs, outputs, others);
    }

    /** The name of the row, without quotes; empty where it has none. */
    public String ruleOf(Row row) {
        return IntStream.range(0, outputs.size())
                .filter(index -> outputs.get(index).name().equals(RULE))
                .mapToObj(index -> row.outputs().get(index).strip().replace("\"", ""))
                .findFirst()
                .orElse("");
    }

    public Optional<Row> row(String rule) {
        return rows.stream().filter(row -> ruleOf(row).equals(rule)).findFirst();
    }

    /** Whether a feature that decides by the one can decide by the other: the same key, inputs and outputs. */
    public boolean standsInFor(DecisionTable other) {
        return key.equals(other.key)
                && signature(inputs, Input::variable, Input::type, Input::allowed)
                        .equals(signature(other.inputs, Input::variable, Input::type, Input::allowed))
                && signature(outputs, Output::name, Output::type, Output::allowed)
                        .equals(signature(other.outputs, Output::name, Output::type, Output::allowed));
    }

    private interface Part<T> {
        Object of(T column);
    }

    @SafeVarargs
    private static <T> List<List<String>> signature(List<T> columns, Part<T>... parts) {
        return columns.stream()
                .map(column -> java.util.stream.Stream.of(parts)
                        .map(part -> String.valueOf(part.of(column)).replaceAll("\\s", ""))
                        .toList())
                .toList();
    }
}
