package org.duban.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.duban.document.UnreadableDocument.Reason;
import org.duban.extraction.Range;
import org.duban.extraction.Source;
import org.duban.extraction.SourceTable;

/**
 * Writes blocks one below the other: a paragraph a line, a row of a table a line with tabs between its columns, and the
 * paragraphs of a cell below each other.
 *
 * <p>A table that only serves to place things on the page is written as if it were not there: one with a single row or
 * column, one that holds a larger table, and one of which a single cell holds nearly all the text.
 */
final class Layout {

    /** From this length on, a cell with nearly all the text of its table is a page and not a cell. */
    private static final int PAGE_CHARS = 2_000;

    private final StringBuilder text = new StringBuilder();
    private final List<SourceTable> tables = new ArrayList<>();
    private int cells;

    private Layout() {}

    static Source of(List<Block> blocks) throws UnreadableDocument {
        Layout layout = new Layout();
        layout.write(blocks);
        while (layout.text.length() > 1 && layout.endsWithBlankLine()) {
            layout.text.setLength(layout.text.length() - 1);
        }
        return new Source(layout.text.toString(), layout.tables);
    }

    private void write(List<Block> blocks) throws UnreadableDocument {
        for (Block block : blocks) {
            switch (block) {
                case Block.Line line -> {
                    boolean secondBlankLine = line.text().isBlank() && endsWithBlankLine();
                    if (!secondBlankLine) {
                        append(plain(line.text()));
                        append("\n");
                    }
                }
                case Block.Grid grid -> write(grid);
            }
        }
    }

    private void write(Block.Grid grid) throws UnreadableDocument {
        List<Content> contents = new ArrayList<>();
        for (Block.Cell cell : grid.cells()) {
            if (++cells > Limits.CELLS) {
                throw new UnreadableDocument(Reason.TOO_COMPLEX);
            }
            String content = flat(cell.content());
            if (!content.isBlank()) {
                contents.add(new Content(cell, content.strip()));
            }
        }
        contents.sort(Comparator.comparingInt((Content content) -> content.cell.row())
                .thenComparingInt(content -> content.cell.column()));
        int[] rows = starts(contents, Block.Cell::row);
        int[] columns = starts(contents, Block.Cell::column);
        if (columns.length > Limits.COLUMNS) {
            throw new UnreadableDocument(Reason.TOO_COMPLEX);
        }
        if (rows.length < 2 || columns.length < 2 || placesOnly(contents)) {
            for (Content content : contents) {
                write(content.cell.content());
            }
        } else {
            writeTable(contents, rows, columns);
        }
    }

    private void writeTable(List<Content> contents, int[] rows, int[] columns) throws UnreadableDocument {
        List<SourceTable.Cell> written = new ArrayList<>();
        int start = text.length();
        int row = 0;
        int column = 0;
        for (Content content : contents) {
            Block.Cell cell = content.cell;
            int cellRow = index(rows, cell.row());
            int cellColumn = index(columns, cell.column());
            for (; row < cellRow; row++) {
                append("\n");
                column = 0;
            }
            for (; column < cellColumn; column++) {
                append("\t");
            }
            int from = text.length();
            append(content.text);
            written.add(new SourceTable.Cell(
                    cellRow,
                    cellColumn,
                    index(rows, cell.row() + cell.rowSpan()) - cellRow,
                    index(columns, cell.column() + cell.columnSpan()) - cellColumn,
                    new Range(from, text.length())));
        }
        tables.add(new SourceTable(new Range(start, text.length()), written));
        append("\n");
    }

    private static boolean placesOnly(List<Content> contents) {
        int all = contents.stream().mapToInt(content -> content.text.length()).sum();
        return contents.stream()
                .anyMatch(content -> content.text.length() > PAGE_CHARS && content.text.length() > all * 0.8
                        || content.cell.content().stream()
                                .anyMatch(block -> block instanceof Block.Grid inner
                                        && inner.cells().size() > contents.size()));
    }

    /** The distinct places where something begins, in order: all others are empty or covered from there. */
    private static int[] starts(List<Content> contents, ToIntFunction<Block.Cell> place) {
        return contents.stream()
                .mapToInt(content -> place.applyAsInt(content.cell))
                .distinct()
                .sorted()
                .toArray();
    }

    /** How many of the sorted places lie before the place. */
    private static int index(int[] places, int place) {
        int found = Arrays.binarySearch(places, place);
        return found >= 0 ? found : -found - 1;
    }

    private static String flat(List<Block> content) {
        StringBuilder flat = new StringBuilder();
        for (Block block : content) {
            if (block instanceof Block.Line line) {
                flat.append(plain(line.text()).replace('\t', ' ')).append('\n');
            } else if (block instanceof Block.Grid grid) {
                int row = -1;
                for (Block.Cell cell : grid.cells()) {
                    flat.append(row < 0 ? "" : row == cell.row() ? " " : "\n");
                    flat.append(flat(cell.content()).strip());
                    row = cell.row();
                }
                flat.append('\n');
            }
        }
        return flat.toString();
    }

    /** Blanks and breaks of other kinds as ordinary ones; what cannot be seen is gone. */
    private static String plain(String line) {
        StringBuilder plain = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '\u00A0' -> plain.append(' ');
                case '\u000B', '\f', '\r', '\u2028', '\u2029' -> plain.append('\n');
                case '\t', '\n' -> plain.append(c);
                case '\u00AD', '\u200B', '\uFEFF' -> {}
                default -> {
                    if (c >= ' ') {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }

    private boolean endsWithBlankLine() {
        int end = text.length();
        return end == 0 || text.charAt(end - 1) == '\n' && (end == 1 || text.charAt(end - 2) == '\n');
    }

    private void append(String piece) throws UnreadableDocument {
        if (text.length() + piece.length() > Limits.TEXT_CHARS) {
            throw new UnreadableDocument(Reason.TOO_MUCH_TEXT, Limits.TEXT_CHARS / 1_000_000);
        }
        text.append(piece);
    }

    private record Content(Block.Cell cell, String text) {}
}
