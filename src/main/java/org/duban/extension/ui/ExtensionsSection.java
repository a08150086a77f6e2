package org.duban.extension.ui;

import static org.duban.ui.Prose.soft;
import static org.duban.ui.Prose.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.duban.extension.Extension;
import org.duban.extension.Extensions;
import org.duban.task.KeyTaskDetails;
import org.duban.task.ui.TaskSection;
import org.duban.ui.Formats;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** Who asked for a later due date, and what became of it; newest first. */
@org.springframework.stereotype.Component
class ExtensionsSection implements TaskSection {

    private final Extensions extensions;
    private final Formats formats;

    ExtensionsSection(Extensions extensions, Formats formats) {
        this.extensions = extensions;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 24;
    }

    @Override
    public String titleKey() {
        return "extension.section";
    }

    @Override
    public Component content(KeyTaskDetails task, Runnable changed) {
        List<Extension> found = extensions.of(task.task().id());
        if (found.isEmpty()) {
            return null;
        }
        Div content = new Div();
        content.addClassName("requests");
        found.forEach(extension -> content.add(entry(extension)));
        return content;
    }

    private Div entry(Extension extension) {
        Div entry = new Div();
        entry.addClassName("request");
        Span asked = soft(entry.getTranslation(
                "extension.asked",
                extension.departmentName(),
                extension.askedBy(),
                formats.moment(extension.askedAt())));
        Div head = new Div(badge(entry, extension.state()), asked);
        head.addClassName("request-head");
        entry.add(head, new Span(days(entry, extension)), words(extension.reason()));
        entry.add(words(entry.getTranslation("extension.progress", extension.percent(), extension.progress())));
        if (extension.endedAt() != null) {
            String by = extension.endedBy() == null ? "" : extension.endedBy();
            entry.add(soft(entry.getTranslation("extension.ended", by, formats.moment(extension.endedAt()))));
        }
        if (extension.endedReason() != null) {
            entry.add(words(extension.endedReason()));
        }
        return entry;
    }

    private String days(Component page, Extension extension) {
        String from = formats.day(extension.fromDueOn());
        String asked = formats.day(extension.askedDueOn());
        return extension.newDueOn() == null || extension.newDueOn().equals(extension.askedDueOn())
                ? page.getTranslation("extension.days", from, asked)
                : page.getTranslation("extension.days.other", from, asked, formats.day(extension.newDueOn()));
    }

    private static StatusBadge badge(Component page, Extension.State state) {
        Tone tone =
                switch (state) {
                    case SIGNING, DECIDING -> Tone.CONTRAST;
                    case APPROVED -> Tone.SUCCESS;
                    case REFUSED, REJECTED, LAPSED -> Tone.WARNING;
                    case TAKEN_BACK, VOID -> Tone.NEUTRAL;
                };
        return new StatusBadge(tone, page.getTranslation("extensionState." + state));
    }
}
