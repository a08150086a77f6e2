package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/** Tables that were copied cell by cell: each cell stands on a line of its own, the words of the header first. */
final class CellPerLineTables {

    private static final int MOST_COLUMNS = 8;

    private final Reading reading;
    private final List<Range> lines;
    private final List<Grid> grids = new ArrayList<>();

    private CellPerLineTables(Reading reading, Range range) {
        this.reading = reading;
        lines = Lines.in(reading, range);
    }

    static List<Grid> in(Reading reading, Range range) {
        CellPerLineTables tables = new CellPerLineTables(reading, range);
        int index = 0;
        while (index < tables.lines.size()) {
            index = tables.table(index);
        }
        return tables.grids;
    }

    private int table(int from) {
        List<Column> header = header(from);
        if (header.size() < 2 || header.getFirst() != Column.NUMBER || !Columns.describesTasks(header)) {
            return from + 1;
        }
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(cells(from, from + header.size()));
        int index = from + header.size();
        int next = 1;
        int end = lines.get(index - 1).end();
        while (index < lines.size() && number(index) == next) {
            int stop = rowEnd(index + 1, next + 1, header);
            rows.add(row(index, stop, header));
            end = lines.get(stop - 1).end();
            index = stop;
            next++;
            if (isHeader(index, header)) {
                index += header.size();
            }
        }
        if (rows.size() > 1) {
            grids.add(new Grid(new Range(lines.get(from).start(), end), rows));
            return index;
        }
        return from + 1;
    }

    private List<Column> header(int from) {
        List<Column> header = new ArrayList<>();
        for (int index = from; index < lines.size() && header.size() < MOST_COLUMNS; index++) {
            Range line = lines.get(index);
            Column kind = line.length() > 30 ? null : Column.of(reading.plain(line));
            if (kind == null || !header.isEmpty() && kind == Column.NUMBER) {
                break;
            }
            header.add(kind);
        }
        return header;
    }

    private boolean isHeader(int from, List<Column> header) {
        return from + header.size() <= lines.size() && header(from).equals(header);
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
            if (number(index) == nextNumber || isHeader(index, header)) {
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
        Range line = lines.get(index);
        if (line.length() > 400) {
            return false;
        }
        Note note = NoteParser.parse(NoteText.of(reading, line.start(), line.end()));
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
            Column kind = kind(index);
            int next = nextColumn(header, column, kind);
            column = next < 0 ? column : next;
            cells.get(column).add(lines.get(index));
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
