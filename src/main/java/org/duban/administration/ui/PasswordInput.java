package org.duban.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.PasswordField;
import org.duban.account.Passwords;

/** A password that is typed or generated. One that was generated can be read until the dialog closes. */
final class PasswordInput extends PasswordField {

    PasswordInput(String label) {
        setLabel(label);
        setWidthFull();
        setManualValidation(true);
        setRequiredIndicatorVisible(true);
        setHelperText(getTranslation("account.password.rules", Passwords.SHORTEST, Passwords.KINDS));
        getElement().setAttribute("autocomplete", "new-password");
        Button generate = new Button(getTranslation("account.password.generate"), click -> generate());
        generate.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        generate.addClassName("generate-password");
        setSuffixComponent(generate);
    }

    private void generate() {
        setValue(Passwords.generate());
        setInvalid(false);
        setHelperText(getTranslation("account.password.generated", getValue()));
    }
}
