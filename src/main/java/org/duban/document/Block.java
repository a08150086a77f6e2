package org.duban.document;

import java.util.List;

/** A piece of a document, as the readers of formats with structure give it to {@link Layout}. */
sealed interface Block {

    /** A paragraph; may hold line breaks and tabs. */
    record Line(String text) implements Block {}

    /** A table. Rows and columns may be counted as the file does; {@link Layout} drops the empty ones. */
    record Grid(List<Cell> cells) implements Block {}

    /** A cell, at its uppermost row and leftmost column. */
    record Cell(int row, int column, int rowSpan, int columnSpan, List<Block> content) {}
}
