package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/** Tables that were copied cell by cell: each cell stands on a line of its own, the words of the header first. */
final class CellPerLineTables {

    private static final int MOST_COLUMNS = 8;
    /** With the header. */
    private static final int FEWEST_ROWS = 3;
    /** A line that may hold a whole table. */
    private static final int LONG_LINE = 200;

    private final Reading reading;
    private final List<Range> lines;
    private final List<Grid> grids = new ArrayList<>();
    private int headerEnd;
    private List<Cell> headerCells = List.of();

    private CellPerLineTables(Reading reading, List<Range> lines) {
        this.reading = reading;
        this.lines = lines;
    }

    static List<Grid> in(Reading reading, Range range) {
        List<Range> lines = Lines.in(reading, range);
        List<Grid> grids = read(reading, lines);
        for (Range line : lines) {
            if (line.length() > LONG_LINE) {
                grids.addAll(read(reading, words(reading, line)));
            }
        }
        return grids;
    }

    private static List<Grid> read(Reading reading, List<Range> cells) {
        CellPerLineTables tables = new CellPerLineTables(reading, cells);
        int index = 0;
        while (index < tables.lines.size()) {
            index = tables.table(index);
        }
        return tables.grids;
    }

    /** The pieces between blanks: a table that has lost its line ends. */
    private static List<Range> words(Reading reading, Range line) {
        List<Range> words = new ArrayList<>();
        int index = reading.skipBlanks(line.start(), line.end());
        while (index < line.end()) {
            int end = index;
            while (end < line.end() && !Reading.isBlank(reading.at(end))) {
                end++;
            }
            words.add(new Range(index, end));
            index = reading.skipBlanks(end, line.end());
        }
        return words;
    }

    private int table(int from) {
        List<Column> header = header(from);
        if (header.size() < 2 || !Columns.describesTasks(header)) {
            return from + 1;
        }
        if (header.getFirst() != Column.NUMBER) {
            return unnumbered(from, header);
        }
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(headerCells);
        int index = skipSection(headerEnd, 1);
        int next = 1;
        int end = lines.get(index - 1).end();
        while (index < lines.size() && number(index) == next) {
            int stop = rowEnd(index + 1, next + 1, header);
            rows.add(row(index, stop, header));
            end = lines.get(stop - 1).end();
            index = stop;
            next++;
            if (isHeader(index, header)) {
                index = headerEnd;
            }
            index = skipSection(index, next);
        }
        if (rows.size() > 1) {
            grids.add(new Grid(new Range(lines.get(from).start(), end), rows));
            return index;
        }
        return from + 1;
    }

    /** A table without numbers: each row takes as many lines as there are columns, with names where names belong. */
    private int unnumbered(int from, List<Column> header) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(headerCells);
        int index = headerEnd;
        while (index < lines.size()) {
            if (namesStand(index, 0, header)) {
                rows.add(cells(index, index + header.size()));
                index += header.size();
            } else if (namesStand(index, 1, header)) {
                List<Cell> row = new ArrayList<>(List.of(Cell.EMPTY));
                row.addAll(cells(index, index + header.size() - 1));
                rows.add(row);
                index += header.size() - 1;
            } else if (isSection(index) && namesStand(index + 1, 1, header)) {
                index++;
            } else {
                break;
            }
        }
        if (rows.size() < FEWEST_ROWS || header.size() < 3) {
            return from + 1;
        }
        grids.add(
                new Grid(new Range(lines.get(from).start(), lines.get(index - 1).end()), rows));
        return index;
    }

    /**
     * Whether the lines from {@code from} on may be a row: names where names belong.
     *
     * @param missing columns at the left that the row leaves out, since they group rows
     */
    private boolean namesStand(int from, int missing, List<Column> header) {
        if (from + header.size() - missing > lines.size() || header.get(0).names() && missing > 0) {
            return false;
        }
        for (int column = missing; column < header.size(); column++) {
            int line = from + column - missing;
            boolean names = header.get(column).names();
            if (names && !isNames(line) && !Cell.of(lines.get(line)).saysNothing(reading)) {
                return false;
            }
        }
        return true;
    }

    /** The words of a header from a line on; {@link #headerEnd} and {@link #headerCells} are those of the last one read. */
    private List<Column> header(int from) {
        List<Column> header = new ArrayList<>();
        headerCells = new ArrayList<>();
        int index = from;
        while (index < lines.size() && header.size() < MOST_COLUMNS) {
            int length = index + 1 < lines.size() && isFragment(index) && isFragment(index + 1) ? 2 : 1;
            Column kind = kindOf(index, index + length);
            if (kind == null && length == 2) {
                length = 1;
                kind = kindOf(index, index + 1);
            }
            if (kind == null || !header.isEmpty() && kind == Column.NUMBER) {
                break;
            }
            header.add(kind);
            headerCells.add(new Cell(List.copyOf(lines.subList(index, index + length))));
            index += length;
        }
        headerEnd = index;
        return header;
    }

    /** A word of a header that is broken over two lines: 牵头 and 单位. */
    private boolean isFragment(int index) {
        return lines.get(index).length() <= 5 && reading.plain(lines.get(index)).length() <= 2;
    }

    private Column kindOf(int from, int to) {
        StringBuilder words = new StringBuilder();
        for (Range line : lines.subList(from, to)) {
            if (line.length() > 30) {
                return null;
            }
            words.append(reading.plain(line));
        }
        return Column.of(words.toString());
    }

    private boolean isHeader(int from, List<Column> header) {
        return from + header.size() <= lines.size() && header(from).equals(header);
    }

    /** Index behind a heading between the rows, if the next row follows upon it. */
    private int skipSection(int index, int next) {
        return isSection(index) && index + 1 < lines.size() && number(index + 1) == next ? index + 1 : index;
    }

    private boolean isSection(int index) {
        if (index >= lines.size() || lines.get(index).length() > 60) {
            return false;
        }
        Marker marker =
                Marker.at(reading, lines.get(index).start(), lines.get(index).end());
        return marker != null && marker.style().compareTo(MarkerStyle.CHINESE_BRACKET) <= 0;
    }

    /** The number that a line consists of, or 0. */
    private int number(int index) {
        Range line = lines.get(index);
        if (line.length() > 5) {
            return 0;
        }
        String text = reading.plain(line).replace(".", "").replace("、", "");
        boolean numeral = !text.isEmpty() && Numerals.lengthAt(text, 0) == text.length();
        return numeral ? Numerals.value(text) : 0;
    }

    /** Index of the line behind the row: the next number, or behind as many lines as there are columns. */
    private int rowEnd(int from, int nextNumber, List<Column> header) {
        int farthest = Math.min(lines.size(), from + 40);
        for (int index = from + 1; index < farthest; index++) {
            boolean section = isSection(index) && index + 1 < lines.size() && number(index + 1) == nextNumber;
            if (section || number(index) == nextNumber || isHeader(index, header)) {
                return index;
            }
        }
        return lastRowEnd(from, header);
    }

    /** The last row ends with its last column; further lines belong to it while they are names. */
    private int lastRowEnd(int from, List<Column> header) {
        int end = Math.min(lines.size(), from + header.size() - 1);
        boolean namesLast = header.getLast().names();
        if (!namesLast) {
            return end;
        }
        for (int index = from; index < end; index++) {
            if (isNames(index)) {
                int last = index;
                while (last + 1 < end && isNames(last + 1)) {
                    last++;
                }
                return last + 1;
            }
        }
        for (int index = end; index < Math.min(lines.size(), end + 4); index++) {
            if (isNames(index)) {
                return index + 1;
            }
        }
        return end;
    }

    private boolean isNames(int index) {
        return isNames(index, index + 1);
    }

    private boolean isNames(int from, int to) {
        List<Range> pieces = lines.subList(from, to);
        if (pieces.getFirst().length() > 400) {
            return false;
        }
        Note note = NoteParser.parse(NoteText.of(reading, pieces));
        return !note.named().isEmpty() && note.plausibleNames() == note.named().size();
    }

    private List<Cell> cells(int from, int to) {
        return lines.subList(from, to).stream().map(Cell::of).toList();
    }

    /** Gives each column its line; where there are more or fewer, names and deadlines go to their columns. */
    private List<Cell> row(int from, int to, List<Column> header) {
        if (to - from == header.size()) {
            return cells(from, to);
        }
        List<List<Range>> cells = new ArrayList<>();
        header.forEach(column -> cells.add(new ArrayList<>()));
        cells.getFirst().add(lines.get(from));
        int task = Math.max(
                header.lastIndexOf(Column.TASK),
                Math.max(header.lastIndexOf(Column.DETAIL), header.lastIndexOf(Column.NAME)));
        int index = from + 1;
        for (int column = 1; column < task && index < to - 1; column++) {
            cells.get(column).add(lines.get(index++));
        }
        while (index < to && (cells.get(task).isEmpty() || kind(index) == Column.TASK)) {
            cells.get(task).add(lines.get(index++));
        }
        int column = task;
        for (; index < to; index++) {
            boolean broken = index + 1 < to && !isNames(index) && isNames(index, index + 2);
            Column kind = broken ? Column.ANSWER : kind(index);
            int next = nextColumn(header, column, kind);
            column = next < 0 ? column : next;
            cells.get(column).add(lines.get(index));
            if (broken) {
                cells.get(column).add(lines.get(++index));
            }
        }
        return cells.stream().map(Cell::new).toList();
    }

    private Column kind(int index) {
        if (isNames(index)) {
            return Column.ANSWER;
        }
        String text = reading.plain(lines.get(index));
        return DeadlinePhrases.isDeadline(text) ? Column.DEADLINE : Column.TASK;
    }

    private static int nextColumn(List<Column> header, int from, Column kind) {
        for (int column = from + 1; column < header.size(); column++) {
            boolean fits = kind == Column.ANSWER
                    ? header.get(column).names()
                    : kind == Column.DEADLINE
                            ? header.get(column) == Column.DEADLINE
                            : header.get(column) == Column.OTHER;
            if (fits) {
                return column;
            }
        }
        return -1;
    }
}
