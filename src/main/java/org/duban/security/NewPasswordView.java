package org.duban.security;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.account.SignedIn;
import org.duban.ui.PasswordForm;
import org.duban.ui.Routes;
import org.duban.ui.Seal;

/**
 * Stands in place of every page until a password that somebody else knows is changed; then the page that was wanted
 * opens. The services hold to it as well.
 */
@Route(value = Routes.NEW_PASSWORD, autoLayout = false)
@PermitAll
class NewPasswordView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CurrentCaller caller;
    private final PasswordForm form;

    NewPasswordView(Accounts accounts, CurrentCaller caller, AuthenticationContext authentication) {
        this.caller = caller;
        addClassName("login-view");
        form = new PasswordForm(
                accounts, () -> getUI().ifPresent(ui -> ui.getPage().reload()));
        Button save = new Button(getTranslation("password.save"), click -> form.save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setWidthFull();
        Button leave = new Button(getTranslation("user.logout"), click -> authentication.logout());
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);

        Div name = new Div(new Seal(), new H1(getPageTitle()));
        name.addClassName("login-name");
        Paragraph reason = new Paragraph(getTranslation("password.required.reason"));
        reason.addClassName("login-claim");
        Div card = new Div(name, reason, form, save, leave);
        card.addClassNames("login-card", "new-password");
        add(card);
        form.focus();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (caller.session().filter(SignedIn::mustChangePassword).isEmpty()) {
            event.forwardTo(Routes.INBOX);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("password.required.title");
    }
}
