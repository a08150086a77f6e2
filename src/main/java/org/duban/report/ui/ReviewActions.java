package org.duban.report.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import org.duban.report.ReportDetails;
import org.duban.report.ReportId;
import org.duban.report.Reviews;
import org.duban.ui.ComponentTexts;
import org.duban.ui.Notices;
import org.duban.ui.Questions;
import org.duban.ui.ReasonDialog;

/** Accepting and returning one report. */
class ReviewActions extends Div {

    private final Reviews reviews;
    private final ReportId report;
    private final long handIn;
    private final String department;
    private final String task;
    private final LocalDate heldDue;
    private final Runnable done;

    /** @param done runs after each try, whether the report was reviewed or turned out to have been */
    ReviewActions(ReportDetails details, Reviews reviews, Runnable done) {
        this.reviews = reviews;
        this.report = details.report().id();
        this.handIn = details.submissions().getFirst().id();
        this.department = details.report().departmentName();
        this.task = getTranslation("report.task", details.taskNo(), details.taskTitle());
        this.heldDue = details.report().dueOn();
        this.done = done;
        addClassName("review-actions");
        Button accept = new Button(getTranslation("review.accept"), VaadinIcon.CHECK.create(), click -> accept());
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button comment = new Button(getTranslation("review.acceptWith"), click -> acceptWithComment());
        comment.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button giveBack =
                new Button(getTranslation("review.return"), VaadinIcon.ARROW_BACKWARD.create(), click -> giveBack());
        add(accept, giveBack, comment);
    }

    /** For a key, which is pressed by mistake more easily than a button. */
    void confirmAccept() {
        ConfirmDialog dialog = Questions.ask(
                getTranslation("review.accept.title", department), getTranslation("review.accept"), this::accept);
        dialog.setText(task);
        dialog.open();
    }

    private void accept() {
        if (Notices.attempt(() -> reviews.accept(report, handIn, null))) {
            Notices.done("review.accepted", department);
        }
        done.run();
    }

    private void acceptWithComment() {
        new ReasonDialog(
                        getTranslation("review.accept.title", department),
                        getTranslation("review.comment"),
                        getTranslation("review.accept"),
                        words -> {
                            reviews.accept(report, handIn, words);
                            Notices.done("review.accepted", department);
                            done.run();
                        })
                .longest(Reviews.LONGEST_REASON)
                .open();
    }

    void giveBack() {
        DatePicker due = new DatePicker(getTranslation("review.newDue"));
        ComponentTexts.apply(due);
        due.setValue(reviews.proposedDue(heldDue));
        due.setRequiredIndicatorVisible(true);
        new ReasonDialog(
                        getTranslation("review.return.title", department),
                        getTranslation("review.reason"),
                        getTranslation("review.return"),
                        words -> {
                            reviews.returnForAmendment(report, handIn, words, due.getValue());
                            Notices.done("review.returned", department);
                            done.run();
                        })
                .longest(Reviews.LONGEST_REASON)
                .with(due, () -> due.getValue() != null && !due.isInvalid())
                .open();
    }
}
