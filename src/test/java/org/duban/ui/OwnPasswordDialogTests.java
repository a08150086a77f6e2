package org.duban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.textfield.PasswordField;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

class OwnPasswordDialogTests extends ViewTest {

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder encoder;

    private Account leader;

    @BeforeEach
    void openIt() {
        leader = fixture.leader();
        signIn(leader);
        open("");
        new OwnPasswordDialog(accounts).open();
    }

    @Test
    void isOfferedInTheUserMenu() {
        assertThat(find(UserMenu.class)
                        .single()
                        .getItems()
                        .getFirst()
                        .getSubMenu()
                        .getItems())
                .extracting(MenuItem::getText)
                .contains("修改密码");
    }

    @Test
    void changesThePasswordAndSaysSo() {
        assertThat(field("新密码").getHelperText()).contains("8");
        fill("test-password", "Grey-Harbour-71", "Grey-Harbour-71");

        assertThat(find(OwnPasswordDialog.class).all()).isEmpty();
        assertThat(notices()).contains("密码已修改");
        assertThat(encoder.matches(
                        "Grey-Harbour-71",
                        accounts.loadUserByUsername(leader.username()).getPassword()))
                .isTrue();
    }

    @Test
    void staysOpenWithTheReasonAtTheFieldAndWhatWasTyped() {
        fill("wrong", "Grey-Harbour-71", "Grey-Harbour-71");

        assertThat(find(OwnPasswordDialog.class).all()).hasSize(1);
        assertThat(field("当前密码").isInvalid()).isTrue();
        assertThat(field("当前密码").getErrorMessage()).isEqualTo("当前密码不正确。");
        assertThat(field("新密码").getValue()).isEqualTo("Grey-Harbour-71");
        fill("test-password", "weak", "weak");
        assertThat(field("当前密码").isInvalid()).isFalse();
        assertThat(field("新密码").isInvalid()).isTrue();
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
