package org.duban.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;

/** A state in a word, tinted. The text says it all; the colour and the dot or icon only help the eye. */
public class StatusBadge extends Span {

    /** What a state means to the one who looks at it. */
    public enum Tone {
        SUCCESS,
        WARNING,
        ERROR,
        /** Nothing to worry or to be glad about. */
        NEUTRAL,
        /** Stands out without judging. */
        CONTRAST;

        /** The name in style sheets: {@code [theme~='warning']}. */
        public String theme() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** With a dot. */
    public StatusBadge(Tone tone, String text) {
        this(tone, text, dot());
    }

    public StatusBadge(Tone tone, String text, VaadinIcon icon) {
        this(tone, text, symbol(icon));
    }

    private StatusBadge(Tone tone, String text, Span symbol) {
        symbol.getElement().setAttribute("aria-hidden", "true");
        add(symbol, new Span(text));
        addClassName("status-badge");
        getElement().getThemeList().add(tone.theme());
    }

    private static Span dot() {
        Span dot = new Span();
        dot.addClassName("status-dot");
        return dot;
    }

    private static Span symbol(VaadinIcon vaadinIcon) {
        Icon icon = vaadinIcon.create();
        Span symbol = new Span(icon);
        symbol.addClassName("status-icon");
        return symbol;
    }
}
