package org.duban.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.duban.document.UnreadableDocument.Reason;
import org.duban.extraction.Source;

/** Comma-separated values, and those that are separated by something else. */
final class CsvReader {

    private static final char[] SEPARATORS = {',', '\t', ';', '|'};
    private static final int SAMPLE_CHARS = 20_000;

    private CsvReader() {}

    static Source read(byte[] file) throws UnreadableDocument, IOException {
        String text = Decoded.text(file);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        List<Block.Cell> cells = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(text, format)) {
            int row = 0;
            for (CSVRecord values : rows) {
                for (int column = 0; column < values.size(); column++) {
                    String value = values.get(column);
                    if (!value.isBlank()) {
                        cells.add(new Block.Cell(row, column, 1, 1, List.of(new Block.Line(value))));
                    }
                }
                if (cells.size() > Limits.CELLS) {
                    throw new UnreadableDocument(Reason.TOO_COMPLEX);
                }
                row++;
            }
        }
        return Layout.of(List.of(new Block.Grid(cells)));
    }

    /** The one that occurs most outside quotes. */
    private static char separator(String text) {
        int[] count = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = 0; i < Math.min(text.length(), SAMPLE_CHARS); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            for (int k = 0; k < SEPARATORS.length && !quoted; k++) {
                count[k] += c == SEPARATORS[k] ? 1 : 0;
            }
        }
        int most = 0;
        for (int k = 1; k < SEPARATORS.length; k++) {
            most = count[k] > count[most] ? k : most;
        }
        return SEPARATORS[most];
    }
}
