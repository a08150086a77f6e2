package org.duban.intake.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.duban.task.SimilarTask;
import org.duban.ui.Routes;

/** A running key task that says much the same as a row; it opens beside. */
final class SimilarLine extends Div {

    SimilarLine(SimilarTask task) {
        Anchor link = new Anchor(Routes.task(task.id().value()), task.title());
        link.setTarget(AnchorTarget.BLANK);
        Span where = new Span(getTranslation("intake.similar.where", task.directiveLabel(), task.no()));
        where.addClassName("soft");
        add(new Span(getTranslation("intake.similar", task.likeness())), link, where);
        addClassName("similar-line");
    }
}
