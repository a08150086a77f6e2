package org.duban.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.Role;
import org.duban.account.SignedIn;
import org.duban.organisation.Department;
import org.duban.organisation.Departments;
import org.duban.support.Fixture;
import org.duban.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

class AccountsViewTests extends ViewTest {

    private final String name = "u" + UUID.randomUUID().toString().substring(0, 12);

    @Autowired
    Accounts accounts;

    @Autowired
    Departments departments;

    @Autowired
    PasswordEncoder encoder;

    private Account admin;
    private Fixture.Office office;

    @BeforeEach
    void signInAsAdministrator() {
        admin = fixture.admin();
        office = fixture.office();
        signIn(admin);
        navigate(AccountsView.class);
    }

    @Test
    void isForTheSystemAdministratorOnly() {
        for (Account other : List.of(office.staff(), office.head(), fixture.supervisor(), fixture.leader())) {
            signIn(other);
            assertThat(open("accounts")).isNotInstanceOf(AccountsView.class);
        }
    }

    @Test
    void findsAnAccountByItsDepartment() {
        search(office.name());

        assertThat(test(accountGrid()).size()).isEqualTo(2);
        assertThat(test(accountGrid()).getRow(0).department()).isEqualTo(office.name());
    }

    @Test
    void opensAnAccountWithAGeneratedPasswordThatIsShownOnce() {
        test(button("新建账号")).click();
        AccountDialog dialog = find(AccountDialog.class).single();
        test(field(dialog, "用户名")).setValue(name);
        test(field(dialog, "姓名")).setValue("李四");
        roles(dialog).setValue(Set.of(Role.STAFF));
        department(dialog).setValue(departments.get(office.id()));
        test(find(Button.class, dialog).withText("自动生成").single()).click();
        test(find(Button.class, dialog).withText("新建").single()).click();

        String shown = textOf(find(HandOverDialog.class).single());
        SignedIn account = accounts.loadUserByUsername(name);
        assertThat(account.caller().departmentId()).isEqualTo(office.id());
        assertThat(account.caller().roles()).containsExactly(Role.STAFF);
        String password = shown.substring(shown.lastIndexOf("密码") + "密码".length());
        assertThat(encoder.matches(password.strip(), account.getPassword())).isTrue();
        test(button("已记下，关闭")).click();
        assertThat(find(HandOverDialog.class).all()).isEmpty();
    }

    @Test
    void saysAtTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        test(button("新建账号")).click();
        AccountDialog dialog = find(AccountDialog.class).single();
        Button confirm = find(Button.class, dialog).withText("新建").single();
        TextField username = field(dialog, "用户名");
        TextField displayName = field(dialog, "姓名");
        PasswordField password = find(PasswordField.class, dialog).single();

        test(confirm).click();
        assertThat(username.getErrorMessage()).isEqualTo("请填写用户名。");

        test(username).setValue(office.staff().username());
        test(displayName).setValue("李四");
        test(confirm).click();
        assertOnlyInvalid(dialog, roles(dialog));

        roles(dialog).setValue(Set.of(Role.HEAD));
        test(confirm).click();
        assertOnlyInvalid(dialog, department(dialog));

        department(dialog).setValue(departments.get(office.id()));
        test(password).setValue("kurz");
        test(confirm).click();
        assertOnlyInvalid(dialog, password);

        test(password).setValue("Geheim-2026");
        test(confirm).click();
        assertOnlyInvalid(dialog, username);
        assertThat(username.getErrorMessage()).contains("已被使用");
        assertThat(displayName.getValue()).isEqualTo("李四");
        assertThat(password.getValue()).isEqualTo("Geheim-2026");
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void asksBeforeItDisablesAnAccount() {
        search(office.staff().username());
        test(actionFor("停用", office.staff())).click();
        assertThat(accounts.loadUserByUsername(office.staff().username()).isEnabled())
                .isTrue();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(accounts.loadUserByUsername(office.staff().username()).isEnabled())
                .isFalse();

        test(actionFor("启用", office.staff())).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(accounts.loadUserByUsername(office.staff().username()).isEnabled())
                .isTrue();
    }

    @Test
    void offersNoWayToDisableTheOwnAccountOrToSetItsPasswordUnasked() {
        search(admin.username());

        Component actions = test(accountGrid()).getCellComponent(0, 5);

        assertThat(textOf(actions)).doesNotContain("停用", "重设密码");
    }

    @Test
    void setsANewPassword() {
        search(office.head().username());
        test(actionFor("重设密码", office.head())).click();
        PasswordDialog dialog = find(PasswordDialog.class).single();
        PasswordField password = find(PasswordField.class, dialog).single();
        Button confirm = find(Button.class, dialog).withText("重设密码").single();

        test(password).setValue("12345678");
        test(confirm).click();
        assertThat(password.getErrorMessage()).startsWith("密码过于简单");

        test(password).setValue("Geheim-2026");
        test(confirm).click();
        assertThat(encoder.matches(
                        "Geheim-2026",
                        accounts.loadUserByUsername(office.head().username()).getPassword()))
                .isTrue();
        assertThat(textOf(find(HandOverDialog.class).single())).contains("Geheim-2026");
    }

    @Test
    void addsADepartmentWithAliases() {
        find(TabSheet.class).single().setSelectedIndex(1);
        test(button("添加部门")).click();
        DepartmentDialog dialog = find(DepartmentDialog.class).single();
        Button confirm = find(Button.class, dialog).withText("添加").single();
        test(field(dialog, "名称")).setValue("试验局" + name);
        test(field(dialog, "简称")).setValue(office.name());
        test(field(dialog, "别名")).setValue("试局" + name + "、试验总局" + name);
        test(field(dialog, "代码")).setValue(name);
        test(field(dialog, "所属地区")).setValue("国家");
        test(confirm).click();
        assertThat(field(dialog, "简称").getErrorMessage()).contains(office.name(), "已被使用");
        assertThat(departments.byCode(name)).isEmpty();

        test(field(dialog, "简称")).setValue("试局" + name);
        test(confirm).click();

        Department added = departments.byCode(name).orElseThrow();
        assertThat(departments.namesOf(List.of(added.id())).get(added.id()))
                .containsExactlyInAnyOrder("试验局" + name, "试局" + name, "试验总局" + name);
        assertThat(dialog.isOpened()).isFalse();
    }

    private void assertOnlyInvalid(AccountDialog dialog, HasValidation expected) {
        assertThat(find(Component.class, dialog).all().stream()
                        .filter(HasValidation.class::isInstance)
                        .map(HasValidation.class::cast)
                        .filter(HasValidation::isInvalid))
                .containsExactly(expected);
    }

    private void search(String text) {
        test(find(TextField.class, find(AccountsPanel.class).single()).single()).setValue(text);
    }

    private Button actionFor(String action, Account account) {
        Component actions = test(accountGrid()).getCellComponent(0, 5);
        return find(Button.class, actions)
                .withAttribute("aria-label", text("account.actionFor", action, account.displayName()))
                .single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private TextField field(Component dialog, String label) {
        return find(TextField.class, dialog).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Role> roles(Component dialog) {
        return find(CheckboxGroup.class, dialog).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Department> department(Component dialog) {
        return find(ComboBox.class, dialog).single();
    }

    @SuppressWarnings("unchecked")
    private Grid<AccountsPanel.Row> accountGrid() {
        return find(Grid.class, find(AccountsPanel.class).single()).single();
    }
}
