package org.duban.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** An input or an output. */
    public sealed interface Column {

        String name();

        String label();

        Type type();

        /** The values that there are, written like a cell, or {@code null}. */
        String allowed();

        /** For people, who also know a column that has no label. */
        default String title() {
            return label().isBlank() ? name() : label();
        }
    }

    /**
     * @param allowed the values that there are, written like a cell; {@code null} for all whole numbers or both booleans
     */
    public record Input(String variable, String label, Type type, String allowed) implements Column {

        @Override
        public String name() {
            return variable;
        }
    }

    /** @param allowed the values that there are, or {@code null} */
    public record Output(String name, String label, Type type, String allowed) implements Column {}

    /**
     * @param conditions one per input
     * @param outputs one per output
     * @param note said of it, or empty
     */
    public record Row(List<String> conditions, List<String> outputs, String note) {

        /** One per column of the table. */
        public List<String> cells() {
            return Stream.concat(conditions.stream(), outputs.stream()).toList();
        }
    }

    public DecisionTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rows = List.copyOf(rows);
    }

    /** The same table with other rows. */
    public DecisionTable with(List<Row> others) {
        return new DecisionTable(key, name, inputs, outputs, others);
    }

    /** The inputs and then the outputs. */
    public List<Column> columns() {
        return Stream.<Column>concat(inputs.stream(), outputs.stream()).toList();
    }

    /** The name of the row, without quotes; empty where it has none. */
    public String ruleOf(Row row) {
        return output(row, RULE).replace("\"", "");
    }

    public Optional<Row> row(String rule) {
        return rows.stream().filter(row -> ruleOf(row).equals(rule)).findFirst();
    }

    /** Whether the row asks for this word of the input, among others or because it asks for none. */
    public boolean covers(Row row, String variable, String word) {
        return IntStream.range(0, inputs.size())
                .filter(index -> inputs.get(index).variable().equals(variable))
                .mapToObj(index -> row.conditions().get(index).strip())
                .anyMatch(cell -> cell.isEmpty() || cell.equals("-") || cell.contains('"' + word + '"'));
    }

    /** Whether the row asks for any of these whole numbers of the input, among others or because it asks for none. */
    public boolean covers(Row row, String variable, int from, int to) {
        return IntStream.range(0, inputs.size())
                .filter(index -> inputs.get(index).variable().equals(variable))
                .mapToObj(index -> Values.of(
                                inputs.get(index).type(), inputs.get(index).allowed())
                        .flatMap(values -> values.read(row.conditions().get(index))))
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .anyMatch(range -> range.from() <= to && range.to() >= from);
    }

    /** What the row says of the output, as it is written. */
    public String output(Row row, String name) {
        return IntStream.range(0, outputs.size())
                .filter(index -> outputs.get(index).name().equals(name))
                .mapToObj(index -> row.outputs().get(index).strip())
                .findFirst()
                .orElse("");
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
                .map(column -> Stream.of(parts)
                        .map(part -> String.valueOf(part.of(column)).replaceAll("\\s", ""))
                        .toList())
                .toList();
    }
}
