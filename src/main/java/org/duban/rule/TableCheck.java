package org.duban.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duban.base.Refusal;
import org.duban.rule.Values.Range;

/**
 * Refuses a table that has no answer for some case, or two, or a cell that can't be read; and names the row.
 *
 * <p>Each input is cut wherever any cell begins or ends; no row tells the values between two cuts apart. So the cases are
 * finitely many boxes. Rows that share none are complete exactly if their numbers of boxes add up to all of them: that
 * takes no walk through the boxes, of which there may be more than a server could count one by one.
 */
public final class TableCheck {

    private static final int MOST_ROWS = 200;
    private static final int MOST_COLUMNS = 20;
    private static final int LONGEST_CELL = 300;
    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

    /** An input with its pieces between cuts, and for each row the pieces that its cell covers. */
    private record Axis(DecisionTable.Input input, Values values, List<Range> pieces, List<BitSet> covered) {

        TableCase.Part example(int piece) {
            return new TableCase.Part(input, values.example(pieces.get(piece)));
        }
    }

    private final DecisionTable table;
    private final List<Axis> axes = new ArrayList<>();

    private TableCheck(DecisionTable table) {
        this.table = table;
    }

    /** @throws Refusal {@code refusal.table.…}, with numbers and names of rows, and an example of the case in question */
    public static void check(DecisionTable table) {
        TableCheck check = new TableCheck(table);
        check.columns();
        check.ruleNames();
        check.outputCells();
        table.inputs().forEach(check::cut);
        check.overlaps();
        check.gaps();
    }

    /**
     * The same table with every cell in the one way of writing it, so that nothing is deployed but what was understood.
     *
     * @throws Refusal as {@link #check}
     */
    public static DecisionTable canonical(DecisionTable table) {
        check(table);
        List<Values> values = table.inputs().stream().map(TableCheck::values).toList();
        return table.with(table.rows().stream()
                .map(row -> new DecisionTable.Row(
                        IntStream.range(0, values.size())
                                .mapToObj(at -> values.get(at)
                                        .canonical(row.conditions().get(at)))
                                .toList(),
                        IntStream.range(0, table.outputs().size())
                                .mapToObj(at -> Values.canonicalLiteral(
                                                table.outputs().get(at).type(),
                                                row.outputs().get(at))
                                        .orElseThrow())
                                .toList(),
                        row.note()))
                .toList());
    }

    /**
     * Cases for which this row of a sound table applies, and no other: a value for each input, such that each part of each
     * cell is in one of them.
     */
    public static List<Map<String, Object>> examples(DecisionTable table, DecisionTable.Row row) {
        List<Values> values = table.inputs().stream().map(TableCheck::values).toList();
        List<List<Range>> cells = IntStream.range(0, values.size())
                .mapToObj(at -> values.get(at).read(row.conditions().get(at)).orElseThrow())
                .toList();
        int most = cells.stream().mapToInt(List::size).max().orElse(0);
        List<Map<String, Object>> examples = new ArrayList<>();
        for (int part = 0; part < most; part++) {
            Map<String, Object> example = new HashMap<>();
            for (int at = 0; at < cells.size(); at++) {
                List<Range> ranges = cells.get(at);
                Range range = ranges.get(Math.min(part, ranges.size() - 1));
                example.put(table.inputs().get(at).variable(), values.get(at).exampleValue(range));
            }
            examples.add(example);
        }
        return examples;
    }

    private static Values values(DecisionTable.Input input) {
        return Values.of(input.type(), input.allowed())
                .orElseThrow(() -> new Refusal(
                        "refusal.table.allowed", input.title(), input.allowed() == null ? "" : input.allowed()));
    }

    private void columns() {
        int columns = table.inputs().size() + table.outputs().size();
        if (table.rows().isEmpty()
                || table.rows().size() > MOST_ROWS
                || table.inputs().isEmpty()
                || columns > MOST_COLUMNS) {
            throw new Refusal("refusal.table.size", MOST_ROWS, MOST_COLUMNS);
        }
        List<String> names = Stream.concat(
                        table.inputs().stream().map(DecisionTable.Input::variable),
                        table.outputs().stream().map(DecisionTable.Output::name))
                .toList();
        for (int at = 0; at < names.size(); at++) {
            if (!VARIABLE.matcher(names.get(at)).matches()
                    || names.subList(0, at).contains(names.get(at))) {
                throw new Refusal("refusal.table.variable", names.get(at));
            }
        }
        boolean named = table.outputs().stream()
                .anyMatch(output ->
                        output.name().equals(DecisionTable.RULE) && output.type() == DecisionTable.Type.STRING);
        if (!named) {
            throw new Refusal("refusal.table.noRuleOutput", DecisionTable.RULE);
        }
        for (DecisionTable.Row row : table.rows()) {
            if (row.conditions().size() != table.inputs().size()
                    || row.outputs().size() != table.outputs().size()) {
                throw new Refusal("refusal.table.cells", number(row), table.ruleOf(row));
            }
        }
    }

    private void ruleNames() {
        Map<String, Integer> seen = new HashMap<>();
        for (DecisionTable.Row row : table.rows()) {
            String rule = table.ruleOf(row);
            if (rule.isEmpty()) {
                throw new Refusal("refusal.table.unnamed", number(row));
            }
            Integer before = seen.putIfAbsent(rule, number(row));
            if (before != null) {
                throw new Refusal("refusal.table.sameName", before, number(row), rule);
            }
        }
    }

    private void outputCells() {
        for (int column = 0; column < table.outputs().size(); column++) {
            DecisionTable.Output output = table.outputs().get(column);
            Optional<Values> allowed = output.allowed() == null
                    ? Optional.empty()
                    : Optional.of(Values.of(output.type(), output.allowed())
                            .orElseThrow(() -> new Refusal("refusal.table.allowed", output.title(), output.allowed())));
            for (DecisionTable.Row row : table.rows()) {
                String cell = row.outputs().get(column);
                boolean literal = cell.length() <= LONGEST_CELL
                        && Values.literal(output.type(), cell).isPresent();
                boolean among = allowed.map(values -> values.read(cell)
                                .filter(ranges -> !ranges.isEmpty())
                                .isPresent())
                        .orElse(true);
                if (!literal || !among) {
                    throw badCell(row, output.title(), cell);
                }
            }
        }
    }

    private void cut(DecisionTable.Input input) {
        int column = axes.size();
        Values values = values(input);
        List<List<Range>> cells = new ArrayList<>();
        TreeSet<Long> cuts = new TreeSet<>();
        values.ranges().forEach(range -> cut(range, cuts));
        for (DecisionTable.Row row : table.rows()) {
            String cell = row.conditions().get(column);
            List<Range> ranges = Optional.of(cell)
                    .filter(text -> text.length() <= LONGEST_CELL)
                    .flatMap(values::read)
                    .orElseThrow(() -> badCell(row, input.title(), cell));
            if (ranges.isEmpty()) {
                throw new Refusal("refusal.table.never", number(row), table.ruleOf(row), input.title(), cell);
            }
            ranges.forEach(range -> cut(range, cuts));
            cells.add(ranges);
        }
        List<Range> pieces = new ArrayList<>();
        Long from = null;
        for (long cut : cuts) {
            if (from != null && within(from, values.ranges())) {
                pieces.add(new Range(from, cut - 1));
            }
            from = cut;
        }
        axes.add(new Axis(
                input,
                values,
                pieces,
                cells.stream().map(ranges -> covered(pieces, ranges)).toList()));
    }

    private static void cut(Range range, TreeSet<Long> cuts) {
        cuts.add(range.from());
        cuts.add(range.to() + 1);
    }

    private static boolean within(long value, List<Range> ranges) {
        return ranges.stream().anyMatch(range -> range.from() <= value && value <= range.to());
    }

    private static BitSet covered(List<Range> pieces, List<Range> ranges) {
        BitSet covered = new BitSet(pieces.size());
        IntStream.range(0, pieces.size())
                .filter(piece -> within(pieces.get(piece).from(), ranges))
                .forEach(covered::set);
        return covered;
    }

    private void overlaps() {
        for (int later = 1; later < table.rows().size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                List<Integer> shared = shared(earlier, later);
                if (shared.size() == axes.size()) {
                    throw new Refusal(
                            "refusal.table.overlap",
                            earlier + 1,
                            table.ruleOf(table.rows().get(earlier)),
                            later + 1,
                            table.ruleOf(table.rows().get(later)),
                            told(shared, asked(earlier, later)));
                }
            }
        }
    }

    /** A piece of each input for which both rows apply, as far as there are any. */
    private List<Integer> shared(int earlier, int later) {
        List<Integer> shared = new ArrayList<>();
        for (Axis axis : axes) {
            BitSet both = (BitSet) axis.covered().get(earlier).clone();
            both.and(axis.covered().get(later));
            if (both.isEmpty()) {
                return shared;
            }
            shared.add(both.nextSetBit(0));
        }
        return shared;
    }

    /** The inputs that at least one of the rows asks about. */
    private List<Integer> asked(int... rows) {
        return IntStream.range(0, axes.size())
                .filter(at -> IntStream.of(rows)
                        .anyMatch(row -> axes.get(at).covered().get(row).cardinality()
                                < axes.get(at).pieces().size()))
                .boxed()
                .toList();
    }

    private void gaps() {
        List<Integer> rows = IntStream.range(0, table.rows().size()).boxed().toList();
        if (boxes(rows, 0).equals(allBoxes(0))) {
            return;
        }
        List<Integer> missing = new ArrayList<>();
        for (int at = 0; at < axes.size(); at++) {
            Axis axis = axes.get(at);
            for (int piece = 0; piece < axis.pieces().size(); piece++) {
                int here = piece;
                List<Integer> left = rows.stream()
                        .filter(row -> axis.covered().get(row).get(here))
                        .toList();
                if (!boxes(left, at + 1).equals(allBoxes(at + 1))) {
                    missing.add(piece);
                    rows = left;
                    break;
                }
            }
        }
        throw new Refusal("refusal.table.gap", told(missing, needed(missing)));
    }

    /** The inputs without which some row would cover a part of the case. */
    private List<Integer> needed(List<Integer> missing) {
        List<Integer> needed =
                new ArrayList<>(IntStream.range(0, axes.size()).boxed().toList());
        for (int at = axes.size() - 1; at >= 0; at--) {
            List<Integer> without = new ArrayList<>(needed);
            without.remove(Integer.valueOf(at));
            boolean covered = IntStream.range(0, table.rows().size()).anyMatch(row -> without.stream()
                    .allMatch(input -> axes.get(input).covered().get(row).get(missing.get(input))));
            if (!covered) {
                needed.remove(Integer.valueOf(at));
            }
        }
        return needed;
    }

    /** How many boxes of the inputs from this one on the rows cover, which share none. */
    private BigInteger boxes(List<Integer> rows, int from) {
        return rows.stream()
                .map(row -> axes.subList(from, axes.size()).stream()
                        .map(axis -> BigInteger.valueOf(axis.covered().get(row).cardinality()))
                        .reduce(BigInteger.ONE, BigInteger::multiply))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private BigInteger allBoxes(int from) {
        return axes.subList(from, axes.size()).stream()
                .map(axis -> BigInteger.valueOf(axis.pieces().size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    private TableCase told(List<Integer> pieces, List<Integer> inputs) {
        return new TableCase(
                inputs.stream().map(at -> axes.get(at).example(pieces.get(at))).toList());
    }

    private Refusal badCell(DecisionTable.Row row, String column, String cell) {
        String shown = cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL) + "…";
        return new Refusal("refusal.table.cell", number(row), table.ruleOf(row), column, shown);
    }

    private int number(DecisionTable.Row row) {
        return IntStream.range(0, table.rows().size())
                        .filter(index -> table.rows().get(index) == row)
                        .findFirst()
                        .orElseThrow()
                + 1;
    }
}
