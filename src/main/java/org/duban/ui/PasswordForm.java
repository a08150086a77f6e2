package org.duban.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import org.duban.account.Accounts;
import org.duban.account.Passwords;
import org.duban.base.Refusal;

/** Changes one's own password; Enter does it, and what is refused is said at the field that it is about. */
public class PasswordForm extends Div {

    private static final String DIFFER = "refusal.account.passwordsDiffer";
    private static final List<String> ABOUT_CURRENT = List.of(
            "refusal.account.currentPasswordMissing",
            "refusal.account.currentPasswordWrong",
            "refusal.account.tooManyTries");
    private static final List<String> ABOUT_NEXT = List.of(
            "refusal.account.passwordTooShort",
            "refusal.account.passwordTooLong",
            "refusal.account.passwordTooSimple",
            "refusal.account.passwordHasUsername",
            "refusal.account.passwordSame");

    private final transient Accounts accounts;
    private final SerializableRunnable changed;
    private final PasswordField current = field("password.current", "current-password");
    private final PasswordField next = field("password.next", "new-password");
    private final PasswordField again = field("password.again", "new-password");
    private final Span refused = new Span();

    /** @param changed runs after the password was changed */
    public PasswordForm(Accounts accounts, SerializableRunnable changed) {
        this.accounts = accounts;
        this.changed = changed;
        addClassName("password-form");
        next.setHelperText(getTranslation("account.password.rules", Passwords.SHORTEST, Passwords.KINDS));
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        add(current, next, again, refused);
        Shortcuts.addShortcutListener(this, this::save, Key.ENTER)
                .listenOn(this)
                .resetFocusOnActiveElement();
    }

    private PasswordField field(String labelKey, String autocomplete) {
        PasswordField field = new PasswordField(getTranslation(labelKey));
        field.setWidthFull();
        field.setManualValidation(true);
        field.setRequiredIndicatorVisible(true);
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.addValueChangeListener(typed -> field.setInvalid(false));
        return field;
    }

    public void focus() {
        current.focus();
    }

    /** Changes the password, or says why not. */
    public void save() {
        List.of(current, next, again).forEach(field -> field.setInvalid(false));
        refused.setVisible(false);
        try {
            if (!next.isEmpty() && !next.getValue().equals(again.getValue())) {
                throw new Refusal(DIFFER);
            }
            accounts.changeOwnPassword(current.getValue(), next.getValue());
        } catch (Refusal refusal) {
            say(refusal);
            return;
        }
        changed.run();
    }

    private void say(Refusal refusal) {
        String reason = getTranslation(refusal.messageKey(), refusal.arguments());
        PasswordField field = fieldOf(refusal.messageKey());
        if (field == null) {
            refused.setText(reason);
            refused.setVisible(true);
            return;
        }
        field.setErrorMessage(reason);
        field.setInvalid(true);
        field.focus();
    }

    private PasswordField fieldOf(String refusal) {
        if (ABOUT_CURRENT.contains(refusal)) {
            return current;
        }
        if (ABOUT_NEXT.contains(refusal)) {
            return next;
        }
        return refusal.equals(DIFFER) ? again : null;
    }
}
