package org.duban.report.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.duban.report.HeadApprovals;
import org.duban.report.ReportId;
import org.duban.report.Reviews;
import org.duban.ui.Notices;
import org.duban.ui.ReasonDialog;

/** The head of the department approves a report, or gives it back to its writer. */
class HeadActions extends Div {

    /** @param done runs after each try, whether the report was decided on or turned out to have been */
    HeadActions(ReportId report, HeadApprovals approvals, Runnable done) {
        addClassName("review-actions");
        Button approve = new Button(getTranslation("approval.approve"), VaadinIcon.CHECK.create(), click -> {
            if (Notices.attempt(() -> approvals.approve(report))) {
                Notices.done("approval.approved");
            }
            done.run();
        });
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button holdBack = new Button(
                getTranslation("approval.holdBack"), VaadinIcon.ARROW_BACKWARD.create(), click -> new ReasonDialog(
                                getTranslation("approval.holdBack.title"),
                                getTranslation("approval.reason"),
                                getTranslation("approval.holdBack"),
                                words -> {
                                    approvals.holdBack(report, words);
                                    Notices.done("approval.heldBack");
                                    done.run();
                                })
                        .longest(Reviews.LONGEST_REASON)
                        .open());
        add(approve, holdBack);
    }
}
