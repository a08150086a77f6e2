package org.duban.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.Optional;

/**
 * Top of a page: the way back, its title, a line below it, and what can be done on it. On a narrow screen the actions go
 * below.
 */
public class PageHeader extends Div implements AfterNavigationObserver {

    private final Anchor back = new Anchor();
    private String parent;
    private String parentTitle;

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
        back.addClassNames("page-back", "not-printed");
        back.setVisible(false);
        Div texts = new Div(back, heading, this.subtitle);
        texts.addClassName("page-texts");
        add(texts, this.actions);
        setHeading(title);
        setSubtitle(subtitle);
        setMarks();
        setActions(actions);
    }

    /**
     * A link above the title to the page from which the reader came or, where none is known, to the parent.
     *
     * @param address of the page above this one
     * @param title of that page
     */
    public void backTo(String address, String title) {
        parent = address;
        parentTitle = title;
        back.setVisible(true);
        if (isAttached()) {
            showBack();
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        showBack();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrived) {
        showBack();
    }

    private void showBack() {
        if (parent != null) {
            Optional<Trail.Stop> before = Trail.before();
            String page = before.map(Trail.Stop::title).orElse(parentTitle);
            back.setHref(before.map(Trail.Stop::address).orElse(parent));
            back.setAriaLabel(getTranslation("page.back", page));
            back.removeAll();
            back.add(VaadinIcon.ANGLE_LEFT.create(), new Span(page));
        }
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
