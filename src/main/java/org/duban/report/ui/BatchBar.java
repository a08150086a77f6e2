package org.duban.report.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.report.BatchReviews;
import org.duban.report.ReportId;
import org.duban.report.ReviewRow;
import org.duban.ui.Notices;
import org.duban.ui.Questions;

/** What can be done with the selected reports together. */
class BatchBar extends Div {

    private final BatchReviews reviews;
    private final Grid<ReviewRow> grid;
    private final Runnable done;
    private final Span count = new Span();

    BatchBar(BatchReviews reviews, Grid<ReviewRow> grid, Runnable done) {
        this.reviews = reviews;
        this.grid = grid;
        this.done = done;
        addClassName("batch-bar");
        Button accept = new Button(getTranslation("review.batch"), click -> confirm());
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        Button none = new Button(getTranslation("review.batch.none"), click -> grid.deselectAll());
        none.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add(count, accept, none);
        show();
    }

    /** Is there only while something is selected. */
    void show() {
        int selected = grid.getSelectedItems().size();
        count.setText(getTranslation("review.batch.selected", selected));
        setVisible(selected > 0);
    }

    private void confirm() {
        List<ReviewRow> rows = grid.getSelectedItems().stream()
                .sorted(Comparator.comparing((ReviewRow row) -> row.item().dueOn()))
                .toList();
        UnorderedList names = new UnorderedList();
        rows.forEach(row -> names.add(new ListItem(name(row))));
        ConfirmDialog dialog = Questions.ask(
                getTranslation("review.batch.title", rows.size()), getTranslation("review.accept"), () -> accept(rows));
        dialog.setText(names);
        dialog.open();
    }

    private void accept(List<ReviewRow> rows) {
        Map<ReportId, ReviewRow> byId =
                rows.stream().collect(Collectors.toMap(ReviewRow::reportId, Function.identity()));
        List<BatchReviews.Result> results = reviews.acceptAll(rows.stream()
                .map(row ->
                        new BatchReviews.Choice(row.reportId(), row.submission().id()))
                .toList());
        List<BatchReviews.Result> refused =
                results.stream().filter(result -> result.refusal() != null).toList();
        results.stream()
                .filter(result -> result.refusal() == null)
                .forEach(result -> grid.deselect(byId.get(result.report())));
        if (refused.isEmpty()) {
            Notices.done("review.batch.done", results.size());
        } else {
            showResults(results, byId);
        }
        done.run();
    }

    private void showResults(List<BatchReviews.Result> results, Map<ReportId, ReviewRow> byId) {
        UnorderedList lines = new UnorderedList();
        lines.addClassName("batch-results");
        for (BatchReviews.Result result : results) {
            boolean accepted = result.refusal() == null;
            Span what = new Span(accepted ? getTranslation("decision.ACCEPTED") : ReportTexts.reason(result.refusal()));
            what.addClassName("batch-result");
            ListItem line = new ListItem(
                    (accepted ? VaadinIcon.CHECK : VaadinIcon.WARNING).create(),
                    new Span(name(byId.get(result.report()))),
                    what);
            line.addClassName(accepted ? "accepted" : "refused");
            lines.add(line);
        }
        Dialog dialog = new Dialog(getTranslation("review.batch.results"), lines);
        dialog.getFooter().add(new Button(getTranslation("action.close"), click -> dialog.close()));
        dialog.open();
    }

    /** Tells two reports of a department on one task apart. */
    private String name(ReviewRow row) {
        return getTranslation(
                "review.batch.report",
                row.item().aboutDepartment(),
                ReportTexts.period(row.period()),
                ReportTexts.percent(row.submission().percent()),
                getTranslation("report.task", row.item().taskNo(), row.item().taskTitle()));
    }
}
