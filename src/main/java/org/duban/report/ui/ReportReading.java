package org.duban.report.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.Optional;
import org.duban.report.JointReturns;
import org.duban.report.PreviousReport;
import org.duban.report.ReportDetails;
import org.duban.report.Reviews;
import org.duban.ui.Formats;
import org.duban.ui.Routes;

/** A whole report beside the queue. */
class ReportReading extends Div {

    private final ReviewActions actions;

    /** @param done runs after the report was reviewed here */
    ReportReading(
            ReportDetails details,
            Optional<PreviousReport> previous,
            Reviews reviews,
            JointReturns joint,
            Formats formats,
            Runnable done) {
        addClassName("report-reading");
        H3 title = new H3(getTranslation(
                "report.title",
                details.report().departmentName(),
                ReportTexts.period(details.report().period())));
        Anchor page = new Anchor(Routes.report(details.report().id().value()), getTranslation("review.page"));
        Div heading = new Div(title, ReportTexts.state(details.report().state()), page);
        heading.addClassName("reading-heading");
        if (details.late()) {
            heading.addComponentAtIndex(2, ReportTexts.late());
        }
        add(heading, new ReportFacts(details, formats));
        actions = details.reviewable() ? new ReviewActions(details, reviews, joint, done) : null;
        if (actions != null) {
            add(actions);
        }
        add(new HandIns(details, previous, formats), new ContributionList(details.contributions(), formats));
    }

    /** {@code null} where there is nothing to review any more. */
    ReviewActions actions() {
        return actions;
    }
}
