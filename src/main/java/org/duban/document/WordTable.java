package org.duban.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.document.UnreadableDocument.Reason;

/** Puts the cells of a Word table together: cells merged downwards are one cell a row in the file. */
final class WordTable {

    private final List<Merged> cells = new ArrayList<>();

    /** By its column, the cell that the next row may continue. */
    private Map<Integer, Merged> above = new HashMap<>();

    private Map<Integer, Merged> current;
    private int row = -1;
    private int column;
    private boolean rowDropped;

    void startRow() {
        row++;
        column = 0;
        current = new HashMap<>();
        rowDropped = false;
    }

    /** The row was deleted: what it holds is not there. */
    void dropRow() {
        rowDropped = true;
    }

    void skipColumns(int count) {
        column += Math.max(0, count);
    }

    void moveTo(int place) {
        column = Math.max(column, place);
    }

    void add(int columnSpan, boolean continued, List<Block> content) throws UnreadableDocument {
        if (rowDropped) {
            return;
        }
        int span = Math.max(1, columnSpan);
        if (column > Limits.COLUMNS || span > Limits.COLUMNS || cells.size() > Limits.CELLS) {
            throw new UnreadableDocument(Reason.TOO_COMPLEX);
        }
        Merged cell = continued ? above.get(column) : null;
        if (cell == null) {
            cell = new Merged(row, column, span, content);
            cells.add(cell);
        } else {
            cell.rowSpan = row - cell.row + 1;
        }
        current.put(column, cell);
        column += span;
    }

    void endRow() {
        if (rowDropped) {
            row--;
        } else {
            above = current;
        }
    }

    Block.Grid grid() {
        return new Block.Grid(cells.stream()
                .map(cell -> new Block.Cell(cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.content))
                .toList());
    }

    private static final class Merged {
        private final int row;
        private final int column;
        private final int columnSpan;
        private final List<Block> content;
        private int rowSpan = 1;

        private Merged(int row, int column, int columnSpan, List<Block> content) {
            this.row = row;
            this.column = column;
            this.columnSpan = columnSpan;
            this.content = content;
        }
    }
}
