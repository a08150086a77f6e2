package org.duban.directive.ui;

import com.vaadin.flow.component.Unit;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.duban.directive.Directive;
import org.duban.directive.DirectiveSummary;

/** How far a directive is, in one bar: closed, overdue and other key tasks. */
final class Glance extends Div {

    Glance(DirectiveSummary summary) {
        addClassName("glance");
        if (summary.directive().state() == Directive.State.DRAFT) {
            add(words(getTranslation("directive.glance.draft", summary.launchable(), summary.rows())));
            return;
        }
        boolean launching = summary.directive().state() == Directive.State.LAUNCHING;
        Div bar = new Div();
        bar.addClassName("glance-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        if (launching) {
            part(bar, "launched", summary.keyTasks(), summary.launchable());
        } else {
            part(bar, "closed", summary.closed(), summary.counted());
            part(bar, "overdue", summary.overdue(), summary.counted());
        }
        add(
                bar,
                words(
                        launching
                                ? getTranslation("directive.glance.launching", summary.keyTasks(), summary.launchable())
                                : getTranslation("directive.glance.running", summary.closed(), summary.counted())));
    }

    private static Span words(String text) {
        Span words = new Span(text);
        words.addClassName("glance-words");
        return words;
    }

    private static void part(Div bar, String name, int count, int all) {
        if (count > 0) {
            Div part = new Div();
            part.addClassNames("glance-part", "glance-" + name);
            part.setWidth(100f * count / Math.max(all, 1), Unit.PERCENTAGE);
            bar.add(part);
        }
    }
}
