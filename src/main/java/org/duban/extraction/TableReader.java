package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/** Reads the rows of a division table, whatever the order of its columns. */
final class TableReader {

    private final Reading reading;
    private final Grid grid;
    private final Columns columns;
    private final int number;
    private final int name;
    private final int task;
    private final int detail;
    private final boolean titled;
    private final List<TaskDraft> drafts = new ArrayList<>();
    private List<Cell> filled;
    private String lastNumber = "";

    private TableReader(Reading reading, Grid grid, Columns columns) {
        this.reading = reading;
        this.grid = grid;
        this.columns = columns;
        number = columns.indexOf(Column.NUMBER);
        int content = columns.lastIndexOf(Column.TASK);
        int come = columns.lastIndexOf(Column.DETAIL);
        boolean grouped = content >= 0 && come >= 0 && filled(content) < filled(come);
        detail = content >= 0 && !grouped ? come : -1;
        content = content >= 0 && !grouped ? content : come;
        int named = columns.lastIndexOf(Column.NAME);
        if (named < 0 && columns.indexOf(Column.TASK) < columns.lastIndexOf(Column.TASK)) {
            named = columns.indexOf(Column.TASK);
        }
        task = content >= 0 ? content : named;
        name = content >= 0 ? named : -1;
        titled = name >= 0 && isFilled(name);
    }

    /** The tasks of the table; {@code null} if it is no division table. */
    static List<TaskDraft> read(Reading reading, Grid grid) {
        Columns columns = Columns.of(reading, grid);
        if (columns == null) {
            return null;
        }
        TableReader reader = new TableReader(reading, grid, columns);
        for (List<Cell> row : grid.rows().subList(columns.rows(), grid.rows().size())) {
            reader.row(row);
        }
        return reader.namesBodies() ? reader.drafts : null;
    }

    /** Whether a column of names holds names: 单位 may also stand over units of measure. */
    private boolean namesBodies() {
        long named = 0;
        long plausible = 0;
        for (TaskDraft draft : drafts) {
            for (Note note : draft.notes()) {
                named += note.named().size();
                plausible += note.plausibleNames();
            }
        }
        return plausible * 2 >= named;
    }

    /** Whether nearly each row has its own cell in the column; else it groups rows. */
    private boolean isFilled(int column) {
        return filled(column) * 10 >= (grid.rows().size() - columns.rows()) * 8;
    }

    /** Number of rows with a cell of their own in the column. */
    private int filled(int column) {
        List<List<Cell>> rows = grid.rows().subList(columns.rows(), grid.rows().size());
        Cell before = null;
        int filled = 0;
        for (List<Cell> row : rows) {
            Cell cell = row.get(column);
            filled += cell != before && !cell.isBlank(reading) ? 1 : 0;
            before = cell;
        }
        return filled;
    }

    private void row(List<Cell> row) {
        Cell content = contentOf(row);
        if (isHeader(row) || content.isBlank(reading) || isSection(row)) {
            return;
        }
        String printed = number < 0 ? "" : row.get(number).text(reading);
        boolean continued = number >= 0 && printed.isEmpty();
        String no = continued ? lastNumber : printed;
        if (!no.isEmpty()) {
            lastNumber = no;
        }
        List<Note> notes = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        List<Cell> source = named(row) || filled == null || saysNothing(row) ? row : filled;
        if (source != row) {
            warnings.add(new Warning(Warning.Kind.SHARED_NOTE, "", content.range()));
        }
        Range deadline = deadlineOf(row);
        for (int column = 0; column < row.size(); column++) {
            Column kind = columns.kinds().get(column);
            if (kind != null && kind.names() && isFirstOf(source, column)) {
                add(notes, source.get(column), kind);
            }
        }
        if (deadline == null && source != row) {
            deadline = deadlineOf(source);
        }
        if (source == row && named(row)) {
            filled = row;
        }
        addInnerNotes(content, notes);
        List<Clause> items = number < 0 ? items(content) : List.of();
        for (Clause item : items) {
            Range body = reading.trim(item.bodyStart(), item.end());
            if (body.length() == 0) {
                continue;
            }
            String itemText = reading.plain(body);
            drafts.add(new TaskDraft(
                    item.label(reading),
                    Titles.ofText(itemText),
                    itemText,
                    body,
                    List.of(body),
                    notes,
                    deadline,
                    warnings));
        }
        if (!items.isEmpty()) {
            return;
        }
        boolean detailed = detail >= 0
                && !row.get(detail).isBlank(reading)
                && !row.get(detail).saysNothing(reading);
        String own = content.text(reading);
        String text = detailed
                ? own + (own.endsWith("。") ? "" : "：") + row.get(detail).text(reading)
                : own;
        List<Range> body = new ArrayList<>(content.pieces());
        if (detailed) {
            body.addAll(row.get(detail).pieces());
        }
        String title = titled && !row.get(name).isBlank(reading) ? row.get(name).text(reading) : null;
        drafts.add(new TaskDraft(
                no.isEmpty() ? null : no,
                title == null ? Titles.ofText(own) : title,
                text,
                around(row),
                body,
                notes,
                deadline,
                warnings));
    }

    /** What is to be done; its name where nothing more is said of it. */
    private Cell contentOf(List<Cell> row) {
        return titled && row.get(task).isBlank(reading) && named(row) ? row.get(name) : row.get(task);
    }

    /** The numbered tasks of which a cell of a table without numbers consists. */
    private List<Clause> items(Cell content) {
        if (content.pieces().size() != 1) {
            return List.of();
        }
        Range piece = content.pieces().getFirst();
        Outline outline = Outline.of(reading, piece, Brackets.in(reading, piece.start(), piece.end()));
        List<Clause> items = outline.root().children();
        return !items.isEmpty() && items.getFirst().start() == piece.start() ? items : List.of();
    }

    private Range deadlineOf(List<Cell> row) {
        int column = columns.indexOf(Column.DEADLINE);
        if (column < 0 || row.get(column).isBlank(reading) || row.get(column).saysNothing(reading)) {
            return null;
        }
        return row.get(column).range();
    }

    /** A cell merged over several columns stands in each of them, but is read once. */
    private static boolean isFirstOf(List<Cell> row, int column) {
        return column == 0 || row.get(column - 1) != row.get(column);
    }

    private boolean named(List<Cell> row) {
        for (int column = 0; column < row.size(); column++) {
            Column kind = columns.kinds().get(column);
            if (kind != null && kind.names() && !row.get(column).isBlank(reading)) {
                return true;
            }
        }
        return false;
    }

    private boolean saysNothing(List<Cell> row) {
        for (int column = 0; column < row.size(); column++) {
            Column kind = columns.kinds().get(column);
            if (kind != null && kind.names() && row.get(column).saysNothing(reading)) {
                return true;
            }
        }
        return columns.kinds().stream().noneMatch(kind -> kind != null && kind.names());
    }

    private boolean isHeader(List<Cell> row) {
        int known = 0;
        for (int column = 0; column < row.size(); column++) {
            Column kind = Column.of(row.get(column).text(reading));
            if (kind != null && kind == columns.kinds().get(column)) {
                known++;
            }
        }
        return known >= 2 && known * 2 > row.size();
    }

    /** One cell over the whole width, such as 一、优化环境. */
    private boolean isSection(List<Cell> row) {
        Cell only = null;
        for (Cell cell : row) {
            if (!cell.isBlank(reading)) {
                if (only != null && cell != only) {
                    return false;
                }
                only = cell;
            }
        }
        boolean taskAlone = row.get(task) == only && row.getFirst() != only;
        return !taskAlone && row.size() > 1 && columns.kinds().stream().anyMatch(kind -> kind != null && kind.names());
    }

    private void add(List<Note> notes, Cell cell, Column kind) {
        if (cell.isBlank(reading) || cell.saysNothing(reading)) {
            return;
        }
        NoteText content = cell.note(reading);
        Note note = NoteParser.parse(
                content.length() > Brackets.LONGEST ? content.subSequence(0, Brackets.LONGEST) : content, kind.label());
        notes.add(note.in(cell.range()));
    }

    /** Notes in brackets inside the text of a task whose row names nobody in a column. */
    private void addInnerNotes(Cell content, List<Note> notes) {
        if (!notes.isEmpty()) {
            return;
        }
        for (Range piece : content.pieces()) {
            notes.addAll(NoteFinder.inBrackets(reading, piece));
        }
    }

    private Range around(List<Cell> row) {
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (int column = 0; column < row.size(); column++) {
            Range range = row.get(column).range();
            boolean merged =
                    columns.kinds().get(column) != null && columns.kinds().get(column) == Column.NAME && name != task;
            if (range != null && !merged) {
                start = Math.min(start, range.start());
                end = Math.max(end, range.end());
            }
        }
        return new Range(Math.min(start, end), end);
    }
}
