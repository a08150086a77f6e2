package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * Tables drawn with box characters. A row of the table is what stands between two borders, over as many lines as it takes;
 * line ends do not matter, since some texts have lost them.
 */
final class BoxTables {

    private static final String BARS = "│┃║┆┊";
    private static final String FLAT = "─━═┄┈";
    private static final String JOINTS = "┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬┠┨┯┷┿╂";
    private static final String DOWNWARD = "┬┳╦┯";
    private static final int LONGEST_GAP = 40;

    private final Reading reading;
    private final int end;
    private final List<Grid> grids = new ArrayList<>();
    private List<List<Cell>> rows = new ArrayList<>();
    private List<List<Range>> current;
    private int width;
    private int start = -1;
    private int last;

    private BoxTables(Reading reading, int end) {
        this.reading = reading;
        this.end = end;
    }

    static List<Grid> in(Reading reading, Range range) {
        BoxTables tables = new BoxTables(reading, range.end());
        tables.read(range.start());
        return tables.grids;
    }

    private void read(int from) {
        int index = from;
        while (index < end) {
            char character = reading.at(index);
            if (isBorder(character)) {
                index = border(index);
            } else if (start >= 0 && BARS.indexOf(character) >= 0) {
                index = line(index);
            } else {
                if (start >= 0 && !Reading.isBlank(character) && index - last > LONGEST_GAP) {
                    finish();
                }
                index++;
            }
        }
        finish();
    }

    private static boolean isBorder(char character) {
        return FLAT.indexOf(character) >= 0 || JOINTS.indexOf(character) >= 0;
    }

    private int border(int from) {
        int index = from;
        int columns = 1;
        int flat = 0;
        while (index < end && isBorder(reading.at(index))) {
            if (DOWNWARD.indexOf(reading.at(index)) >= 0) {
                columns++;
            }
            flat += FLAT.indexOf(reading.at(index)) >= 0 ? 1 : 0;
            index++;
        }
        if (flat < 2 || index - from < 4) {
            return index;
        }
        boolean top = "┌┏╔".indexOf(reading.at(from)) >= 0;
        if (top) {
            if (start >= 0 && columns != width) {
                finish();
            }
            width = columns;
            start = start < 0 ? from : start;
        }
        endRow();
        last = index;
        return index;
    }

    /** One line of cells: as many as the table has columns, each up to the next bar. */
    private int line(int from) {
        if (current == null) {
            current = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                current.add(new ArrayList<>());
            }
        }
        int index = from;
        for (int column = 0; column < width; column++) {
            int content = index + 1;
            int bar = content;
            while (bar < end && BARS.indexOf(reading.at(bar)) < 0 && !isBorder(reading.at(bar))) {
                bar++;
            }
            Range cell = reading.trim(content, bar);
            if (cell.length() > 0) {
                current.get(column).add(cell);
            }
            index = bar;
            if (bar >= end || isBorder(reading.at(bar))) {
                break;
            }
        }
        last = Math.min(index + 1, end);
        return index < end && BARS.indexOf(reading.at(index)) >= 0 ? index + 1 : index;
    }

    private void endRow() {
        if (current != null) {
            rows.add(current.stream().map(Cell::new).toList());
            current = null;
        }
    }

    private void finish() {
        endRow();
        if (start >= 0 && !rows.isEmpty()) {
            grids.add(new Grid(new Range(start, Math.max(start, last)), rows));
        }
        rows = new ArrayList<>();
        start = -1;
    }
}
