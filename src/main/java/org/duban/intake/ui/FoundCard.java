package org.duban.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import org.duban.directive.ui.FactsFields;
import org.duban.intake.Choice;
import org.duban.intake.FoundDocument;
import org.duban.ui.Routes;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** A document that was found: whether it is taken, what is known of it, to be corrected, and how its table begins. */
final class FoundCard extends Div {

    private final transient FoundDocument document;
    private final Checkbox taken = new Checkbox();
    private final FactsFields fields;
    private final Div details = new Div();

    /**
     * @param alone whether no other document was found; it is taken then
     * @param jurisdictions those that the register knows
     */
    FoundCard(FoundDocument document, boolean alone, List<String> jurisdictions, SerializableRunnable changed) {
        this.document = document;
        addClassName("found-card");
        taken.setValue(alone || document.rows() > 0);
        String name = document.facts().title();
        String heading =
                name == null || name.isBlank() ? getTranslation("intake.found.name", document.index() + 1) : name;
        taken.setAriaLabel(getTranslation("intake.found.take", heading));
        taken.addValueChangeListener(change -> {
            showTaken();
            changed.run();
        });
        Div top = alone
                ? new Div(new H3(getTranslation("intake.found.one")), figures())
                : new Div(taken, new H3(heading), figures());
        top.addClassName("found-top");
        fields = new FactsFields(document.facts(), jurisdictions);
        if (!document.jurisdictionKnown()) {
            fields.askForJurisdiction();
        }
        details.addClassName("found-details");
        details.add(fields, preview());
        add(top, details);
        showTaken();
    }

    private Div figures() {
        Div figures = new Div();
        figures.addClassName("found-figures");
        if (document.importedBefore() != null) {
            Anchor before = new Anchor(
                    Routes.directive(document.importedBefore().value()), getTranslation("intake.found.before"));
            before.setTarget(AnchorTarget.BLANK);
            figures.add(new StatusBadge(Tone.WARNING, getTranslation("intake.found.known"), VaadinIcon.COPY_O), before);
        }
        figures.add(
                document.rows() > 0
                        ? new StatusBadge(Tone.SUCCESS, getTranslation("intake.found.rows", document.rows()))
                        : new StatusBadge(Tone.NEUTRAL, getTranslation("intake.found.noRows")));
        if (document.blocked() > 0) {
            figures.add(new StatusBadge(
                    Tone.WARNING, getTranslation("intake.found.blocked", document.blocked()), VaadinIcon.WARNING));
        }
        return figures;
    }

    private Component preview() {
        if (document.rows() == 0) {
            Span nothing = new Span(getTranslation("intake.found.nothing"));
            nothing.addClassName("found-more");
            return nothing;
        }
        OrderedList rows = new OrderedList();
        document.firstRows().forEach(row -> rows.add(new ListItem(row)));
        Span heading = new Span(getTranslation("intake.found.preview"));
        heading.addClassName("found-preview-heading");
        Div preview = new Div(heading, rows);
        preview.addClassName("found-preview");
        int others = document.rows() - document.firstRows().size();
        if (others > 0) {
            Span more = new Span(getTranslation("intake.found.more", others));
            more.addClassName("found-more");
            preview.add(more);
        }
        return preview;
    }

    private void showTaken() {
        details.setVisible(taken());
        getElement().getThemeList().set("left-out", !taken());
    }

    boolean taken() {
        return taken.getValue();
    }

    int rows() {
        return document.rows();
    }

    Choice choice() {
        return new Choice(document.index(), fields.facts());
    }

    /** Says at the field what is missing. @return whether nothing is */
    boolean check() {
        return fields.check();
    }
}
