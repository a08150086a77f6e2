package org.duban.intake.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializablePredicate;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionRowId;
import org.duban.ui.EmptyState;
import org.duban.ui.Formats;
import org.duban.ui.Narrow;

/**
 * The rows of a table, one of them the current one. The server has them all, the table of one document being bounded; the
 * browser has those in view.
 */
final class RowList extends Div {

    /**
     * Only where the row is out of view, so that the list stays calm while it is walked through; and once more when what
     * stands around the list has its place.
     */
    private static final String BRING_INTO_VIEW =
            """
            const bring = () => {
              if ($0 <= this._firstVisibleIndex || $0 >= this._lastVisibleIndex) {
                this.scrollToIndex(Math.max(0, $0 - 1));
              }
            };
            clearTimeout(this.bringing);
            requestAnimationFrame(bring);
            this.bringing = setTimeout(bring, 200);
            """;

    private final Grid<DivisionRow> grid = new Grid<>();
    private final transient RowCells cells;
    private final SerializableConsumer<DivisionRow> walked;
    private final SerializableRunnable unfilter;
    private transient List<DivisionRow> all = List.of();
    private transient List<DivisionRow> shown = List.of();
    private transient Set<DivisionRowId> similar = Set.of();
    private SerializablePredicate<DivisionRow> filter = row -> true;
    private transient DivisionRowId current;

    /**
     * @param walked gets the row that became the current one, or {@code null} where there is none any more
     * @param edit opens the current row
     * @param selected called when rows were selected or not any more
     * @param unfilter gives up the filter
     */
    RowList(
            Formats formats,
            SerializableConsumer<DivisionRow> walked,
            SerializableRunnable edit,
            SerializableRunnable selected,
            SerializableRunnable unfilter) {
        this.cells = new RowCells(formats);
        this.walked = walked;
        this.unfilter = unfilter;
        addClassName("row-list");
        columns();
        grid.addItemClickListener(click -> select(click.getItem().id()));
        grid.addItemDoubleClickListener(click -> {
            select(click.getItem().id());
            edit.run();
        });
        grid.addSelectionListener(selection -> selected.run());
        add(grid);
    }

    private void columns() {
        grid.addClassName("draft-grid");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.setItemSelectableProvider(row -> row.launched() == null);
        grid.setPartNameGenerator(
                row -> row.id().equals(current) ? "current-row" : row.launched() != null ? "launched-row" : null);
        grid.setEmptyStateComponent(new EmptyState(VaadinIcon.TABLE, getTranslation("intake.rows.none")));
        grid.addColumn(DivisionRow::no)
                .setHeader(getTranslation("directive.row.no"))
                .setWidth("5.25rem")
                .setFlexGrow(0)
                .setPartNameGenerator(row -> "draft-no");
        grid.addComponentColumn(row -> cells.task(row, similar.contains(row.id())))
                .setHeader(getTranslation("directive.row.title"))
                .setFlexGrow(5);
        grid.addComponentColumn(RowCells::departments)
                .setHeader(getTranslation("directive.row.departments"))
                .setFlexGrow(5);
        Narrow.cardBelow(
                grid,
                grid.addComponentColumn(row -> cells.card(row, similar.contains(row.id())))
                        .setFlexGrow(1));
    }

    /**
     * Shows other rows, or the same ones as they are now; who was current stays so, or hands on to the next.
     *
     * @param likeOthers those that are much alike to running key tasks
     */
    void show(List<DivisionRow> rows, Set<DivisionRowId> likeOthers) {
        similar = Set.copyOf(likeOthers);
        int before = index();
        Set<DivisionRowId> selected = selected();
        all = rows;
        filterRows();
        grid.setItems(shown);
        grid.asMultiSelect()
                .setValue(shown.stream()
                        .filter(row -> selected.contains(row.id()))
                        .collect(Collectors.toSet()));
        if (index() < 0) {
            current = shown.isEmpty()
                    ? null
                    : shown.get(Math.clamp(before, 0, shown.size() - 1)).id();
        }
        tellAndScroll();
    }

    /** Shows only rows that pass. */
    void filter(SerializablePredicate<DivisionRow> filter) {
        this.filter = filter;
        show(all, similar);
    }

    private void filterRows() {
        shown = all.stream().filter(filter).toList();
    }

    List<DivisionRow> all() {
        return Collections.unmodifiableList(all);
    }

    Optional<DivisionRow> current() {
        int index = index();
        return index < 0 ? Optional.empty() : Optional.of(shown.get(index));
    }

    /** The current row, if it can be edited. */
    Optional<DivisionRow> editable() {
        return current().filter(row -> row.launched() == null);
    }

    /** The row behind the current one in the table, whatever is filtered. */
    Optional<DivisionRow> following() {
        return current().flatMap(row -> all.stream()
                .filter(other -> other.position() > row.position())
                .findFirst());
    }

    /** Makes the row behind, or before, the current one the current one. @return whether there is one */
    boolean walk(int steps) {
        int next = index() + steps;
        if (next < 0 || next >= shown.size()) {
            return false;
        }
        select(shown.get(next).id());
        return true;
    }

    /** Makes it the current one; gives up the filter where that hides it. */
    void select(DivisionRowId row) {
        if (!has(shown, row)) {
            if (!has(all, row)) {
                return;
            }
            unfilter.run();
        }
        DivisionRow before = current().orElse(null);
        current = row;
        if (before != null) {
            grid.getDataProvider().refreshItem(before);
        }
        current().ifPresent(grid.getDataProvider()::refreshItem);
        tellAndScroll();
    }

    private static boolean has(List<DivisionRow> rows, DivisionRowId row) {
        return rows.stream().anyMatch(each -> each.id().equals(row));
    }

    private void tellAndScroll() {
        int index = index();
        if (index >= 0) {
            grid.getElement().executeJs(BRING_INTO_VIEW, index);
        }
        walked.accept(current().orElse(null));
    }

    private int index() {
        for (int index = 0; index < shown.size(); index++) {
            if (shown.get(index).id().equals(current)) {
                return index;
            }
        }
        return -1;
    }

    /** Those that are meant by what is done to several at once. */
    Set<DivisionRowId> selected() {
        return grid.getSelectedItems().stream().map(DivisionRow::id).collect(Collectors.toSet());
    }

    void toggleCurrent() {
        editable().ifPresent(row -> {
            if (grid.getSelectedItems().contains(row)) {
                grid.deselect(row);
            } else {
                grid.select(row);
            }
        });
    }

    void selectAllShown() {
        grid.asMultiSelect()
                .setValue(shown.stream().filter(row -> row.launched() == null).collect(Collectors.toSet()));
    }

    void deselectAll() {
        grid.deselectAll();
    }
}
