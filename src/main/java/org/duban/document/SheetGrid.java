package org.duban.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.duban.document.UnreadableDocument.Reason;

/** Collects the cells of a sheet, which say only afterwards which of them are merged. */
final class SheetGrid {

    /** What programs call sheets that nobody has named. */
    private static final Pattern UNNAMED = Pattern.compile("(?i)sheet\\d*|\u5de5\u4f5c\u8868\\d*");

    private final List<Value> values = new ArrayList<>();
    private final Map<Long, int[]> merged = new HashMap<>();

    void add(int row, int column, String value) throws UnreadableDocument {
        if (!value.isBlank()) {
            if (values.size() == Limits.CELLS) {
                throw new UnreadableDocument(Reason.TOO_COMPLEX);
            }
            values.add(new Value(row, column, value));
        }
    }

    void merge(int firstRow, int firstColumn, int lastRow, int lastColumn) throws UnreadableDocument {
        if (merged.size() == Limits.CELLS) {
            throw new UnreadableDocument(Reason.TOO_COMPLEX);
        }
        merged.put(place(firstRow, firstColumn), new int[] {lastRow - firstRow + 1, lastColumn - firstColumn + 1});
    }

    void writeTo(List<Block> blocks, String name) {
        if (values.isEmpty()) {
            return;
        }
        if (name != null && !isTitled() && !UNNAMED.matcher(name.strip()).matches()) {
            blocks.add(new Block.Line(name));
        }
        int[] single = {1, 1};
        blocks.add(new Block.Grid(values.stream()
                .map(value -> {
                    int[] span = merged.getOrDefault(place(value.row, value.column), single);
                    return new Block.Cell(
                            value.row,
                            value.column,
                            Math.max(1, span[0]),
                            Math.max(1, span[1]),
                            List.of(new Block.Line(value.text)));
                })
                .toList()));
    }

    /** Whether its first row is one cell alone: a title, of which the name of the sheet is no part. */
    private boolean isTitled() {
        int first = values.stream().mapToInt(Value::row).min().orElseThrow();
        return values.stream().filter(value -> value.row == first).count() == 1;
    }

    private static long place(int row, int column) {
        return (long) row << 32 | column;
    }

    private record Value(int row, int column, String text) {}
}
