package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class NewPasswordViewTests extends ViewTest {

    private static final String GIVEN = "Grey-Harbour-71";

    @Autowired
    Accounts accounts;

    private Account staff;

    @BeforeEach
    void signInWithAPasswordThatSomebodyElseKnows() {
        staff = fixture.office().staff();
        fixture.as(fixture.admin(), () -> accounts.setPassword(staff.id(), GIVEN));
        signIn(staff);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tasks", "tasks/0123456789ABC", "accounts", "login", "no-such-page", "password"})
    void standsInPlaceOfEveryPage(String address) {
        assertThat(open(address)).isInstanceOf(NewPasswordView.class);
    }

    @Test
    void isGoneOnceThePasswordIsChanged() {
        open("tasks");
        fill(GIVEN, "Kite-Meadow-38", "Kite-Meadow-38");

        assertThat(open("tasks")).isNotInstanceOf(NewPasswordView.class);
        assertThat(open("password")).isNotInstanceOf(NewPasswordView.class);
        assertThat(accounts.loadUserByUsername(staff.username()).mustChangePassword())
                .isFalse();
    }

    @Test
    void staysWithWhatIsWrongAtTheField() {
        open("");
        fill(GIVEN, "Kite-Meadow-38", "Kite-Meadow-39");
        assertThat(field("再次输入新密码").getErrorMessage()).isEqualTo(text("refusal.account.passwordsDiffer"));
        fill("wrong", "Kite-Meadow-38", "Kite-Meadow-38");
        assertThat(field("当前密码").getErrorMessage()).isEqualTo(text("refusal.account.currentPasswordWrong"));
        fill(GIVEN, GIVEN, GIVEN);
        assertThat(field("新密码").getErrorMessage()).isEqualTo(text("refusal.account.passwordSame"));
        assertThat(field("新密码").getValue()).isEqualTo(GIVEN);
        assertThat(open("tasks")).isInstanceOf(NewPasswordView.class);
    }

    private void fill(String current, String next, String again) {
        test(field("当前密码")).setValue(current);
        test(field("新密码")).setValue(next);
        test(field("再次输入新密码")).setValue(again);
        test(find(Button.class).withText("修改密码").single()).click();
    }

    private PasswordField field(String label) {
        return find(PasswordField.class).all().stream()
                .filter(field -> field.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
