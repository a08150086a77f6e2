package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableDifference;
import org.duban.rule.TableDifference.Kind;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** A decision table to be read, with marks at what differs from the version before. */
class RuleTable extends Div {

    RuleTable(DecisionTable table, List<TableDifference.Line> lines) {
        addClassName("rule-table");
        NativeTableBody body = new NativeTableBody();
        int number = 0;
        for (TableDifference.Line line : lines) {
            number++;
            body.add(row(line, line.kind() == Kind.REMOVED ? "" : String.valueOf(number)));
        }
        NativeTable grid = new NativeTable();
        grid.add(new NativeTableHeader(heading(table)), body);
        add(grid);
    }

    /** The heading of a table: conditions, then outputs. */
    static NativeTableRow heading(DecisionTable table) {
        NativeTableRow heading = new NativeTableRow();
        heading.add(new NativeTableHeaderCell(heading.getTranslation("rules.row")));
        table.inputs().forEach(input -> heading.add(column(input.label(), input.variable(), "rule-condition")));
        table.outputs().forEach(output -> heading.add(column(output.label(), output.name(), "rule-output")));
        heading.add(new NativeTableHeaderCell(heading.getTranslation("rules.note")));
        return heading;
    }

    private static NativeTableHeaderCell column(String label, String name, String style) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(label.isBlank() ? name : label);
        cell.getElement().setAttribute("title", name);
        cell.addClassName(style);
        return cell;
    }

    private NativeTableRow row(TableDifference.Line line, String number) {
        NativeTableRow row = new NativeTableRow();
        NativeTableCell first = new NativeTableCell(new Span(number));
        if (line.kind() != Kind.SAME) {
            first.add(mark(line.kind()));
        }
        row.add(first);
        cells(row, line.row().conditions(), line.conditions(), "rule-condition");
        cells(row, line.row().outputs(), line.outputs(), "rule-output");
        NativeTableCell note = new NativeTableCell(line.row().note());
        note.addClassName("soft");
        row.add(note);
        row.addClassName("rule-" + line.kind().name().toLowerCase());
        return row;
    }

    private static void cells(NativeTableRow row, List<String> cells, Set<Integer> different, String style) {
        for (int at = 0; at < cells.size(); at++) {
            NativeTableCell cell = new NativeTableCell(readable(cells.get(at)));
            cell.addClassName(style);
            if (different.contains(at)) {
                cell.addClassName("rule-differs");
            }
            row.add(cell);
        }
    }

    /** Lists may go on in the next line. */
    private static String readable(String cell) {
        return cell.isEmpty() ? "-" : cell.replaceAll(",\\s*", ", ");
    }

    private Component mark(Kind kind) {
        return new StatusBadge(
                switch (kind) {
                    case ADDED -> Tone.SUCCESS;
                    case REMOVED -> Tone.ERROR;
                    case CHANGED, SAME -> Tone.WARNING;
                },
                getTranslation("rules.mark." + kind));
    }
}
