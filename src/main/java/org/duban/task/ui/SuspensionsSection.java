package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.duban.task.KeyTaskDetails;
import org.duban.task.Suspension;
import org.duban.task.Suspensions;
import org.duban.ui.Formats;

/** When the key task stood still and by how much everything moved, where that ever happened; the last time first. */
@org.springframework.stereotype.Component
class SuspensionsSection implements TaskSection {

    private final Suspensions suspensions;
    private final Formats formats;

    SuspensionsSection(Suspensions suspensions, Formats formats) {
        this.suspensions = suspensions;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 27;
    }

    @Override
    public String titleKey() {
        return "suspension.section";
    }

    /** One that lasts stands above on the page already. */
    @Override
    public Component content(KeyTaskDetails task, Runnable changed) {
        List<Suspension> ended = suspensions.of(task.task().id()).stream()
                .filter(suspension -> suspension.end() != null)
                .toList();
        if (ended.isEmpty()) {
            return null;
        }
        Div content = new Div();
        ended.forEach(suspension -> content.add(entry(suspension)));
        return content;
    }

    private Div entry(Suspension suspension) {
        Suspension.End end = suspension.end();
        Div entry = new Div();
        entry.addClassName("completion");
        entry.add(line(entry.getTranslation(
                "suspension.from", suspension.suspendedBy(), formats.moment(suspension.suspendedAt()))));
        words(entry, suspension.reason());
        entry.add(line(entry.getTranslation(
                "suspension.until." + end.ending(),
                end.by(),
                formats.moment(end.at()),
                end.workingDays(),
                formats.day(end.oldDueOn()),
                formats.day(end.newDueOn()))));
        words(entry, end.reason());
        return entry;
    }

    private static Div line(String text) {
        Span span = new Span(text);
        span.addClassName("soft");
        return new Div(span);
    }

    private static void words(Div entry, String text) {
        if (text != null) {
            Paragraph words = new Paragraph(text);
            words.addClassName("words");
            entry.add(words);
        }
    }
}
