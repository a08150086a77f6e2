package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.Entrusted;
import org.duban.directive.Supervision;
import org.duban.directive.ui.SupervisorsPanel;
import org.duban.ui.KeyedPages;
import org.duban.ui.Narrow;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** To whom each directive is entrusted; of the directives themselves only their titles. */
final class SupervisionPanel extends ListPanel<Entrusted> {

    private final transient Supervision supervision;

    SupervisionPanel(Supervision supervision) {
        super("supervision.directives.search", "supervision.directives.empty", VaadinIcon.FILE_TEXT_O);
        this.supervision = supervision;
        Grid<Entrusted> grid = grid();
        grid.addComponentColumn(SupervisionPanel::title)
                .setHeader(getTranslation("supervision.directive"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("supervision.state"))
                .setWidth("9rem")
                .setFlexGrow(0);
        grid.addComponentColumn(this::supervisors)
                .setHeader(getTranslation("supervision.supervisors"))
                .setFlexGrow(2);
        Narrow.cardBelow(grid, grid.addComponentColumn(this::card).setFlexGrow(1));
        KeyedPages<Entrusted, DirectiveId> pages = new KeyedPages<>(
                Directives.NEWEST, Entrusted::id, (after, limit) -> supervision.directives(searched(), after, limit));
        grid.setItems(pages::fetch).setIdentifierProvider(Entrusted::id);
    }

    private static Div title(Entrusted directive) {
        Span title = new Span(directive.title());
        title.addClassName("entry-title");
        Div lines = new Div(title);
        if (directive.number() != null) {
            Span number = new Span(directive.number());
            number.addClassName("entry-more");
            lines.add(number);
        }
        lines.addClassName("entry-lines");
        return lines;
    }

    private StatusBadge state(Entrusted directive) {
        return directive.supervised()
                ? new StatusBadge(Tone.SUCCESS, getTranslation("supervision.entrusted"))
                : new StatusBadge(Tone.ERROR, getTranslation("supervision.nobody"), VaadinIcon.WARNING);
    }

    private Component supervisors(Entrusted directive) {
        return new SupervisorsPanel(supervision, directive.id(), directive.supervisors(), this::readAgain);
    }

    private Component card(Entrusted directive) {
        Div card = new Div(title(directive), state(directive), supervisors(directive));
        card.addClassName("list-card");
        return card;
    }
}
