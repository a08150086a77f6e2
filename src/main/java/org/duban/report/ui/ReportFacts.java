package org.duban.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.duban.report.ProgressReport;
import org.duban.report.ReportDetails;
import org.duban.ui.Formats;
import org.duban.ui.HowCounted;
import org.duban.ui.Routes;

/** What a report is about, in a line of facts: the key task, the period, the due day. */
class ReportFacts extends Div {

    ReportFacts(ReportDetails details, Formats formats) {
        addClassName("report-facts");
        ProgressReport report = details.report();
        Anchor task = new Anchor(
                Routes.task(report.taskId().value()),
                getTranslation("report.task", details.taskNo(), details.taskTitle()));
        fact("report.fact.task", task, new Span(details.directiveLabel()));
        fact(
                "report.fact.period",
                new Span(formats.day(report.period().from()) + " – "
                        + formats.day(report.period().to())));
        Span due = new Span(formats.day(report.dueOn()));
        boolean awaited =
                !details.suspended() && (report.writable() || report.state() == ProgressReport.State.WITH_HEAD);
        if (awaited && details.counted() != null) {
            fact(
                    "report.fact.due",
                    due,
                    formats.dueBadge(report.dueOn()),
                    new HowCounted(details.counted(), report.dueOn()));
        } else if (awaited) {
            fact("report.fact.due", due, formats.dueBadge(report.dueOn()));
        } else {
            fact("report.fact.due", due);
        }
        if (!report.dueOn().equals(report.originalDueOn())) {
            fact("report.fact.originalDue", new Span(formats.day(report.originalDueOn())));
        }
        if (!details.covers().isEmpty()) {
            fact("report.fact.covers", new Span(ReportTexts.periods(details.covers())));
        }
        if (!details.writable()) {
            fact("report.fact.previous", new Span(ReportTexts.percent(details.previousPercent())));
        }
    }

    private void fact(String label, Component... values) {
        Span name = new Span(getTranslation(label));
        name.addClassName("fact-label");
        Div value = new Div(values);
        value.addClassName("fact-value");
        Div fact = new Div(name, value);
        fact.addClassName("fact");
        add(fact);
    }
}
