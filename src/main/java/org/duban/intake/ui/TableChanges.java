package org.duban.intake.ui;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.duban.account.AccountId;
import org.duban.directive.DirectiveId;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionRow.RowWarning;
import org.duban.directive.DivisionRowId;
import org.duban.directive.DivisionTables;
import org.duban.directive.ReportingFrequency;
import org.duban.extraction.Warning;
import org.duban.ui.Notices;

/** What can be done to the current row, and to those that are selected, without opening them. */
final class TableChanges implements RowIssues.Actions {

    private final DirectiveId id;
    private final TableDesks services;
    private final DivisionTables tables;
    private final TableEdits edits;
    private final RowList rows;
    private final Runnable open;

    /** @param open opens the current row */
    TableChanges(DirectiveId id, TableDesks services, TableEdits edits, RowList rows, Runnable open) {
        this.id = id;
        this.services = services;
        this.tables = services.tables();
        this.edits = edits;
        this.rows = rows;
        this.open = open;
    }

    /** How many rows have an open warning of the kind. */
    int openOfKind(Warning.Kind kind) {
        return (int) rows.all().stream()
                .filter(row -> row.launched() == null)
                .filter(row -> row.warnings().stream().anyMatch(warning -> warning.kind() == kind && warning.open()))
                .count();
    }

    @Override
    public void edit() {
        open.run();
    }

    @Override
    public void split() {
        rows.editable().ifPresent(row -> new SplitDialog(
                        row.no(),
                        row.text() == null ? "" : row.text(),
                        tables.behindNotes(id, row.id()),
                        places -> edits.run(
                                () -> tables.split(id, row.id(), row.revision(), places),
                                "intake.row.splitDone",
                                row.no(),
                                places.size() + 1))
                .open());
    }

    @Override
    public void merge() {
        Optional<DivisionRow> next = rows.following();
        rows.editable().ifPresent(row -> {
            if (next.isEmpty()) {
                Notices.done("intake.row.noneToMerge");
            } else {
                edits.attempt(
                        () -> tables.merge(id, Set.of(row.id(), next.get().id())),
                        "intake.row.merged",
                        next.get().no(),
                        row.no());
            }
        });
    }

    @Override
    public void drop() {
        rows.editable()
                .ifPresent(
                        row -> edits.attempt(() -> tables.drop(id, Set.of(row.id())), "intake.row.dropped", row.no()));
    }

    void showDropped() {
        new DroppedDialog(
                        () -> tables.dropped(id),
                        row -> edits.attempt(
                                () -> tables.restore(id, Set.of(row.id())), "intake.row.restored", row.no()))
                .open();
    }

    @Override
    public void confirm(RowWarning warning) {
        rows.editable().ifPresent(row -> confirm(row, warning));
    }

    /** Confirms every open warning of the current row. */
    void confirmAllOfCurrent() {
        rows.editable()
                .ifPresent(row ->
                        row.warnings().stream().filter(RowWarning::open).forEach(warning -> confirm(row, warning)));
    }

    private void confirm(DivisionRow row, RowWarning warning) {
        edits.attempt(
                () -> tables.decide(id, row.id(), warning.id(), DivisionRow.Decision.CONFIRMED),
                "intake.warning.confirmed",
                row.no());
    }

    @Override
    public void confirmAll(Warning.Kind kind) {
        edits.attempt(() -> tables.decideAll(id, kind, DivisionRow.Decision.CONFIRMED), "intake.warning.confirmedAll");
    }

    @Override
    public void resolveNames() {
        new NamesDialog(services, id, edits).open();
    }

    SeveralBar.Actions ofSelected() {
        return new OfSelected();
    }

    private final class OfSelected implements SeveralBar.Actions {

        @Override
        public void due(LocalDate day) {
            Set<DivisionRowId> selected = rows.selected();
            edits.run(
                    () -> services.directives().setDue(id, selected, day),
                    day == null ? "directive.due.clearedSeveral" : "directive.due.savedSeveral",
                    selected.size());
        }

        @Override
        public void reporting(ReportingFrequency frequency) {
            Set<DivisionRowId> selected = rows.selected();
            edits.run(
                    () -> tables.setReporting(id, selected, frequency), "intake.several.reportingSet", selected.size());
        }

        @Override
        public void supervisors(Set<AccountId> accounts) {
            Set<DivisionRowId> selected = rows.selected();
            edits.run(
                    () -> tables.setSupervisors(id, selected, accounts),
                    "intake.several.supervisorsSet",
                    selected.size());
        }

        @Override
        public void drop() {
            Set<DivisionRowId> selected = rows.selected();
            edits.attempt(() -> tables.drop(id, selected), "intake.several.dropped", selected.size());
        }
    }
}
