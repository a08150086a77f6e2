package org.duban.administration.ui;

import org.duban.account.Account;
import org.duban.account.Accounts;

/** Sets a new password for an account; afterwards it is shown, once. */
final class PasswordDialog extends FormDialog {

    private final transient Accounts accounts;
    private final transient Account account;
    private final PasswordInput password;

    PasswordDialog(Accounts accounts, Account account) {
        super(Fields.text("account.setPassword.title", account.displayName()), Fields.text("account.setPassword"));
        this.accounts = accounts;
        this.account = account;
        password = field(
                new PasswordInput(getTranslation("account.password.new")),
                "refusal.account.passwordTooShort",
                "refusal.account.passwordTooLong",
                "refusal.account.passwordTooSimple",
                "refusal.account.passwordHasUsername");
    }

    @Override
    void perform() {
        accounts.setPassword(account.id(), password.getValue());
        close();
        new HandOverDialog(
                        getTranslation("account.setPassword.done", account.displayName()),
                        account.username(),
                        password.getValue())
                .open();
    }
}
