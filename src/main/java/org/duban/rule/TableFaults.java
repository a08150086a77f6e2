package org.duban.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duban.base.Refusal;

/** Where in a table that is a refusal has its cause, so that a page can show it there. */
public final class TableFaults {

    /** With more places than that nobody is shown anything. */
    private static final int MOST = 4;

    /** Both count from 0; the column is one of {@link DecisionTable#columns()}. */
    public record Cell(int row, int column) {}

    private final DecisionTable table;

    private TableFaults(DecisionTable table) {
        this.table = table;
    }

    /** The cells in question, from above; none where a refusal is about no cell in particular. */
    public static List<Cell> of(DecisionTable table, Refusal refusal) {
        TableFaults faults = new TableFaults(table);
        Object[] told = refusal.arguments();
        return switch (refusal.messageKey()) {
            case "refusal.table.cell", "refusal.table.never" ->
                faults.column(String.valueOf(told[2]))
                        .mapToObj(at -> faults.cell(told[0], at))
                        .toList();
            case "refusal.table.unnamed" -> List.of(faults.cell(told[0], faults.rule()));
            case "refusal.table.sameName" ->
                List.of(faults.cell(told[0], faults.rule()), faults.cell(told[1], faults.rule()));
            case "refusal.table.overlap" -> faults.overlap((Integer) told[0] - 1, (Integer) told[2] - 1);
            case "refusal.table.gap" -> faults.nearest((TableCase) told[0]);
            default -> faults.answer(told);
        };
    }

    private Cell cell(Object number, int column) {
        return new Cell((Integer) number - 1, column);
    }

    private IntStream column(String title) {
        return IntStream.range(0, table.columns().size())
                .filter(at -> table.columns().get(at).title().equals(title))
                .limit(1);
    }

    private int rule() {
        return IntStream.range(0, table.columns().size())
                .filter(at -> table.columns().get(at).name().equals(DecisionTable.RULE))
                .findFirst()
                .orElseThrow();
    }

    /** What the rows ask differently is where they should part; where they ask the same, all of it. */
    private List<Cell> overlap(int one, int other) {
        List<Integer> asked = inputs().filter(
                        at -> !Values.any(condition(one, at)) || !Values.any(condition(other, at)))
                .boxed()
                .toList();
        List<Integer> different = asked.stream()
                .filter(at -> !condition(one, at).equals(condition(other, at)))
                .toList();
        List<Integer> columns = different.isEmpty() ? asked : different;
        return Stream.of(one, other)
                .flatMap(row -> columns.stream().map(at -> new Cell(row, at)))
                .toList();
    }

    /** A cell that alone keeps its row from a case, and by how much: less than 0 if what it asks lies below the case. */
    private record Miss(Cell cell, long by) {}

    /** The ranges on both sides of the case; where it lies between none, the cells that miss it by the least. */
    private List<Cell> nearest(TableCase missing) {
        List<Miss> misses = misses(missing);
        return missing.parts().stream()
                .map(part -> table.inputs().indexOf(part.input()))
                .filter(column -> table.inputs().get(column).type() == DecisionTable.Type.INTEGER)
                .map(column -> sides(misses.stream()
                        .filter(miss -> miss.cell().column() == column)
                        .toList()))
                .filter(sides -> !sides.isEmpty())
                .findFirst()
                .orElseGet(() -> least(misses));
    }

    private List<Miss> misses(TableCase missing) {
        List<Miss> misses = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            int here = row;
            List<Miss> inRow = missing.parts().stream()
                    .map(part -> new Miss(new Cell(here, table.inputs().indexOf(part.input())), miss(here, part)))
                    .filter(miss -> miss.by() != 0)
                    .toList();
            if (inRow.size() == 1) {
                misses.add(inRow.getFirst());
            }
        }
        return misses;
    }

    /** The next below and the next above, if there are both. */
    private static List<Cell> sides(List<Miss> misses) {
        OptionalLong below =
                misses.stream().mapToLong(Miss::by).filter(by -> by < 0).max();
        OptionalLong above =
                misses.stream().mapToLong(Miss::by).filter(by -> by > 0).min();
        return below.isEmpty() || above.isEmpty()
                ? List.of()
                : misses.stream()
                        .filter(miss -> miss.by() == below.getAsLong() || miss.by() == above.getAsLong())
                        .map(Miss::cell)
                        .toList();
    }

    /** A range is moved more readily than a row is given to another kind of thing. */
    private List<Cell> least(List<Miss> misses) {
        List<Miss> ranges = misses.stream()
                .filter(miss -> table.inputs().get(miss.cell().column()).type() == DecisionTable.Type.INTEGER)
                .toList();
        List<Miss> candidates = ranges.isEmpty() ? misses : ranges;
        long least =
                candidates.stream().mapToLong(miss -> Math.abs(miss.by())).min().orElse(0);
        List<Cell> nearest = candidates.stream()
                .filter(miss -> Math.abs(miss.by()) == least)
                .map(Miss::cell)
                .toList();
        return nearest.size() <= MOST ? nearest : List.of();
    }

    /** By how much the row misses the value, a wrong word by 1; 0 if it covers it. */
    private long miss(int row, TableCase.Part part) {
        DecisionTable.Input input = part.input();
        Values values = Values.of(input.type(), input.allowed()).orElseThrow();
        long value = values.place(part.value());
        long by = values.read(condition(row, table.inputs().indexOf(input))).stream()
                .flatMap(List::stream)
                .map(range -> value < range.from() ? range.from() - value : Math.min(0, range.to() - value))
                .min(Comparator.comparing(Math::abs))
                .orElseThrow();
        return input.type() == DecisionTable.Type.INTEGER ? by : Math.abs(Long.signum(by));
    }

    /** Whoever names a row and says no more has something against what it answers. */
    private List<Cell> answer(Object[] told) {
        boolean namesRow = told.length == 2
                && told[0] instanceof Integer number
                && number <= table.rows().size()
                && told[1] instanceof String;
        return namesRow
                ? IntStream.range(table.inputs().size(), table.columns().size())
                        .filter(at -> at != rule())
                        .mapToObj(at -> cell(told[0], at))
                        .toList()
                : List.of();
    }

    private IntStream inputs() {
        return IntStream.range(0, table.inputs().size());
    }

    private String condition(int row, int column) {
        return Optional.of(table.rows().get(row).conditions().get(column).strip())
                .filter(cell -> !Values.any(cell))
                .orElse(Values.ANYTHING);
    }
}
