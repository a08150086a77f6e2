package org.duban.ui;

import com.vaadin.flow.component.html.Span;

/** The product's mark: one character, as on a seal. */
public class Seal extends Span {

    public Seal() {
        super();
        setText(getTranslation("app.seal"));
        addClassName("seal");
        getElement().setAttribute("aria-hidden", "true");
    }
}
