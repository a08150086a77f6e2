package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.base.Refusal;

/**
 * A form in a dialog. What the service refuses is said at the field that it is about, and all that was typed stays; the
 * dialog closes only when the work is done.
 */
abstract class FormDialog extends Dialog {

    private final Div fields = new Div();
    private final Span refused = new Span();
    private final Map<String, HasValidation> fieldOfRefusal = new LinkedHashMap<>();

    FormDialog(String title, String confirmLabel) {
        setHeaderTitle(title);
        addClassName("form-dialog");
        setCloseOnOutsideClick(false);
        setWidth("min(32rem, calc(100vw - 2rem))");
        fields.addClassName("form-fields");
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        add(fields, refused);
        Button confirm = new Button(confirmLabel, click -> confirm());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), confirm);
        Shortcuts.addShortcutListener(this, this::confirm, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this);
    }

    /** Does the work. @throws Refusal with the reason why not */
    abstract void perform();

    /** @param refusals message keys of refusals that are about this field */
    final <C extends Component & HasValidation> C field(C field, String... refusals) {
        for (String refusal : refusals) {
            fieldOfRefusal.put(refusal, field);
        }
        fields.add(field);
        return field;
    }

    /** What is no field, behind those that are there already. */
    final void part(Component component) {
        fields.add(component);
    }

    /** The same, before all of them. */
    final void firstPart(Component component) {
        fields.addComponentAsFirst(component);
    }

    /** The field that the refusal is about, or {@code null} where it is about none. */
    HasValidation fieldOf(Refusal refusal) {
        return fieldOfRefusal.get(refusal.messageKey());
    }

    /** Does what the button says. */
    void confirm() {
        fields.getChildren().filter(HasValidation.class::isInstance).forEach(field -> ((HasValidation) field)
                .setInvalid(false));
        refused.setVisible(false);
        try {
            perform();
        } catch (Refusal refusal) {
            say(refusal);
        }
    }

    private void say(Refusal refusal) {
        String reason = getTranslation(refusal.messageKey(), refusal.arguments());
        HasValidation field = fieldOf(refusal);
        if (field == null) {
            refused.setText(reason);
            refused.setVisible(true);
            return;
        }
        field.setErrorMessage(reason);
        field.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
