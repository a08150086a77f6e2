package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * The header of a table.
 *
 * @param kinds by column; {@code null} where the words mean nothing to us
 * @param rows number of rows up to and with the header
 */
record Columns(List<Column> kinds, int rows) {

    /** Captions above a header. */
    private static final int MOST_CAPTIONS = 3;

    /** The header of a division table, or {@code null} if the grid is none. */
    static Columns of(Reading reading, Grid grid) {
        int last = Math.min(grid.rows().size(), MOST_CAPTIONS + 1);
        for (int row = 0; row < last; row++) {
            List<Column> kinds = kinds(reading, grid.rows().get(row));
            if (!describesTasks(kinds)) {
                continue;
            }
            if (row + 1 < grid.rows().size()) {
                List<Column> below = kinds(reading, grid.rows().get(row + 1));
                if (refines(reading, grid.rows().get(row + 1), kinds, below)) {
                    return new Columns(below, row + 2);
                }
            }
            return new Columns(kinds, row + 1);
        }
        return null;
    }

    private static List<Column> kinds(Reading reading, List<Cell> row) {
        List<Column> kinds = new ArrayList<>();
        row.forEach(cell -> kinds.add(Column.of(cell.text(reading))));
        return kinds;
    }

    /** Whether tasks stand below, with somebody responsible or at least with a number. */
    static boolean describesTasks(List<Column> kinds) {
        boolean task = kinds.contains(Column.TASK) || kinds.contains(Column.NAME);
        boolean names = kinds.stream().anyMatch(kind -> kind != null && kind.names());
        return task && (names || kinds.contains(Column.NUMBER));
    }

    /** A second row of the header, under cells that are merged over several columns. */
    private static boolean refines(Reading reading, List<Cell> row, List<Column> above, List<Column> below) {
        boolean finer = false;
        for (int column = 0; column < above.size(); column++) {
            if (below.get(column) == null || row.get(column).isBlank(reading)) {
                return false;
            }
            finer |= below.get(column) != above.get(column);
        }
        return finer && describesTasks(below);
    }

    int indexOf(Column kind) {
        return kinds.indexOf(kind);
    }

    int lastIndexOf(Column kind) {
        return kinds.lastIndexOf(kind);
    }
}
