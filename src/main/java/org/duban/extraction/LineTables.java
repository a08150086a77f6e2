package org.duban.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tables with a row on each line, their cells parted by tabs or by strokes. */
final class LineTables {

    static final char COMMA = ',';

    private final Reading reading;
    private final List<Range> lines;
    private final char separator;
    private final List<Grid> grids = new ArrayList<>();
    private List<Integer> headerStarts = List.of();

    private LineTables(Reading reading, Range range, char separator) {
        this.reading = reading;
        this.separator = separator;
        lines = linesOf(range);
    }

    static List<Grid> in(Reading reading, Range range, char separator) {
        LineTables tables = new LineTables(reading, range, separator);
        tables.read();
        return tables.grids;
    }

    /** Lines with their outer tabs, which stand for empty cells. */
    private List<Range> linesOf(Range range) {
        List<Range> all = new ArrayList<>();
        int from = range.start();
        while (from < range.end()) {
            int to = reading.lineEnd(from, range.end());
            if (reading.trim(from, to).length() > 0) {
                all.add(new Range(from, to));
            }
            from = to + 1;
        }
        return all;
    }

    private void read() {
        int index = 0;
        while (index < lines.size()) {
            List<Cell> header = cells(lines.get(index));
            if (header.size() > fewestColumns() && describesTasks(header) && isCertain(header)) {
                index = table(index, header.size());
            } else {
                index++;
            }
        }
    }

    /** Commas and blanks also stand in sentences. */
    private int fewestColumns() {
        return separator == Reading.BLANK || separator == COMMA ? 2 : 1;
    }

    /** Where the separator also stands in sentences, each word of the header must be known. */
    private boolean isCertain(List<Cell> header) {
        return fewestColumns() == 1 || header.stream().allMatch(cell -> Column.of(cell.text(reading)) != null);
    }

    private boolean describesTasks(List<Cell> header) {
        return Columns.describesTasks(
                header.stream().map(cell -> Column.of(cell.text(reading))).toList());
    }

    private int table(int header, int width) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(cells(lines.get(header)));
        boolean numbered = Column.of(rows.getFirst().getFirst().text(reading)) == Column.NUMBER;
        boolean namesFirst = isNames(rows.getFirst().getFirst());
        int names = 0;
        while (names < width && !isNames(rows.getFirst().get(names))) {
            names++;
        }
        names = names < width ? names : -1;
        int end = lines.get(header).end();
        int index = header + 1;
        Range pending = null;
        headerStarts = separator == Reading.BLANK ? starts(lines.get(header)) : List.of();
        boolean framed = separator == '|' && isFrame(header - 1) && isFrame(nextRule(header));
        if (framed) {
            return framedTable(header, width);
        }
        while (index < lines.size()) {
            Range line = lines.get(index);
            List<Cell> cells = cells(pending == null ? line : new Range(pending.start(), line.end()));
            if (isRule(line)) {
                index++;
            } else if (cells.size() == width && continuesRow(rows, cells, numbered ? 0 : names)) {
                rows.add(joined(rows.removeLast(), cells));
                end = line.end();
                index++;
            } else if (cells.size() >= width) {
                rows.add(cells.subList(0, width));
                pending = null;
                end = line.end();
                index++;
            } else if (startsRow(cells, numbered, namesFirst) && rowFollows(index, width)) {
                pending = pending == null ? line : new Range(pending.start(), line.end());
                index++;
            } else if (cells.size() > 1 && separator == '|') {
                rows.add(padded(cells, width));
                end = line.end();
                index++;
            } else if (cells.size() == 1 && isSection(line) && rowFollows(index, width)) {
                rows.add(padded(cells, width));
                end = line.end();
                index++;
            } else if (rows.size() > 1 && cells.size() == 1 && rowFollows(index, width) && pending == null) {
                append(rows.removeLast(), cells.getFirst(), rows);
                end = line.end();
                index++;
            } else {
                break;
            }
        }
        if (rows.size() > 1) {
            grids.add(new Grid(new Range(lines.get(header).start(), end), rows));
        }
        return Math.max(index, header + 1);
    }

    /** +----+-----+, over and under each row: what stands between two of them is one row, over as many lines as it takes. */
    private boolean isFrame(int index) {
        return index >= 0
                && index < lines.size()
                && isRule(lines.get(index))
                && reading.at(reading.skipBlanks(
                                lines.get(index).start(), lines.get(index).end()))
                        == '+';
    }

    private int nextRule(int from) {
        int index = from;
        while (index < lines.size() && !isRule(lines.get(index))) {
            index++;
        }
        return index;
    }

    private int framedTable(int header, int width) {
        List<List<Cell>> rows = new ArrayList<>();
        List<List<Range>> current = null;
        int end = lines.get(header).end();
        int index = header;
        while (index < lines.size()) {
            Range line = lines.get(index);
            boolean rule = isRule(line);
            if (rule && current != null) {
                rows.add(current.stream().map(Cell::new).toList());
                current = null;
            } else if (!rule) {
                List<Cell> cells = padded(cells(line), width);
                if (reading.at(reading.skipBlanks(line.start(), line.end())) != '|' || cells.size() > width) {
                    break;
                }
                if (current == null) {
                    current = new ArrayList<>();
                    for (int column = 0; column < width; column++) {
                        current.add(new ArrayList<>());
                    }
                }
                for (int column = 0; column < width; column++) {
                    current.get(column).addAll(cells.get(column).pieces());
                }
            }
            end = line.end();
            index++;
        }
        if (rows.size() > 1) {
            grids.add(new Grid(new Range(lines.get(header).start(), end), rows));
        }
        return Math.max(index, header + 1);
    }

    private boolean isNames(Cell cell) {
        Column kind = Column.of(cell.text(reading));
        return kind != null && kind.names();
    }

    /** Whether a line that is no whole row begins one: with a number, or with a name where names come first. */
    private boolean startsRow(List<Cell> cells, boolean numbered, boolean namesFirst) {
        String first = cells.getFirst().text(reading);
        if (numbered) {
            return !first.isEmpty() && Numerals.lengthAt(first, 0) == first.length();
        }
        return !namesFirst || Names.isPlausible(first);
    }

    /** A heading between the rows: （二）…行动. */
    private boolean isSection(Range line) {
        Range text = reading.trim(line.start(), line.end());
        return text.length() < 60 && Marker.at(reading, text.start(), text.end()) != null;
    }

    private boolean rowFollows(int index, int width) {
        return index + 1 < lines.size() && cells(lines.get(index + 1)).size() >= Math.max(2, width - 1);
    }

    /** A further line of the row above in a table that is aligned by blanks. */
    private boolean continuesRow(List<List<Cell>> rows, List<Cell> cells, int deciding) {
        return separator == Reading.BLANK
                && deciding >= 0
                && rows.size() > 1
                && cells.get(deciding).isBlank(reading);
    }

    private static List<Cell> joined(List<Cell> row, List<Cell> more) {
        List<Cell> joined = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            List<Range> pieces = new ArrayList<>(row.get(column).pieces());
            pieces.addAll(more.get(column).pieces());
            joined.add(new Cell(pieces));
        }
        return joined;
    }

    private void append(List<Cell> row, Cell more, List<List<Cell>> rows) {
        List<Cell> longer = new ArrayList<>(row);
        List<Range> pieces = new ArrayList<>(longer.getLast().pieces());
        pieces.addAll(more.pieces());
        longer.set(longer.size() - 1, new Cell(pieces));
        rows.add(longer);
    }

    private static List<Cell> padded(List<Cell> cells, int width) {
        List<Cell> row = new ArrayList<>(cells);
        while (row.size() < width) {
            row.add(Cell.EMPTY);
        }
        return row;
    }

    /** The line under the header of a table in Markdown. */
    private boolean isRule(Range line) {
        for (int index = line.start(); index < line.end(); index++) {
            if ("|-—：+=".indexOf(reading.at(index)) < 0 && !Reading.isBlank(reading.at(index))) {
                return false;
            }
        }
        return true;
    }

    private List<Cell> cells(Range line) {
        if (separator == Reading.BLANK) {
            return alignedCells(line);
        }
        if (separator == COMMA) {
            return quotedCells(line);
        }
        Range inner = separator == Reading.TAB ? line : withoutFrame(line);
        List<Cell> cells = new ArrayList<>();
        int from = inner.start();
        for (int index = inner.start(); index <= inner.end(); index++) {
            if (index == inner.end() || isSeparator(reading.at(index))) {
                cells.add(Cell.of(reading.trim(from, index)));
                from = index + 1;
            }
        }
        return cells;
    }

    /** Cells parted by half-width commas; those in quotation marks may hold commas. */
    private List<Cell> quotedCells(Range line) {
        List<Cell> cells = new ArrayList<>();
        boolean quoted = false;
        int from = line.start();
        for (int index = line.start(); index <= line.end(); index++) {
            boolean end = index == line.end();
            if (!end && reading.at(index) == '"') {
                quoted = !quoted;
            }
            if (end || !quoted && reading.isOriginal(index, ',')) {
                Range cell = reading.trim(from, index);
                boolean marked =
                        cell.length() > 1 && reading.at(cell.start()) == '"' && reading.at(cell.end() - 1) == '"';
                cells.add(Cell.of(marked ? reading.trim(cell.start() + 1, cell.end() - 1) : cell));
                from = index + 1;
            }
        }
        return cells;
    }

    /** Cells parted by two blanks or more, each under the header above it; a line with fewer cells has empty ones. */
    private List<Cell> alignedCells(Range line) {
        List<Cell> cells = partedCells(line);
        if (headerStarts.isEmpty() || cells.size() >= headerStarts.size()) {
            return cells;
        }
        List<Cell> row = new ArrayList<>(Collections.nCopies(headerStarts.size(), Cell.EMPTY));
        List<Integer> starts = starts(line);
        for (int index = 0; index < cells.size(); index++) {
            int column = 0;
            while (column + 1 < headerStarts.size() && headerStarts.get(column + 1) <= starts.get(index) + 2) {
                column++;
            }
            if (row.get(column) != Cell.EMPTY) {
                return cells;
            }
            row.set(column, cells.get(index));
        }
        return row;
    }

    /** Where the cells of a line begin, in columns of a terminal: Chinese characters take two. */
    private List<Integer> starts(Range line) {
        List<Integer> starts = new ArrayList<>();
        int width = 0;
        int at = line.start();
        for (Cell cell : partedCells(line)) {
            while (cell.range() != null && at < cell.range().start()) {
                width += reading.isWide(at++) ? 2 : 1;
            }
            starts.add(width);
        }
        return starts;
    }

    private List<Cell> partedCells(Range line) {
        Range inner = reading.trim(line.start(), line.end());
        List<Cell> cells = new ArrayList<>();
        int from = inner.start();
        int index = inner.start();
        while (index < inner.end()) {
            int behind = reading.skipBlanksOnLine(index, inner.end());
            if (behind - index >= 2 || behind > index && reading.at(index) == Reading.TAB) {
                cells.add(Cell.of(reading.trim(from, index)));
                from = behind;
            }
            index = Math.max(behind, index + 1);
        }
        cells.add(Cell.of(reading.trim(from, inner.end())));
        return cells;
    }

    private boolean isSeparator(char character) {
        return character == separator;
    }

    /** Without the strokes at both ends of the line. */
    private Range withoutFrame(Range line) {
        Range trimmed = reading.trim(line.start(), line.end());
        int from = trimmed.start();
        int to = trimmed.end();
        if (from < to && isSeparator(reading.at(from))) {
            from++;
        }
        if (from < to && isSeparator(reading.at(to - 1))) {
            to--;
        }
        return new Range(from, to);
    }
}
