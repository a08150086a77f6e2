package org.duban.report.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.duban.report.PreviousReport;
import org.duban.report.Submission;

/** What was reported for the period before, to compare with or to go on from. */
class PreviousPeriod extends Details {

    PreviousPeriod(PreviousReport previous) {
        addClassName("previous-period");
        Submission submission = previous.submission();
        setSummary(new Span(ReportTexts.text(
                "report.previousPeriod",
                ReportTexts.period(previous.period()),
                ReportTexts.percent(submission.percent()))));
        Div content = new Div(written(submission.body()));
        content.addClassName("hand-in-content");
        if (submission.problems() != null) {
            Span label = new Span(ReportTexts.text("report.problems"));
            label.addClassName("field-label");
            content.add(new Div(label, written(submission.problems())));
        }
        add(content);
    }

    private static Paragraph written(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("written-text");
        return paragraph;
    }
}
