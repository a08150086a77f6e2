package org.duban.administration.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import org.duban.account.Accounts;
import org.duban.account.Role;
import org.duban.organisation.Department;
import org.duban.organisation.Departments;

/** Opens an account; afterwards its password is shown, once. */
final class AccountDialog extends FormDialog {

    private final transient Accounts accounts;
    private final TextField username;
    private final TextField displayName;
    private final ComboBox<Department> department;
    private final CheckboxGroup<Role> roles;
    private final PasswordInput password;
    private final SerializableRunnable opened;

    AccountDialog(Accounts accounts, Departments departments, SerializableRunnable opened) {
        super(Fields.text("accounts.open"), Fields.text("accounts.open.confirm"));
        this.accounts = accounts;
        this.opened = opened;
        username = field(
                Fields.required("account.username", 60),
                "refusal.account.usernameMissing",
                "refusal.account.usernameMalformed",
                "refusal.account.usernameTaken");
        username.setHelperText(getTranslation("account.username.help"));
        displayName = field(Fields.required("account.displayName", 80), "refusal.account.displayNameMissing");
        roles = field(new CheckboxGroup<>(getTranslation("account.roles")), "refusal.account.roleMissing");
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> getTranslation("role." + role));
        roles.setRequiredIndicatorVisible(true);
        roles.setManualValidation(true);
        department = field(new ComboBox<>(getTranslation("account.department")), "refusal.account.departmentMissing");
        department.setWidthFull();
        department.setManualValidation(true);
        department.setClearButtonVisible(true);
        department.setPlaceholder(getTranslation("account.department.search"));
        department.setHelperText(getTranslation("account.department.help"));
        department.setItemLabelGenerator(Department::name);
        department.setItems(query ->
                departments.search(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        password = field(
                new PasswordInput(getTranslation("account.password")),
                "refusal.account.passwordTooShort",
                "refusal.account.passwordTooLong",
                "refusal.account.passwordTooSimple",
                "refusal.account.passwordHasUsername");
    }

    @Override
    void perform() {
        Department chosen = department.getValue();
        accounts.open(
                username.getValue(),
                displayName.getValue(),
                password.getValue(),
                chosen == null ? null : chosen.id(),
                roles.getValue());
        close();
        opened.run();
        new HandOverDialog(
                        getTranslation("accounts.opened", displayName.getValue().strip()),
                        username.getValue().strip(),
                        password.getValue())
                .open();
    }
}
