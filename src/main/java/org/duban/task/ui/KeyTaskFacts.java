package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.ui.Formats;

/** The figures by which a key task is judged, below its title. */
@org.springframework.stereotype.Component
class KeyTaskFacts {

    private final Formats formats;

    KeyTaskFacts(Formats formats) {
        this.formats = formats;
    }

    Component strip(KeyTaskDetails details) {
        KeyTask task = details.task();
        Div strip = new Div();
        strip.addClassName("fact-strip");
        Div progress = figure(strip, "task.progress", new PercentBar(task.percent()), null);
        progress.getElement().setAttribute("title", strip.getTranslation("task.percent.own"));
        figure(strip, "task.due", new Span(formats.day(task.dueOn())), due(strip, details));
        if (task.open() || task.escalationLevel() > 0) {
            figure(
                    strip,
                    task.open() ? "task.escalation" : "task.escalation.reached",
                    new Span(TaskBadges.escalation(task.escalationLevel())),
                    null);
        }
        Div why = new Div(new Paragraph(TaskBadges.explanation(task.lightReading())));
        Span readAt = new Span(strip.getTranslation(
                "light.readAt", formats.moment(task.lightReading().at())));
        readAt.addClassName("soft");
        why.add(readAt);
        why.addClassNames(
                "light-reason", "light-" + task.lightReading().light().name().toLowerCase());
        return new Div(strip, why);
    }

    private Span due(Div strip, KeyTaskDetails details) {
        KeyTask task = details.task();
        StringBuilder words = new StringBuilder();
        if (details.daysLate() > 0) {
            words.append(TaskBadges.late(task, details.daysLate()));
        } else if (task.suspended()) {
            words.append(strip.getTranslation("task.due.suspended"));
        } else if (task.open()) {
            words.append(formats.remaining(task.dueOn()));
        }
        if (!task.originalDueOn().equals(task.dueOn())) {
            words.append(words.isEmpty() ? "" : "  ·  ")
                    .append(strip.getTranslation("task.due.original", formats.day(task.originalDueOn())));
        }
        Span note = new Span(words.toString());
        note.addClassName(TaskBadges.lateness(task, details.daysLate()));
        return note;
    }

    private static Div figure(Div strip, String labelKey, Component value, Component note) {
        Span label = new Span(strip.getTranslation(labelKey));
        label.addClassName("figure-label");
        Div shown = new Div(value);
        shown.addClassName("figure-value");
        Div figure = new Div(label, shown);
        figure.addClassName("figure");
        if (note != null) {
            figure.add(note);
        }
        strip.add(figure);
        return figure;
    }
}
