package org.duban.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How a version of a table differs from the one before; rows are known by the names of their rules. */
public final class TableDifference {

    public enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /**
     * @param before the row as it was; the same one where nothing is compared or it is new or gone
     * @param cells places of the cells that differ, as in the columns of the table
     */
    public record Line(Kind kind, DecisionTable.Row row, DecisionTable.Row before, Set<Integer> cells) {}

    private TableDifference() {}

    /** The rows of the table in their order, each with what differs, and then those that are gone. */
    public static List<Line> between(DecisionTable before, DecisionTable now) {
        List<Line> lines = new ArrayList<>();
        for (DecisionTable.Row row : now.rows()) {
            lines.add(before.row(now.ruleOf(row))
                    .map(old -> compared(old, row))
                    .orElseGet(() -> new Line(Kind.ADDED, row, row, Set.of())));
        }
        before.rows().stream()
                .filter(old -> now.row(before.ruleOf(old)).isEmpty())
                .map(old -> new Line(Kind.REMOVED, old, old, Set.of()))
                .forEach(lines::add);
        return lines;
    }

    /** As where there is nothing to compare with. */
    public static List<Line> none(DecisionTable table) {
        return table.rows().stream()
                .map(row -> new Line(Kind.SAME, row, row, Set.of()))
                .toList();
    }

    private static Line compared(DecisionTable.Row old, DecisionTable.Row row) {
        Set<Integer> cells = different(old.cells(), row.cells());
        boolean same = cells.isEmpty() && old.note().equals(row.note());
        return new Line(same ? Kind.SAME : Kind.CHANGED, row, old, cells);
    }

    private static Set<Integer> different(List<String> before, List<String> now) {
        Set<Integer> different = new HashSet<>();
        for (int at = 0; at < now.size(); at++) {
            if (at >= before.size() || !plain(before.get(at)).equals(plain(now.get(at)))) {
                different.add(at);
            }
        }
        return different;
    }

    /** An empty cell and a dash say the same, and blanks say nothing. */
    private static String plain(String cell) {
        String said = cell.replaceAll("\\s", "");
        return said.isEmpty() ? "-" : said;
    }
}
