package org.duban.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.duban.directive.Passage;
import org.duban.task.KeyTaskDetails;
import org.duban.task.TaskSources;
import org.duban.task.ui.TaskSection;

/** The sentence that a key task comes from, within its document. */
@org.springframework.stereotype.Component
class SourceSection implements TaskSection {

    private static final int AROUND = 600;

    private final TaskSources sources;

    SourceSection(TaskSources sources) {
        this.sources = sources;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String titleKey() {
        return "intake.section";
    }

    @Override
    public Component content(KeyTaskDetails task, Runnable changed) {
        return sources.of(task.task().id(), AROUND)
                .map(passage -> new Div(excerpt(passage), from(task)))
                .orElse(null);
    }

    private static Component excerpt(Passage passage) {
        String text = passage.text();
        Span before = new Span((passage.fromStart() ? "" : "…")
                + text.substring(0, passage.quote().start()));
        Span quote = new Span(passage.quote().of(text));
        Span behind = new Span(text.substring(passage.quote().end()) + (passage.toEnd() ? "" : "…"));
        before.addClassName("source-around");
        quote.addClassName("source-current");
        behind.addClassName("source-around");
        Div excerpt = new Div(before, quote, behind);
        excerpt.addClassName("source-excerpt");
        excerpt.getElement().setAttribute("tabindex", "0");
        // the quote in the upper third; whatever stands before it can be scrolled to
        excerpt.addAttachListener(attached -> excerpt.getElement()
                .executeJs(
                        "requestAnimationFrame(() => { this.scrollTop = $0.offsetTop - this.offsetTop - this.clientHeight / 4 })",
                        quote.getElement()));
        return excerpt;
    }

    private static Component from(KeyTaskDetails task) {
        Paragraph from = new Paragraph();
        from.setText(
                task.directiveLabel().equals(task.directiveTitle())
                        ? from.getTranslation("intake.section.from", task.directiveTitle())
                        : from.getTranslation(
                                "intake.section.fromNumbered", task.directiveTitle(), task.directiveLabel()));
        from.addClassName("source-excerpt-from");
        return from;
    }
}
