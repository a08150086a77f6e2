package org.duban.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.duban.ui.StatusBadge.Tone;

/** Something that must be seen before anything else on the page. */
class Banner extends Div {

    private final Div body = new Div();

    Banner(Tone tone, VaadinIcon icon, String title, Component... content) {
        addClassName("report-banner");
        getElement().getThemeList().add(tone.theme());
        getElement().setAttribute("role", "status");
        Paragraph heading = new Paragraph(title);
        heading.addClassName("report-banner-title");
        body.addClassName("report-banner-body");
        body.add(heading);
        body.add(content);
        add(icon.create(), body);
    }
}
