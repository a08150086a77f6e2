package org.duban.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What a list shows when it has nothing to show: why, and what can be done about it. */
public class EmptyState extends Div {

    public EmptyState(VaadinIcon icon, String sentence, Component... actions) {
        addClassName("empty-state");
        add(icon.create(), new Paragraph(sentence));
        add(actions);
    }
}
