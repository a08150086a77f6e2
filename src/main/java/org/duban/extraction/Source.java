package org.duban.extraction;

import java.util.List;

/**
 * A text to read, as it is shown to people: every position that extraction gives counts in it.
 *
 * @param text never changed by extraction; blanks, line breaks and private-use characters count like all others
 * @param tables tables whose cells are known, in the order of the text and not overlapping. Cells, too, are pieces of
 *     the text. Tables that are only drawn with characters are found by extraction itself.
 */
public record Source(String text, List<SourceTable> tables) {

    public Source {
        tables = List.copyOf(tables);
        tables.forEach(table -> table.cells().forEach(cell -> {
            if (cell.range().end() > text.length()) {
                throw new IllegalArgumentException("Cell outside the text: " + cell);
            }
        }));
    }

    /** A text without tables whose cells are known. */
    public static Source of(String text) {
        return new Source(text, List.of());
    }
}
