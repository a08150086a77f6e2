package org.duban.directive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.duban.directive.Directive;
import org.duban.ui.Formats;

/** What is known of the document itself, and who supervises it. */
final class DirectiveFacts extends Div {

    private final DescriptionList list = new DescriptionList();

    DirectiveFacts(
            Directive directive,
            Formats formats,
            SigningPanel signing,
            SupervisorsPanel supervisors,
            ExtensionLimitField extensions) {
        addClassName("directive-facts");
        fact("directive.number", directive.number() == null ? "–" : directive.number());
        fact("directive.issuer", directive.issuer());
        fact("directive.issued", formats.day(directive.issued()));
        fact("directive.period", DirectiveTexts.period(directive));
        fact("directive.jurisdiction", directive.jurisdiction());
        if (directive.launchedAt() != null) {
            fact("directive.launchedAt", formats.moment(directive.launchedAt()));
            fact("directive.reporting", DirectiveTexts.plan(directive.plan()));
            fact("directive.fallbackDue", formats.day(directive.fallbackDue()));
        }
        fact("directive.signing", signing);
        fact("directive.extensions", extensions);
        fact("directive.supervisors", supervisors);
        add(list);
    }

    private void fact(String key, String value) {
        fact(key, new Span(value));
    }

    private void fact(String key, Component value) {
        Div pair = new Div(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
        pair.addClassName("fact");
        list.getElement().appendChild(pair.getElement());
    }
}
