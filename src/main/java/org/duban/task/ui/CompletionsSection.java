package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.duban.task.Completion;
import org.duban.task.KeyTaskDetails;
import org.duban.ui.Formats;

/** Who applied for completion, and what became of it; the newest application first. */
@org.springframework.stereotype.Component
class CompletionsSection implements TaskSection {

    private final Formats formats;

    CompletionsSection(Formats formats) {
        this.formats = formats;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String titleKey() {
        return "task.section.completions";
    }

    @Override
    public Component content(KeyTaskDetails task, Runnable changed) {
        if (task.completions().isEmpty()) {
            return null;
        }
        Div content = new Div();
        content.addClassName("completions");
        task.completions().reversed().forEach(completion -> content.add(application(completion)));
        return content;
    }

    private Div application(Completion completion) {
        Div entry = new Div();
        entry.addClassName("completion");
        Span applied = new Span(entry.getTranslation(
                "task.completion.applied",
                completion.departmentName(),
                completion.appliedBy(),
                formats.moment(completion.appliedAt())));
        applied.addClassName("soft");
        Div head = new Div(TaskBadges.completion(completion), applied);
        head.addClassName("completion-head");
        entry.add(head, words(completion.statement()));
        if (completion.decidedAt() != null) {
            Span decided =
                    new Span(entry.getTranslation("task.completion.decidedAt", formats.moment(completion.decidedAt())));
            decided.addClassName("soft");
            entry.add(decided);
            if (completion.reason() != null) {
                entry.add(words(completion.reason()));
            }
        }
        return entry;
    }

    private static Paragraph words(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("words");
        return words;
    }
}
