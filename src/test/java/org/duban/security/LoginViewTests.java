package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.server.VaadinSession;
import org.duban.base.Refusal;
import org.duban.support.ViewTest;
import org.junit.jupiter.api.Test;

class LoginViewTests extends ViewTest {

    @Test
    void isWhereEverybodyElseArrives() {
        assertThat(open("")).isInstanceOf(LoginView.class);
    }

    @Test
    void speaksChineseAndSaysWhatThisIs() {
        navigate(LoginView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("督办");
        assertThat(find(LoginForm.class).single().isError()).isFalse();
    }

    @Test
    void showsThatTheSignInFailedAndForgetsWhoTriedAfterShowingItOnce() {
        VaadinSession.getCurrent().getSession().setAttribute(RefusedSignIn.USERNAME, "zhang");
        open("login?error");
        assertThat(find(LoginForm.class).single().isError()).isTrue();
        assertThat(VaadinSession.getCurrent().getSession().getAttribute(RefusedSignIn.USERNAME))
                .isNull();
    }

    @Test
    void saysHowLongToWaitAfterTooManyTries() {
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(RefusedSignIn.REFUSAL, new Refusal("refusal.account.tooManyTries", 7L));
        open("login?error");
        assertThat(messages()).contains("7 分钟");
        assertThat(VaadinSession.getCurrent().getSession().getAttribute(RefusedSignIn.REFUSAL))
                .isNull();
    }

    @Test
    void isNotForSomebodyWhoIsSignedIn() {
        signIn(fixture.office().staff());
        assertThat(open("login")).isNotInstanceOf(LoginView.class);
    }

    private String messages() {
        return String.valueOf(find(LoginForm.class).single().getElement().getPropertyRaw("i18n"));
    }
}
