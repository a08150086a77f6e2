package org.duban.extraction;

import java.util.List;

/**
 * A table as rows of cells, however it was drawn.
 *
 * @param rows of equal width; a cell that is merged over several rows stands in each of them
 */
record Grid(Range range, List<List<Cell>> rows) {

    int width() {
        return rows.isEmpty() ? 0 : rows.getFirst().size();
    }
}
