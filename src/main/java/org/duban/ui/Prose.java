package org.duban.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Text as the pages show it. */
public final class Prose {

    private Prose() {}

    /** What is said beside the matter itself. */
    public static Span soft(String text) {
        Span soft = new Span(text);
        soft.addClassName("soft");
        return soft;
    }

    /** What a person wrote, with its lines. */
    public static Paragraph words(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("words");
        return words;
    }
}
