package org.duban.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableFunction;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.ui.Narrow;

/** The lines of the inbox in columns or as cards. A click on one, or Enter, opens the page on which it is done. */
class InboxGrid extends Grid<InboxRow> {

    private InboxRow focused;

    /**
     * @param withDepartment whether it matters which department an item is about
     * @param kinds what can be done right here, one by one or with many
     */
    InboxGrid(ItemCells cells, boolean withDepartment, Set<ItemKind> kinds) {
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        addClassNames("row-link-grid", "inbox-grid");
        setSelectionMode(kinds.isEmpty() ? SelectionMode.NONE : SelectionMode.MULTI);
        if (!kinds.isEmpty()) {
            setItemSelectableProvider(
                    row -> !row.heading() && kinds.contains(row.item().kind()));
        }
        addComponentColumn(row -> row.heading() ? heading(row) : cells.verb(row.item()))
                .setHeader(getTranslation("inbox.what"))
                .setWidth("12rem")
                .setFlexGrow(0);
        column("inbox.task", cells::task).setFlexGrow(1);
        if (withDepartment) {
            column("inbox.about", item -> new Span(cells.about(item)))
                    .setWidth("9rem")
                    .setFlexGrow(0);
        }
        column("inbox.due", cells::due).setWidth("14.5rem").setFlexGrow(0);
        column("inbox.since", item -> new Span(cells.since(item)))
                .setWidth("10rem")
                .setFlexGrow(0);
        if (!kinds.isEmpty()) {
            addComponentColumn(row -> row.heading() ? new Div() : cells.actions(row.item()))
                    .setWidth("8rem")
                    .setFlexGrow(0);
        }
        Narrow.cardBelow(
                this,
                addComponentColumn(row -> row.heading() ? heading(row) : cells.card(row.item(), withDepartment))
                        .setFlexGrow(1));
        setPartNameGenerator(InboxGrid::part);
        addItemClickListener(click -> open(click.getItem()));
        openByEnter();
    }

    private Column<InboxRow> column(String headerKey, SerializableFunction<OpenItem, Component> cell) {
        return addComponentColumn(row -> row.heading() ? new Div() : cell.apply(row.item()))
                .setHeader(getTranslation(headerKey));
    }

    private static Component heading(InboxRow row) {
        Span heading = new Span();
        heading.setText(heading.getTranslation("inbox.group." + row.group()));
        heading.addClassNames("inbox-group", "inbox-group-" + row.group().name().toLowerCase());
        return heading;
    }

    private static String part(InboxRow row) {
        if (row.heading()) {
            return "group-row";
        }
        return row.group() == DueGroup.OVERDUE ? "overdue-row" : null;
    }

    /** Enter opens the focused row. In a cell's link or button it is theirs: then the event comes from that element. */
    private void openByEnter() {
        addCellFocusListener(focus -> focused = focus.getItem().orElse(null));
        getElement()
                .addEventListener("keydown", event -> open(focused))
                .setFilter("event.key === 'Enter' && event.target === element");
    }

    private static void open(InboxRow row) {
        if (row != null && !row.heading()) {
            UI.getCurrent().navigate(Kinds.address(row.item()));
        }
    }

    /** The selected items of the kind, by due date. */
    List<OpenItem> chosen(ItemKind kind) {
        return getSelectedItems().stream()
                .filter(row -> row.is(kind))
                .map(InboxRow::item)
                .sorted(Comparator.comparing(OpenItem::dueOn).thenComparing(OpenItem::id))
                .toList();
    }

    /** Selects these of the kind and no others of it. */
    void choose(ItemKind kind, Set<InboxRow> rows) {
        Set<InboxRow> no = getSelectedItems().stream()
                .filter(row -> row.is(kind) && !rows.contains(row))
                .collect(Collectors.toCollection(HashSet::new));
        asMultiSelect().updateSelection(rows, no);
    }
}
