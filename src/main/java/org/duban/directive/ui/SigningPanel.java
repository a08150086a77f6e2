package org.duban.directive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.SigningSettings;
import org.duban.directive.SigningTerms;
import org.duban.ui.Notices;

/** How long the departments of a directive have for signing and disputing; its supervisors change it here. */
final class SigningPanel extends Div {

    private final transient SigningSettings settings;
    private final transient DirectiveId directive;
    private final Span terms = new Span();

    /** @param changeable whether the caller supervises the directive */
    SigningPanel(SigningSettings settings, DirectiveId directive, boolean changeable) {
        this.settings = settings;
        this.directive = directive;
        addClassName("signing-terms");
        add(terms);
        if (changeable) {
            Button change = new Button(getTranslation("directive.signing.change"), click -> ask());
            change.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            change.setAriaLabel(getTranslation("directive.signing.title"));
            add(change);
        }
        refresh();
    }

    /** Reads the terms again. */
    void refresh() {
        SigningTerms now = settings.of(directive);
        terms.setText(getTranslation("directive.signing.terms", now.acknowledgeDays(), now.disputeDays()));
    }

    private void ask() {
        SigningFields fields = new SigningFields(settings.of(directive));
        Span refused = new Span();
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        Paragraph explanation = new Paragraph(getTranslation("directive.signing.hint"));
        explanation.addClassName("dialog-explanation");
        Dialog dialog = new Dialog(explanation, fields, refused);
        dialog.setHeaderTitle(getTranslation("directive.signing.title"));
        dialog.setWidth("min(34rem, calc(100vw - 2rem))");
        dialog.setCloseOnOutsideClick(false);
        Button save = new Button(getTranslation("action.save"), click -> {
            try {
                settings.set(directive, fields.terms());
                dialog.close();
                Notices.done("directive.signing.saved");
                refresh();
            } catch (Refusal refusal) {
                refused.setText(getTranslation(refusal.messageKey(), refusal.arguments()));
                refused.setVisible(true);
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("action.cancel"), click -> dialog.close()), save);
        dialog.open();
    }
}
