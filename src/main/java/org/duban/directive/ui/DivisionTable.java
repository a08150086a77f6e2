package org.duban.directive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionRowId;
import org.duban.ui.EmptyState;
import org.duban.ui.Formats;
import org.duban.ui.KeyedPages;
import org.duban.ui.Narrow;
import org.duban.ui.Notices;

/** The rows of a directive; until they are launched, its supervisors set their due dates here. */
final class DivisionTable extends Div {

    private final Directives directives;
    private final DirectiveId directive;
    private final Formats formats;
    private final boolean editable;
    private boolean editing;
    private final Grid<DivisionRow> grid = new Grid<>();
    private final Span saved = new Span();
    private final DueOfSeveral several = new DueOfSeveral(this::setDueOfSelected, grid::deselectAll);

    /** The due dates of the rows that were read; what the grid holds of a row may be older. */
    private final Map<DivisionRowId, Optional<LocalDate>> due = new HashMap<>();

    private final Set<DivisionRowId> launchable = new HashSet<>();

    DivisionTable(Directives directives, DirectiveId directive, Formats formats, boolean editable, boolean draft) {
        this.directives = directives;
        this.directive = directive;
        this.formats = formats;
        this.editable = editable;
        addClassName("division-table");
        saved.addClassName("division-saved");
        saved.getElement().setAttribute("role", "status");
        Div heading = new Div(new H3(getTranslation("directive.table")), saved);
        heading.addClassName("division-heading");
        columns(draft);
        KeyedPages<DivisionRow, Integer> pages = new KeyedPages<>(
                Directives.FIRST_ROW,
                DivisionRow::position,
                (after, limit) -> directives.rows(directive, after, limit));
        grid.setItems(query -> pages.fetch(query).peek(this::remember)).setIdentifierProvider(DivisionRow::id);
        add(heading, several, grid);
    }

    private void remember(DivisionRow row) {
        due.put(row.id(), Optional.ofNullable(row.dueOn()));
        if (row.launchable()) {
            launchable.add(row.id());
        } else {
            launchable.remove(row.id());
        }
        editing |= editable(row);
    }

    private boolean editable(DivisionRow row) {
        return editable && row.launched() == null && row.reportable();
    }

    /**
     * Shows the table as it is now. Of the rows that are being edited only those are drawn anew that a colleague changed,
     * or that have somebody now who can act: in the others somebody may be typing.
     */
    void refresh() {
        if (!editing) {
            grid.getDataProvider().refreshAll();
            return;
        }
        directives.rows(directive, Directives.FIRST_ROW, due.size()).rows().stream()
                .filter(row -> !editable(row)
                        || !Optional.ofNullable(row.dueOn()).equals(due.get(row.id()))
                        || row.launchable() != launchable.contains(row.id()))
                .forEach(row -> {
                    remember(row);
                    grid.getDataProvider().refreshItem(row);
                });
    }

    private void columns(boolean draft) {
        grid.addClassName("division-grid");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setEmptyStateComponent(new EmptyState(VaadinIcon.TABLE, getTranslation("directive.table.empty")));
        if (draft) {
            grid.setSelectionMode(Grid.SelectionMode.MULTI);
            grid.setItemSelectableProvider(DivisionRow::reportable);
            grid.addSelectionListener(
                    selection -> several.show(selection.getAllSelectedItems().size()));
        } else {
            grid.setSelectionMode(Grid.SelectionMode.NONE);
        }
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
                .setWidth(editable ? "11rem" : "8rem")
                .setFlexGrow(0);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("directive.state"))
                .setWidth("10rem")
                .setFlexGrow(0);
        Narrow.cardBelow(grid, grid.addComponentColumn(this::card).setFlexGrow(1));
    }

    private Component due(DivisionRow row) {
        if (!editable(row)) {
            Span day =
                    new Span(formats.day(row.launched() != null ? row.launched().dueOn() : row.dueOn()));
            day.addClassName("figure");
            return day;
        }
        return new DueField(row.no(), due.get(row.id()).orElse(null), day -> {
            directives.setDue(directive, row.id(), day);
            due.put(row.id(), Optional.ofNullable(day));
            saved.setText(getTranslation("directive.due.saved", row.no()));
        });
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

    /** @throws Refusal as the service does; nothing was set then, and the selection stays */
    private void setDueOfSelected(LocalDate day) {
        Set<DivisionRowId> rows =
                grid.getSelectedItems().stream().map(DivisionRow::id).collect(Collectors.toSet());
        directives.setDue(directive, rows, day);
        grid.deselectAll();
        refresh();
        Notices.done(day == null ? "directive.due.clearedSeveral" : "directive.due.savedSeveral", rows.size());
    }
}
