package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.account.Account;
import org.duban.account.AccountId;
import org.duban.account.Accounts;
import org.duban.account.Role;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.duban.ui.KeyedPages;
import org.duban.ui.Narrow;
import org.duban.ui.Notices;
import org.duban.ui.Questions;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** Accounts: who can sign in, as what, and for which department. */
final class AccountsPanel extends ListPanel<AccountsPanel.Row> {

    /** @param department name of the account's department, or an en dash */
    record Row(Account account, String department) {}

    private final transient Accounts accounts;
    private final transient Departments departments;
    private final transient AccountId own;
    private final transient KeyedPages<Account, String> pages;

    AccountsPanel(Accounts accounts, Departments departments, AccountId own) {
        super("accounts.search", "accounts.empty", VaadinIcon.USERS);
        this.accounts = accounts;
        this.departments = departments;
        this.own = own;
        this.pages =
                new KeyedPages<>("", Account::username, (after, limit) -> accounts.search(searched(), after, limit));
        action("accounts.open", () -> new AccountDialog(accounts, departments, this::readAgain).open());
        columns();
        grid().setItems(this::page);
    }

    private Stream<Row> page(Query<Row, Void> query) {
        List<Account> page = pages.fetch(new Query<>(query.getOffset(), query.getLimit(), null, null, null))
                .toList();
        Map<DepartmentId, Department> named = departments.byIds(page.stream()
                .map(Account::departmentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return page.stream()
                .map(account -> new Row(
                        account,
                        account.departmentId() == null
                                ? "–"
                                : named.get(account.departmentId()).name()));
    }

    private void columns() {
        Grid<Row> grid = grid();
        grid.addColumn(row -> row.account().username())
                .setHeader(getTranslation("account.username"))
                .setFlexGrow(2);
        grid.addColumn(row -> row.account().displayName())
                .setHeader(getTranslation("account.displayName"))
                .setFlexGrow(2);
        grid.addColumn(Row::department)
                .setHeader(getTranslation("account.department"))
                .setFlexGrow(3);
        grid.addColumn(row -> roles(row.account()))
                .setHeader(getTranslation("account.roles"))
                .setFlexGrow(2);
        grid.addComponentColumn(row -> state(row.account()))
                .setHeader(getTranslation("account.state"))
                .setWidth("7rem")
                .setFlexGrow(0);
        grid.addComponentColumn(row -> actions(row.account()))
                .setHeader(getTranslation("account.actions"))
                .setWidth("12rem")
                .setFlexGrow(0);
        Narrow.cardBelow(grid, grid.addComponentColumn(this::card).setFlexGrow(1));
    }

    private String roles(Account account) {
        return Arrays.stream(Role.values())
                .filter(account.roles()::contains)
                .map(role -> getTranslation("role." + role))
                .collect(Collectors.joining(getTranslation("list.separator")));
    }

    private StatusBadge state(Account account) {
        return account.enabled()
                ? new StatusBadge(Tone.SUCCESS, getTranslation("account.enabled"))
                : new StatusBadge(Tone.NEUTRAL, getTranslation("account.disabled"));
    }

    /** One's own password is changed in the user menu, and one's own account can't be disabled. */
    private Component actions(Account account) {
        Div actions = new Div();
        actions.addClassName("row-actions");
        if (!account.id().equals(own)) {
            actions.add(action("account.setPassword", account, () -> new PasswordDialog(accounts, account).open()));
            actions.add(action(
                    account.enabled() ? "account.disable" : "account.enable", account, () -> askToSwitch(account)));
        }
        return actions;
    }

    private Button action(String key, Account account, Runnable run) {
        Button button = new Button(getTranslation(key), click -> run.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        button.setAriaLabel(getTranslation("account.actionFor", getTranslation(key), account.displayName()));
        return button;
    }

    private void askToSwitch(Account account) {
        String action = account.enabled() ? "account.disable" : "account.enable";
        String title = getTranslation("account.actionFor", getTranslation(action), account.displayName());
        Runnable confirmed = () -> {
            if (Notices.attempt(() -> accounts.setEnabled(account.id(), !account.enabled()))) {
                Notices.done(action + ".done", account.displayName());
            }
            readAgain();
        };
        ConfirmDialog confirmation = account.enabled()
                ? Questions.warn(title, getTranslation(action), confirmed)
                : Questions.ask(title, getTranslation(action), confirmed);
        confirmation.setText(getTranslation(action + ".explanation"));
        confirmation.open();
    }

    private Component card(Row row) {
        Span name = new Span(row.account().displayName());
        name.addClassName("entry-title");
        Div top = new Div(name, state(row.account()));
        top.addClassName("entry-top");
        Div card = new Div(
                top,
                new Span(row.account().username() + " · " + roles(row.account())),
                new Span(row.department()),
                actions(row.account()));
        card.addClassName("list-card");
        return card;
    }
}
