package org.duban.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tables whose cells the file itself knows. */
final class GivenTables {

    /** Cells of a grid; more would be an attack on the memory. */
    private static final int LARGEST = 2_000_000;

    private GivenTables() {}

    static List<Grid> in(List<SourceTable> tables, Range range) {
        List<Grid> grids = new ArrayList<>();
        for (SourceTable table : tables) {
            if (range.contains(table.range())) {
                Grid grid = grid(table);
                if (grid != null) {
                    grids.add(grid);
                }
            }
        }
        return grids;
    }

    private static Grid grid(SourceTable table) {
        int height = 0;
        int width = 0;
        for (SourceTable.Cell cell : table.cells()) {
            height = Math.max(height, cell.row() + cell.rowSpan());
            width = Math.max(width, cell.column() + cell.columnSpan());
        }
        if (height == 0 || (long) height * width > LARGEST) {
            return null;
        }
        List<List<Cell>> rows = new ArrayList<>(height);
        for (int row = 0; row < height; row++) {
            rows.add(new ArrayList<>(Collections.nCopies(width, Cell.EMPTY)));
        }
        for (SourceTable.Cell cell : table.cells()) {
            Cell content = Cell.of(cell.range());
            for (int row = cell.row(); row < cell.row() + cell.rowSpan(); row++) {
                for (int column = cell.column(); column < cell.column() + cell.columnSpan(); column++) {
                    rows.get(row).set(column, content);
                }
            }
        }
        return new Grid(table.range(), rows);
    }
}
