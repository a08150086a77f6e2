package org.duban.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionRowId;
import org.duban.directive.Undo;
import org.duban.extraction.Range;
import org.duban.task.SimilarTask;
import org.duban.ui.Questions;

/** A table under the eyes of its supervisor: its rows, the current one, the source, and what the keys do. */
final class TableDesk {

    /** A table is read as a whole; that of one document is never longer. */
    private static final int MOST_ROWS = 20_000;

    private static final String KEYS = "ArrowUp ArrowDown j k Enter Space n s m Delete c u ? Escape"
            + " Ctrl+s Ctrl+z Ctrl+ArrowDown Ctrl+ArrowUp";

    private final DirectiveId id;
    private final TableDesks services;
    private final SourcePane source;
    private final SerializableConsumer<Boolean> showSource;
    private final SerializableConsumer<Boolean> editing;
    private final TableEdits edits;
    private final RowList rows;
    private final TableChanges changes;
    private final RowFilter filter;
    private final RowIssues current;
    private final SeveralBar several;
    private final RowEditor editor;
    private final Div namesBar = new Div();
    private final Div rowsSide = new Div();
    private final Div table = new Div();
    private final LikeOthers likeOthers;
    private Map<DivisionRowId, List<SimilarTask>> similar = Map.of();
    private DivisionRowId addAfter;

    TableDesk(
            DirectiveId id,
            TableDesks services,
            SourcePane source,
            SerializableConsumer<Boolean> showSource,
            SerializableConsumer<Boolean> editing) {
        this.editing = editing;
        this.id = id;
        this.services = services;
        this.source = source;
        this.showSource = showSource;
        likeOthers = new LikeOthers(some -> services.similar().of(id, some));
        edits = new TableEdits(services.tables(), this::refresh);
        rows = new RowList(
                services.formats(), this::walked, this::editCurrent, this::selectionChanged, this::giveUpFilter);
        filter = new RowFilter(rows::filter);
        changes = new TableChanges(id, services, edits, rows, this::editCurrent);
        current = new RowIssues(changes, changes::openOfKind);
        var supervising = services.supervision().of(id);
        several = new SeveralBar(supervising, changes.ofSelected(), rows::deselectAll);
        editor = new RowEditor(services.departments(), supervising, new EditorActions());
        layout();
        source.onPicked(this::pick);
        source.onSelection(source.getTranslation("intake.source.add"), this::addFromSource);
        PageKeys.listen(table, KEYS, this::pressed);
    }

    private void layout() {
        namesBar.addClassName("names-bar");
        Button add = new Button(
                table.getTranslation("intake.row.add"), VaadinIcon.PLUS.create(), click -> leave(this::addBlank));
        add.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        Button restore = new Button(table.getTranslation("intake.dropped"), click -> changes.showDropped());
        restore.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        Button all = new Button(table.getTranslation("intake.several.all"), click -> rows.selectAllShown());
        all.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        Div actions = new Div(all, restore, add);
        actions.addClassName("rows-actions");
        Div bar = new Div(filter, actions);
        bar.addClassName("rows-bar");
        rowsSide.add(bar, namesBar, several, rows);
        rowsSide.addClassName("rows-side");
        editor.setVisible(false);
        table.addClassName("table-pane");
        table.add(rowsSide, editor);
    }

    Div table() {
        return table;
    }

    RowIssues currentRow() {
        return current;
    }

    /** Rows that are much like key tasks that run already. */
    int alike() {
        return similar.size();
    }

    void scrollSource() {
        source.scroll();
    }

    /** Reads the table again. Somebody may be typing in the editor: what is there stays. */
    void refresh() {
        List<DivisionRow> all =
                services.directives().rows(id, Directives.FIRST_ROW, MOST_ROWS).rows();
        similar = likeOthers.of(all);
        filter.show(all, similar.keySet());
        rows.show(all, similar.keySet());
        source.mark(
                all.stream().map(DivisionRow::quote).filter(Objects::nonNull).toList());
        showNames(all);
        editor.compare(all);
    }

    private void showNames(List<DivisionRow> all) {
        List<DivisionRow> open = all.stream()
                .filter(row -> row.launched() == null && !row.names().isEmpty())
                .toList();
        long names = open.stream()
                .flatMap(row -> row.names().stream())
                .map(DivisionRow.Name::name)
                .distinct()
                .count();
        namesBar.setVisible(names > 0);
        namesBar.removeAll();
        Button resolve = new Button(namesBar.getTranslation("intake.names.open"), click -> changes.resolveNames());
        resolve.addThemeVariants(ButtonVariant.LUMO_SMALL);
        namesBar.add(
                VaadinIcon.WARNING.create(),
                new Span(namesBar.getTranslation("intake.names.bar", names, open.size())),
                resolve);
    }

    private void walked(DivisionRow row) {
        current.show(
                row,
                row == null
                        ? List.of()
                        : similar.getOrDefault(row.id(), List.of()).stream()
                                .map(SimilarLine::new)
                                .toList());
        source.highlight(row == null || row.quote() == null ? List.of() : List.of(row.quote()));
    }

    /** Of rows that lie within each other the innermost is meant. */
    private void pick(int place) {
        rows.all().stream()
                .filter(row -> row.quote() != null && row.quote().contains(place))
                .min(Comparator.comparingInt(row -> row.quote().length()))
                .ifPresent(row -> leave(() -> {
                    rows.select(row.id());
                    showSource.accept(false);
                }));
    }

    private void giveUpFilter() {
        filter.giveUp();
    }

    private void selectionChanged() {
        several.show(rows.selected().size());
    }

    private void pressed(String key) {
        boolean open = editor.isVisible();
        switch (key) {
            case "Ctrl+s" -> {
                if (open) {
                    editor.save();
                }
            }
            case "Escape" -> {
                if (open) {
                    leave(() -> {});
                } else {
                    rows.deselectAll();
                }
            }
            case "Ctrl+ArrowDown" -> saveAndWalk(1);
            case "Ctrl+ArrowUp" -> saveAndWalk(-1);
            case "?" -> new KeysDialog().open();
            default -> {
                if (!open) {
                    pressedInTable(key);
                }
            }
        }
    }

    private void pressedInTable(String key) {
        switch (key) {
            case "ArrowDown", "j" -> rows.walk(1);
            case "ArrowUp", "k" -> rows.walk(-1);
            case "Enter" -> editCurrent();
            case "Space" -> rows.toggleCurrent();
            case "n" -> addBlank();
            case "s" -> changes.split();
            case "m" -> changes.merge();
            case "Delete" -> changes.drop();
            case "c" -> changes.confirmAllOfCurrent();
            case "u" -> changes.resolveNames();
            case "Ctrl+z" -> edits.undo();
            default -> throw new IllegalArgumentException(key);
        }
    }

    private void saveAndWalk(int steps) {
        boolean open = editor.isVisible();
        if (!open || !editor.unsaved() || editor.save()) {
            if (rows.walk(steps) && open) {
                editCurrent();
            }
        }
    }

    private void editCurrent() {
        rows.editable().ifPresent(row -> {
            showEditor(true);
            editor.edit(row);
        });
    }

    private void addBlank() {
        addAfter = rows.current().map(DivisionRow::id).orElse(null);
        showEditor(true);
        editor.edit(RowInput.blank());
    }

    private void addFromSource(Range range) {
        leave(() -> {
            if (selectingNew(
                    () -> edits.attempt(() -> services.tables().addFromSource(id, range), "intake.row.added"))) {
                showSource.accept(false);
                editCurrent();
            }
        });
    }

    /** Makes the row current that comes by the edit. */
    private boolean selectingNew(BooleanSupplier edit) {
        Set<DivisionRowId> before =
                rows.all().stream().map(DivisionRow::id).collect(Collectors.toCollection(HashSet::new));
        boolean done = edit.getAsBoolean();
        rows.all().stream()
                .map(DivisionRow::id)
                .filter(row -> !before.contains(row))
                .findFirst()
                .ifPresent(rows::select);
        return done;
    }

    private void showEditor(boolean shown) {
        editor.setVisible(shown);
        rowsSide.setVisible(!shown);
        current.allowActions(!shown);
        editing.accept(shown);
        if (!shown) {
            addAfter = null;
        }
    }

    boolean unsaved() {
        return editor.isVisible() && editor.unsaved();
    }

    /** Goes on when nothing is lost by it. */
    void leave(SerializableRunnable then) {
        if (!unsaved()) {
            showEditor(false);
            then.run();
            return;
        }
        Questions.warn(table.getTranslation("intake.unsaved"), table.getTranslation("intake.unsaved.discard"), () -> {
                    showEditor(false);
                    then.run();
                })
                .open();
    }

    private final class EditorActions implements RowEditor.Actions {

        @Override
        public void save(RowInput input, RowInput before) {
            var tables = services.tables();
            boolean saved = input.row() == null || !input.edit().equals(before.edit());
            if (input.row() == null) {
                DivisionRowId after = addAfter;
                selectingNew(() -> {
                    edits.run(() -> tables.add(id, after, input.edit()), "intake.row.added");
                    return true;
                });
            } else if (saved) {
                edits.run(
                        () -> tables.edit(id, input.row(), input.revision(), input.edit()),
                        "intake.row.saved",
                        input.edit().no());
            }
            Set<DivisionRowId> row =
                    Set.of(input.row() == null ? rows.current().orElseThrow().id() : input.row());
            if (input.reporting() != before.reporting()) {
                further(saved, () -> tables.setReporting(id, row, input.reporting()), input);
                saved = true;
            }
            if (!input.supervisors().equals(before.supervisors())) {
                further(saved, () -> tables.setSupervisors(id, row, input.supervisors()), input);
            }
            showEditor(false);
        }

        /** Once something is saved the row is not what the editor opened with any more: a refusal ends the editing. */
        private void further(boolean saved, Supplier<Undo> edit, RowInput input) {
            if (saved) {
                edits.attempt(edit, "intake.row.saved", input.edit().no());
            } else {
                edits.run(edit, "intake.row.saved", input.edit().no());
            }
        }

        @Override
        public void close() {
            leave(() -> {});
        }
    }
}
