package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duban.rule.DecisionTable;
import org.duban.rule.DecisionTable.Column;

/**
 * The frame of a decision table. Its heading and its first column, which says what each row is for, stay in sight;
 * columns that no row asks about take no room until somebody wants them.
 */
class RuleGrid extends Div {

    private final DecisionTable table;
    private final List<Integer> order;
    private final NativeTableRow heading = new NativeTableRow();
    private final NativeTableBody body = new NativeTableBody();
    private final Checkbox all = new Checkbox();
    private final Div scrolled;

    RuleGrid(DecisionTable table) {
        this.table = table;
        order = order(table);
        addClassName("rule-table");
        heading.add(new NativeTableHeaderCell(getTranslation("rules.row.heading")));
        order.forEach(at -> heading.add(column(at)));
        scrolled = new Div(new NativeTable(new NativeTableHeader(heading), body));
        scrolled.addClassName("rule-scroll");
        all.addValueChangeListener(change -> scrolled.setClassName("rule-all", change.getValue()));
        add(all, scrolled);
    }

    /** As they are shown: what a row asks and answers comes before the name that it has in the file. */
    private static List<Integer> order(DecisionTable table) {
        return IntStream.range(0, table.columns().size())
                .boxed()
                .sorted((one, other) -> Boolean.compare(isRule(table, one), isRule(table, other)))
                .toList();
    }

    private static boolean isRule(DecisionTable table, int column) {
        return table.columns().get(column).name().equals(DecisionTable.RULE);
    }

    private NativeTableHeaderCell column(int at) {
        Column column = table.columns().get(at);
        NativeTableHeaderCell cell = new NativeTableHeaderCell(column.title());
        cell.getElement().setAttribute("title", column.name());
        cell.addClassName(style(at));
        return cell;
    }

    /** A row below the others. */
    NativeTableRow append(Component first, IntFunction<NativeTableCell> cells) {
        NativeTableRow row = new NativeTableRow();
        NativeTableHeaderCell head = new NativeTableHeaderCell(first);
        head.getElement().setAttribute("scope", "row");
        row.add(head);
        order.forEach(at -> {
            NativeTableCell cell = cells.apply(at);
            cell.addClassName(style(at));
            row.add(cell);
        });
        body.add(row);
        return row;
    }

    void remove(NativeTableRow row) {
        body.remove(row);
    }

    /** Room for what belongs to a whole row. */
    void addColumn() {
        heading.add(new NativeTableCell());
    }

    /** Folds the columns that are empty in these rows. */
    void fold(List<DecisionTable.Row> rows) {
        List<Integer> unused = IntStream.range(0, table.inputs().size())
                .filter(at -> rows.stream()
                        .allMatch(row -> RuleTexts.isAny(row.conditions().get(at))))
                .boxed()
                .toList();
        Stream.concat(Stream.of(heading), body.getChildren()).forEach(row -> {
            List<Component> cells = row.getChildren().toList();
            for (int at = 0; at < order.size(); at++) {
                cells.get(at + 1).setClassName("rule-unused", unused.contains(order.get(at)));
            }
        });
        all.setVisible(!unused.isEmpty());
        all.setLabel(getTranslation(
                "rules.unused",
                unused.stream()
                        .map(at -> table.inputs().get(at).title())
                        .collect(Collectors.joining(getTranslation("list.separator")))));
    }

    private String style(int column) {
        if (isRule(table, column)) {
            return "rule-name";
        }
        return column < table.inputs().size() ? "rule-condition" : "rule-output";
    }
}
