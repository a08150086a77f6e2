package org.duban.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.duban.directive.Target;
import org.duban.report.ProgressReport;
import org.duban.report.ReportDetails;

/** What the head of the department is to approve, as its writer left it; for the department's own eyes. */
class DraftReading extends Div {

    DraftReading(ReportDetails details) {
        ProgressReport.Draft draft = details.report().draft();
        addClassName("hand-in-content");
        Div percent = new Div(new Span(ReportTexts.percent(draft.percent())));
        percent.addClassName("hand-in-percent");
        add(part("report.percent", percent), part("report.body", written(draft.body())));
        for (Target target : details.targets()) {
            add(part(
                    "report.targets",
                    new Span(target.what() + "  "
                            + ReportTexts.amount(draft.actuals().get(target.id()), target.unit()) + "  "
                            + ReportTexts.promise(target))));
        }
        if (draft.problems() != null) {
            add(part("report.problems", written(draft.problems())));
        }
        if (!details.attachments().isEmpty()) {
            add(part("report.evidence", new AttachmentList(details.attachments())));
        }
    }

    private Div part(String label, Component content) {
        Span name = new Span(getTranslation(label));
        name.addClassName("field-label");
        Div part = new Div(name, content);
        part.addClassName("hand-in-part");
        return part;
    }

    private static Paragraph written(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("written-text");
        return paragraph;
    }
}
