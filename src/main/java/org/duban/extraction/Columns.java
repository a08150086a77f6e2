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
                List<Column> finer =
                        refined(reading, grid.rows().get(row), grid.rows().get(row + 1));
                if (finer != null) {
                    return new Columns(finer, row + 2);
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
        boolean task = kinds.contains(Column.TASK) || kinds.contains(Column.DETAIL) || kinds.contains(Column.NAME);
        boolean names = kinds.stream().anyMatch(kind -> kind != null && kind.names());
        return task && (names || kinds.contains(Column.NUMBER));
    }

    /** The kinds by two rows of a header, the lower one under cells merged over several columns; {@code null} if it is none. */
    private static List<Column> refined(Reading reading, List<Cell> above, List<Cell> below) {
        List<Column> kinds = new ArrayList<>();
        int names = 0;
        for (int column = 0; column < above.size(); column++) {
            String upper = above.get(column).text(reading);
            String lower = below.get(column).text(reading);
            Column kind = lower.isEmpty() || lower.equals(upper) ? Column.of(upper) : Column.of(lower);
            if (!lower.isEmpty() && kind == null || kind == Column.NUMBER && !lower.isEmpty() && !lower.equals(upper)) {
                return null;
            }
            Column joined = Column.of(upper + lower);
            if (joined == Column.DEADLINE) {
                kind = joined;
            }
            names += !lower.isEmpty() && kind != null && kind.names() ? 1 : 0;
            kinds.add(kind);
        }
        return names >= 2 && describesTasks(kinds) ? kinds : null;
    }

    int indexOf(Column kind) {
        return kinds.indexOf(kind);
    }

    int lastIndexOf(Column kind) {
        return kinds.lastIndexOf(kind);
    }
}
