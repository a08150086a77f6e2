package org.duban.task.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A percentage as a thin bar with its number. */
class PercentBar extends Div {

    PercentBar(int percent) {
        addClassName("percent-bar");
        Div done = new Div();
        done.addClassName("percent-bar-done");
        done.setWidth(percent + "%");
        Div track = new Div(done);
        track.addClassName("percent-bar-track");
        track.getElement().setAttribute("aria-hidden", "true");
        Span number = new Span(percent + "%");
        number.addClassName("percent-bar-number");
        add(track, number);
    }
}
