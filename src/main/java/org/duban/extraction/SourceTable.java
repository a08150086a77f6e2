package org.duban.extraction;

import java.util.List;

/**
 * A table whose cells are known from the file.
 *
 * @param range from its first to its last character, around all its cells
 * @param cells in any order; places of the grid that no cell covers are empty
 */
public record SourceTable(Range range, List<Cell> cells) {

    public SourceTable {
        cells = List.copyOf(cells);
    }

    /**
     * A cell with its content.
     *
     * @param row its uppermost row, from 0
     * @param column its leftmost column, from 0
     * @param rowSpan number of rows that it covers; more than 1 where cells are merged, and what it says holds for each
     * @param columnSpan number of columns that it covers
     * @param range its content; empty for an empty cell
     */
    public record Cell(int row, int column, int rowSpan, int columnSpan, Range range) {

        public Cell {
            if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
                throw new IllegalArgumentException("No cell: " + row + ", " + column);
            }
        }
    }
}
