package org.duban.directive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRow;
import org.duban.ui.EmptyState;
import org.duban.ui.Formats;
import org.duban.ui.KeyedPages;
import org.duban.ui.Narrow;

/** The rows of a directive, each with what became of it, or with what keeps it from being launched. */
final class DivisionTable extends Div {

    private final Formats formats;
    private final Grid<DivisionRow> grid = new Grid<>();

    DivisionTable(Directives directives, DirectiveId directive, Formats formats) {
        this.formats = formats;
        addClassName("division-table");
        Div heading = new Div(new H3(getTranslation("directive.table")));
        heading.addClassName("division-heading");
        columns();
        KeyedPages<DivisionRow, Integer> pages = new KeyedPages<>(
                Directives.FIRST_ROW,
                DivisionRow::position,
                (after, limit) -> directives.rows(directive, after, limit));
        grid.setItems(pages::fetch).setIdentifierProvider(DivisionRow::id);
        add(heading, grid);
    }

    /** Shows the table as it is now. */
    void refresh() {
        grid.getDataProvider().refreshAll();
    }

    private void columns() {
        grid.addClassName("division-grid");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setEmptyStateComponent(new EmptyState(VaadinIcon.TABLE, getTranslation("directive.table.empty")));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(DivisionRow::no)
                .setHeader(getTranslation("directive.row.no"))
                .setWidth("5.5rem")
                .setFlexGrow(0)
                .setPartNameGenerator(row -> "figure");
        grid.addComponentColumn(RowParts::task)
                .setHeader(getTranslation("directive.row.title"))
                .setFlexGrow(5);
        grid.addComponentColumn(RowParts::departments)
                .setHeader(getTranslation("directive.row.departments"))
                .setFlexGrow(4);
        grid.addComponentColumn(this::due)
                .setHeader(getTranslation("directive.row.due"))
                .setWidth("8rem")
                .setFlexGrow(0);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("directive.state"))
                .setWidth("10rem")
                .setFlexGrow(0);
        Narrow.cardBelow(grid, grid.addComponentColumn(this::card).setFlexGrow(1));
    }

    private Component due(DivisionRow row) {
        Span day = new Span(formats.day(row.launched() != null ? row.launched().dueOn() : row.dueOn()));
        day.addClassName("figure");
        return day;
    }

    private Component state(DivisionRow row) {
        return RowParts.state(row, formats);
    }

    private Component card(DivisionRow row) {
        Span number = new Span(row.no());
        number.addClassName("division-no");
        Div top = new Div(number, state(row));
        top.addClassName("division-card-top");
        Div label = new Div(new Span(getTranslation("directive.row.due")), due(row));
        label.addClassName("division-card-due");
        Div card = new Div(top, RowParts.task(row), RowParts.departments(row), label);
        card.addClassName("division-card");
        return card;
    }
}
