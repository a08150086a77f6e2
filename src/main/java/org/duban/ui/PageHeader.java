package org.duban.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Top of a page: its title, a line below it, and what can be done on it. On a narrow screen the actions go below. */
public class PageHeader extends Div {

    private final H2 title = new H2();
    private final Div marks = new Div();
    private final Paragraph subtitle = new Paragraph();
    private final Div actions = new Div();

    public PageHeader(String title) {
        this(title, "");
    }

    public PageHeader(String title, String subtitle, Component... actions) {
        addClassName("page-header");
        marks.addClassName("page-marks");
        this.subtitle.addClassName("page-subtitle");
        this.actions.addClassName("page-actions");
        Div heading = new Div(this.title, marks);
        heading.addClassName("page-heading");
        Div texts = new Div(heading, this.subtitle);
        texts.addClassName("page-texts");
        add(texts, this.actions);
        setHeading(title);
        setSubtitle(subtitle);
        setMarks();
        setActions(actions);
    }

    public void setHeading(String text) {
        title.setText(text);
    }

    public void setSubtitle(String text) {
        subtitle.setText(text);
        subtitle.setVisible(text != null && !text.isBlank());
    }

    /** Components in place of a plain line below the title. */
    public void setSubtitle(Component... parts) {
        subtitle.removeAll();
        subtitle.add(new Span(parts));
        subtitle.setVisible(parts.length > 0);
    }

    /** Badges beside the title. */
    public void setMarks(Component... badges) {
        marks.removeAll();
        marks.add(badges);
        marks.setVisible(badges.length > 0);
    }

    public void setActions(Component... buttons) {
        actions.removeAll();
        actions.add(buttons);
        actions.setVisible(buttons.length > 0);
    }
}
