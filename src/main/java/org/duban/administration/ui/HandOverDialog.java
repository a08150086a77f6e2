package org.duban.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;

/** Shows a user name and its new password, to be handed over; nowhere else can the password be read again. */
final class HandOverDialog extends Dialog {

    HandOverDialog(String title, String username, String password) {
        setHeaderTitle(title);
        addClassName("hand-over-dialog");
        setCloseOnOutsideClick(false);
        setWidth("min(28rem, calc(100vw - 2rem))");
        DescriptionList facts = new DescriptionList();
        facts.add(
                new DescriptionList.Term(getTranslation("account.username")),
                new DescriptionList.Description(username),
                new DescriptionList.Term(getTranslation("account.password")),
                new DescriptionList.Description(password));
        add(new Paragraph(getTranslation("account.handOver")), facts);
        Button done = new Button(getTranslation("account.handOver.done"), click -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        done.setAutofocus(true);
        getFooter().add(done);
    }
}
