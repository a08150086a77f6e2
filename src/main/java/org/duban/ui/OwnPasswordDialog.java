package org.duban.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.duban.account.Accounts;

/** Changes the password of whoever is signed in. */
class OwnPasswordDialog extends Dialog {

    private final PasswordForm form;

    OwnPasswordDialog(Accounts accounts) {
        setHeaderTitle(getTranslation("password.title"));
        setCloseOnOutsideClick(false);
        setWidth("min(28rem, calc(100vw - 2rem))");
        form = new PasswordForm(accounts, () -> {
            close();
            Notices.done("password.changed");
        });
        Paragraph effect = new Paragraph(getTranslation("password.effect"));
        effect.addClassName("dialog-keys");
        add(form, effect);
        Button save = new Button(getTranslation("password.save"), click -> form.save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), save);
    }

    @Override
    public void open() {
        super.open();
        form.focus();
    }
}
