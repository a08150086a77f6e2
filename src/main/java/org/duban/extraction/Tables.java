package org.duban.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All tables of a document, however they are drawn. */
final class Tables {

    private Tables() {}

    /** In the order of the text; of two that overlap the one that is found by the surer sign. */
    static List<Grid> in(Reading reading, List<SourceTable> given, Range range) {
        List<Grid> tables = new ArrayList<>();
        add(tables, GivenTables.in(given, range));
        add(tables, BoxTables.in(reading, range));
        add(tables, LineTables.in(reading, range, '|'));
        add(tables, LineTables.in(reading, range, Reading.TAB));
        add(tables, LineTables.in(reading, range, LineTables.COMMA));
        add(tables, LineTables.in(reading, range, Reading.BLANK));
        add(tables, CellPerLineTables.in(reading, range));
        tables.sort(Comparator.comparingInt(table -> table.range().start()));
        return tables;
    }

    private static void add(List<Grid> tables, List<Grid> found) {
        for (Grid grid : found) {
            boolean free = tables.stream()
                    .noneMatch(table -> table.range().start() < grid.range().end()
                            && grid.range().start() < table.range().end());
            if (free) {
                tables.add(grid);
            }
        }
    }
}
