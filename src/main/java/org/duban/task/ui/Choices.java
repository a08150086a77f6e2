package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** How the key-task page says what waits for the reader. */
public final class Choices {

    private Choices() {}

    /** @param more what explains the sentence, or {@code null} */
    public static Component choice(String sentence, Component more, Component... buttons) {
        Div words = new Div(new Paragraph(sentence));
        words.addClassName("choice-words");
        if (more != null) {
            words.add(more);
        }
        Div choice = new Div(words);
        choice.add(buttons);
        choice.addClassName("choice");
        return choice;
    }

    /** What somebody wrote, with who and when. */
    public static Component quote(Component page, String words, String by, String at) {
        Paragraph text = new Paragraph(words);
        text.addClassName("words");
        Span source = new Span(page.getTranslation("task.now.by", by, at));
        source.addClassName("soft");
        return new Div(text, source);
    }

    /** The button for what is usually done. */
    public static Button primary(String text, Runnable action) {
        Button button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }
}
