package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.account.Account;
import org.duban.account.AccountId;
import org.duban.account.Accounts;
import org.duban.account.Role;
import org.duban.account.Substitution;
import org.duban.base.Refusal;
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

    /**
     * @param department name of the account's department, or an en dash
     * @param away who acts for the account next, or {@code null}
     */
    record Row(Account account, String department, Substitution away) {}

    /** What keeps an account open. */
    private static final Set<String> WORK_LEFT = Set.of(
            "refusal.account.lastOfDepartment", "refusal.account.lastSupervisor", "refusal.account.personalWork");

    private final transient Accounts accounts;
    private final transient Departments departments;
    private final transient Standins standins;
    private final transient AccountId own;
    private final transient KeyedPages<Account, String> pages;

    AccountsPanel(Accounts accounts, Departments departments, Standins standins, AccountId own) {
        super("accounts.search", "accounts.empty", VaadinIcon.USERS);
        this.accounts = accounts;
        this.departments = departments;
        this.standins = standins;
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
        Map<AccountId, Substitution> away =
                standins.nextOf(page.stream().map(Account::id).toList());
        return page.stream()
                .map(account -> new Row(
                        account,
                        account.departmentId() == null
                                ? "–"
                                : named.get(account.departmentId()).name(),
                        away.get(account.id())));
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
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("account.state"))
                .setWidth("10rem")
                .setFlexGrow(0);
        grid.addComponentColumn(row -> actions(row.account()))
                .setHeader(getTranslation("account.actions"))
                .setWidth("16rem")
                .setFlexGrow(0);
        Narrow.cardBelow(grid, grid.addComponentColumn(this::card).setFlexGrow(1));
    }

    private String roles(Account account) {
        return Arrays.stream(Role.values())
                .filter(account.roles()::contains)
                .map(role -> getTranslation("role." + role))
                .collect(Collectors.joining(getTranslation("list.separator")));
    }

    private Component state(Row row) {
        Div state = new Div(
                row.account().enabled()
                        ? new StatusBadge(Tone.SUCCESS, getTranslation("account.enabled"))
                        : new StatusBadge(Tone.NEUTRAL, getTranslation("account.disabled")));
        state.addClassName("account-state");
        if (row.away() != null) {
            Span away = new Span(getTranslation(
                    "account.substitution.next",
                    row.away().from().toString(),
                    row.away().substituteName()));
            away.addClassName("account-away");
            state.add(away);
        }
        return state;
    }

    /** One's own password is changed in the user menu, and one's own account can't be disabled. */
    private Component actions(Account account) {
        Div actions = new Div();
        actions.addClassName("row-actions");
        if (!account.id().equals(own)) {
            actions.add(action("account.setPassword", account, () -> new PasswordDialog(accounts, account).open()));
            actions.add(action(
                    account.enabled() ? "account.disable" : "account.enable", account, () -> askToSwitch(account)));
            if (!account.roles().contains(Role.SYSADMIN)) {
                if (account.enabled()) {
                    actions.add(action("account.substitution", account, () -> standIn(account)));
                }
                actions.add(action(
                        "account.handWork", account, () -> handOver(account).open()));
            }
        }
        return actions;
    }

    private void standIn(Account account) {
        Dialog dialog = standins.substitution(account);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                readAgain();
            }
        });
        dialog.open();
    }

    private WorkHandOverDialog handOver(Account account) {
        return standins.handOver(accounts, account, this::readAgain);
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
            try {
                accounts.setEnabled(account.id(), !account.enabled());
                Notices.done(action + ".done", account.displayName());
            } catch (Refusal refusal) {
                refused(account, refusal);
            }
            readAgain();
        };
        ConfirmDialog confirmation = account.enabled()
                ? Questions.warn(title, getTranslation(action), confirmed)
                : Questions.ask(title, getTranslation(action), confirmed);
        String explanation = getTranslation(action + ".explanation");
        confirmation.setText(standins.lackWithout(account)
                .map(lack -> getTranslation("account.lack." + lack) + " " + explanation)
                .orElse(explanation));
        confirmation.open();
    }

    /** Where the work is in the way, it can be handed over at once. */
    private void refused(Account account, Refusal refusal) {
        if (WORK_LEFT.contains(refusal.messageKey())) {
            handOver(account).because(refusal).open();
        } else {
            Notices.refused(refusal);
        }
    }

    private Component card(Row row) {
        Span name = new Span(row.account().displayName());
        name.addClassName("entry-title");
        Div top = new Div(name, state(row));
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
