package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.duban.task.Closing;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.ui.Formats;

/** How the key task ended and was taken up again, where that ever happened; the last time first. */
@org.springframework.stereotype.Component
class ClosingsSection implements TaskSection {

    private final Formats formats;

    ClosingsSection(Formats formats) {
        this.formats = formats;
    }

    @Override
    public int order() {
        return 26;
    }

    @Override
    public String titleKey() {
        return "closing.section";
    }

    /** An end that nothing came after stands on the page already. */
    @Override
    public Component content(KeyTaskDetails task, Runnable changed) {
        boolean more = task.closings().stream()
                .anyMatch(closing -> closing.reopenedAt() != null || closing.state() == KeyTask.State.WITHDRAWN);
        if (!more) {
            return null;
        }
        Div content = new Div();
        task.closings().reversed().forEach(closing -> content.add(entry(closing)));
        return content;
    }

    private Div entry(Closing closing) {
        Div entry = new Div();
        entry.addClassName("completion");
        Span when = new Span();
        when.addClassName("soft");
        when.setText(
                closing.closedBy() == null
                        ? formats.moment(closing.closedAt())
                        : when.getTranslation("task.now.by", closing.closedBy(), formats.moment(closing.closedAt())));
        Span due = new Span();
        due.setText(
                closing.daysLate() > 0
                        ? due.getTranslation("closing.late", formats.day(closing.dueOn()), closing.daysLate())
                        : due.getTranslation("closing.due", formats.day(closing.dueOn())));
        due.addClassName(closing.daysLate() > 0 ? "late-past" : "soft");
        Div head = new Div(TaskBadges.closing(closing), due, when);
        head.addClassName("completion-head");
        entry.add(head);
        words(entry, closing.reason());
        if (closing.reopenedAt() != null) {
            Span again = new Span(entry.getTranslation(
                    "closing.reopened",
                    closing.reopenedBy(),
                    formats.moment(closing.reopenedAt()),
                    formats.day(closing.newDueOn())));
            again.addClassName("soft");
            entry.add(again);
            words(entry, closing.reopenReason());
        }
        return entry;
    }

    private static void words(Div entry, String text) {
        if (text != null) {
            Paragraph words = new Paragraph(text);
            words.addClassName("words");
            entry.add(words);
        }
    }
}
