package org.duban.report.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.duban.base.Refusal;
import org.duban.report.JointReturns;
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
    private final Instant handedIn;
    private final transient JointReturns joint;
    private final Runnable done;

    /** @param done runs after each try, whether the report was reviewed or turned out to have been */
    ReviewActions(ReportDetails details, Reviews reviews, JointReturns joint, Runnable done) {
        this.reviews = reviews;
        this.report = details.report().id();
        this.handIn = details.submissions().getFirst().id();
        this.department = details.report().departmentName();
        this.task = getTranslation("report.task", details.taskNo(), details.taskTitle());
        this.heldDue = details.report().dueOn();
        this.handedIn = details.submissions().getFirst().submittedAt();
        this.joint = joint;
        this.done = done;
        addClassName("review-actions");
        Button accept = new Button(getTranslation("review.accept"), VaadinIcon.CHECK.create(), click -> accept());
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button comment = new Button(getTranslation("review.acceptWith"), click -> acceptWithComment());
        comment.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button giveBack =
                new Button(getTranslation("review.return"), VaadinIcon.ARROW_BACKWARD.create(), click -> giveBack());
        add(accept, giveBack);
        if (joint.preview(report).concerned().size() > 1) {
            add(new Button(getTranslation("review.returnAll"), click -> giveAllBack()));
        }
        add(comment);
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
        DatePicker due = newDue(reviews.proposedDue(heldDue, handedIn));
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
                .refusedAt(due, "refusal.review.newDue")
                .open();
    }

    /** All that the supervisors have of the period, accepted ones as well. */
    private void giveAllBack() {
        JointReturns.Preview preview;
        try {
            preview = joint.preview(report);
        } catch (Refusal gone) {
            Notices.refused(gone);
            done.run();
            return;
        }
        DatePicker due = newDue(preview.proposedDue());
        String names = preview.concerned().stream()
                .map(each -> getTranslation(
                        "review.returnAll.one",
                        each.report().departmentName(),
                        getTranslation("reportState." + each.report().state())))
                .collect(Collectors.joining(getTranslation("list.separator")));
        new ReasonDialog(
                        getTranslation(
                                "review.returnAll.title", preview.concerned().size()),
                        getTranslation("review.reason"),
                        getTranslation("review.returnAll"),
                        words -> {
                            joint.returnAll(
                                    report,
                                    preview.concerned().stream()
                                            .map(each -> each.latest().id())
                                            .collect(Collectors.toSet()),
                                    words,
                                    due.getValue());
                            Notices.done(
                                    "review.returnedAll", preview.concerned().size());
                            done.run();
                        })
                .explain(getTranslation("review.returnAll.explain", names))
                .longest(Reviews.LONGEST_REASON)
                .with(due, () -> due.getValue() != null && !due.isInvalid())
                .refusedAt(due, "refusal.review.newDue")
                .open();
    }

    private DatePicker newDue(LocalDate proposed) {
        DatePicker due = new DatePicker(getTranslation("review.newDue"));
        ComponentTexts.apply(due);
        due.setValue(proposed);
        due.setRequiredIndicatorVisible(true);
        return due;
    }
}
