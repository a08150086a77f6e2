package org.duban.security;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.duban.base.Refusal;
import org.duban.ui.LanguageSwitch;
import org.duban.ui.Routes;
import org.duban.ui.Seal;

/** The sign-in page. */
@Route(value = Routes.LOGIN, autoLayout = false)
@AnonymousAllowed
class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final LoginForm form = new LoginForm();
    private final AuthenticationContext authentication;

    LoginView(AuthenticationContext authentication) {
        this.authentication = authentication;
        addClassName("login-view");
        form.setAction(Routes.LOGIN);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts());

        Div name = new Div(new Seal(), new H1(getTranslation("app.name")));
        name.addClassName("login-name");
        Paragraph claim = new Paragraph(getTranslation("login.claim"));
        claim.addClassName("login-claim");
        Div card = new Div(name, claim, form, new LanguageSwitch());
        card.addClassName("login-card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.isAuthenticated()) {
            event.forwardTo(Routes.INBOX);
            return;
        }
        if (event.getLocation().getQueryParameters().getParameters().containsKey("error")) {
            form.setError(true);
            showAgain((String) taken(RefusedSignIn.USERNAME));
            if (taken(RefusedSignIn.REFUSAL) instanceof Refusal refusal) {
                LoginI18n texts = texts();
                texts.getErrorMessage().setMessage(getTranslation(refusal.messageKey(), refusal.arguments()));
                form.setI18n(texts);
            }
        }
    }

    /** What the session holds, which forgets it with that. */
    private static Object taken(String attribute) {
        WrappedSession session = VaadinSession.getCurrent().getSession();
        Object value = session.getAttribute(attribute);
        session.removeAttribute(attribute);
        return value;
    }

    /** The form has no setter for it. */
    private void showAgain(String username) {
        if (username != null && !username.isBlank()) {
            form.getElement().setProperty("noAutofocus", true);
            form.getElement()
                    .executeJs(
                            """
                            customElements.whenDefined(this.localName).then(() => this.updateComplete).then(() => {
                                const field = name => this.querySelector('[name=' + name + ']');
                                field('username').value = $0;
                                field('password').focus();
                            })""",
                            username);
        }
    }

    private LoginI18n texts() {
        LoginI18n texts = LoginI18n.createDefault();
        texts.getForm().setTitle(getTranslation("login.title"));
        texts.getForm().setUsername(getTranslation("login.username"));
        texts.getForm().setPassword(getTranslation("login.password"));
        texts.getForm().setSubmit(getTranslation("login.submit"));
        texts.getErrorMessage().setTitle(getTranslation("login.refused.title"));
        texts.getErrorMessage().setMessage(getTranslation("login.refused.message"));
        texts.getErrorMessage().setUsername(getTranslation("login.username.missing"));
        texts.getErrorMessage().setPassword(getTranslation("login.password.missing"));
        return texts;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title") + " · " + getTranslation("app.name");
    }
}
