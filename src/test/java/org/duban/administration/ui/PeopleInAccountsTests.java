package org.duban.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.HandOvers;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.Supervision;
import org.duban.support.Fixture;
import org.duban.support.ViewTest;
import org.duban.ui.PeerPicker;
import org.duban.ui.SubstitutionDialog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is away and who leaves, as the system administrator sees to it. */
class PeopleInAccountsTests extends ViewTest {

    @Autowired
    Accounts accounts;

    @Autowired
    HandOvers handOvers;

    @Autowired
    Supervision supervision;

    @Autowired
    WorkingCalendar calendar;

    private Account admin;
    private Account leaving;
    private Account successor;
    private DirectiveId directive;

    @BeforeEach
    void enter() {
        admin = fixture.admin();
        leaving = fixture.supervisor();
        successor = fixture.supervisor();
        directive = fixture.directive(leaving, 1, new Fixture.Assigned(fixture.office(), DutyRole.LEAD));
        fixture.launch(
                leaving, directive, ReportingFrequency.NONE, calendar.today().plusYears(1));
        signIn(admin);
        navigate(AccountsView.class);
    }

    @Test
    void namesASubstituteForSomebodyAndShowsItInTheList() {
        search(leaving.username());
        test(actionFor("代办", leaving)).click();
        SubstitutionDialog dialog = find(SubstitutionDialog.class).single();
        find(PeerPicker.class, dialog).single().setValue(successor);
        find(DatePicker.class, dialog).all().getFirst().setValue(calendar.today());
        test(find(Button.class, dialog).withText("设定代办").single()).click();
        test(find(Button.class, dialog).withText("关闭").single()).click();

        assertThat(textOf(test(accountGrid()).getCellComponent(0, 4)))
                .contains(text("account.substitution.next", calendar.today().toString(), successor.displayName()));
        search(admin.username());
        assertThat(find(Button.class, test(accountGrid()).getCellComponent(0, 5))
                        .all())
                .as("nobody stands in for administrators")
                .isEmpty();
    }

    @Test
    void offersTheHandOverWhereWorkIsLeftAndThenClosesTheAccount() {
        search(leaving.username());
        test(actionFor("停用", leaving)).click();
        test(find(ConfirmDialog.class).single()).confirm();
        WorkHandOverDialog dialog = find(WorkHandOverDialog.class).single();
        assertThat(textOf(dialog)).contains("仅有的在用督查员账号", "督办的文件（1 项）", "仅此一人");
        assertThat(enabled(leaving)).isTrue();

        confirm(dialog);
        assertThat(find(PeerPicker.class, dialog).single().getErrorMessage()).isEqualTo("请选择接收人。");
        find(PeerPicker.class, dialog).single().setValue(successor);
        confirm(dialog);
        assertThat(find(TextArea.class, dialog).single().isInvalid()).isTrue();
        assertThat(find(PeerPicker.class, dialog).single().getValue()).isEqualTo(successor);
        assertThat(fixture.as(admin, () -> handOvers.of(leaving.id()))).isEmpty();

        test(find(TextArea.class, dialog).single()).setValue("退休");
        confirm(dialog);
        assertThat(dialog.isOpened()).isFalse();
        assertThat(notices())
                .contains(text("handOver.doneAndClosed", leaving.displayName(), 1, successor.displayName()));
        assertThat(enabled(leaving)).isFalse();
        assertThat(fixture.as(admin, () -> supervision.of(directive)))
                .singleElement()
                .satisfies(each -> assertThat(each.id()).isEqualTo(successor.id()));
    }

    @Test
    void keepsTheAccountOpenWhereThatIsWanted() {
        search(leaving.username());
        test(actionFor("交接", leaving)).click();
        WorkHandOverDialog dialog = find(WorkHandOverDialog.class).single();
        find(PeerPicker.class, dialog).single().setValue(successor);
        test(find(TextArea.class, dialog).single()).setValue("工作调整");
        find(Checkbox.class, dialog).single().setValue(false);
        confirm(dialog);
        assertThat(enabled(leaving)).isTrue();

        test(actionFor("交接", leaving)).click();
        assertThat(textOf(find(WorkHandOverDialog.class).single()))
                .contains(text("handOver.nothing"), text("handOver.history"));
    }

    @Test
    void saysWhatToDoWhereNobodyCanTakeOver() {
        Fixture.Office office = fixture.office();
        fixture.as(admin, () -> accounts.setEnabled(office.staff().id(), false));
        search(office.head().username());
        test(actionFor("交接", office.head())).click();
        WorkHandOverDialog dialog = find(WorkHandOverDialog.class).single();
        assertThat(find(PeerPicker.class, dialog).single().getHelperText()).isEqualTo(text("handOver.nobody"));
        assertThat(textOf(dialog)).contains(text("account.lack.EVERYBODY")).doesNotContain(text("handOver.department"));
    }

    @Test
    void warnsBeforeTheOnlyHeadGoes() {
        Fixture.Office office = fixture.office();
        search(office.head().username());
        test(actionFor("交接", office.head())).click();
        WorkHandOverDialog dialog = find(WorkHandOverDialog.class).single();
        assertThat(textOf(dialog)).contains(text("account.lack.HEAD"), text("handOver.department"));
        Checkbox closing = find(Checkbox.class, dialog).single();
        assertThat(closing.isVisible()).isTrue();
        assertThat(closing.getValue())
                .as("closing it is decided, not left ticked")
                .isFalse();
        dialog.close();

        test(actionFor("停用", office.head())).click();
        assertThat(find(ConfirmDialog.class).single().getElement().getProperty("message"))
                .contains(text("account.lack.HEAD"), text("account.disable.explanation"));
    }

    @Test
    void closesAfterTheHandOverWhereOthersStay() {
        Fixture.Office office = fixture.office();
        search(office.staff().username());
        test(actionFor("交接", office.staff())).click();
        WorkHandOverDialog dialog = find(WorkHandOverDialog.class).single();

        assertThat(find(Checkbox.class, dialog).single().getValue()).isTrue();
        assertThat(textOf(dialog)).doesNotContain(text("account.lack.HEAD"), text("account.lack.EVERYBODY"));
    }

    private void confirm(WorkHandOverDialog dialog) {
        test(find(Button.class, dialog).withText("办理交接").single()).click();
    }

    private boolean enabled(Account account) {
        return accounts.loadUserByUsername(account.username()).isEnabled();
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

    @SuppressWarnings("unchecked")
    private Grid<AccountsPanel.Row> accountGrid() {
        return find(Grid.class, find(AccountsPanel.class).single()).single();
    }
}
