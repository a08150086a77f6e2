package org.duban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.util.List;
import org.duban.account.Account;
import org.duban.account.Substitutions;
import org.duban.base.WorkingCalendar;
import org.duban.support.Fixture;
import org.duban.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SubstitutionDialogTests extends ViewTest {

    @Autowired
    Substitutions substitutions;

    @Autowired
    WorkingCalendar calendar;

    private Fixture.Office office;

    @BeforeEach
    void meet() {
        office = fixture.office();
    }

    @Test
    void isOfferedToAllButAdministrators() {
        signIn(office.staff());
        open("");
        assertThat(menu()).contains("外出代办");
        signIn(fixture.admin());
        open("accounts");
        assertThat(menu()).doesNotContain("外出代办");
    }

    @Test
    void namesASubstituteAndTakesTheAuthorityBack() {
        openFor(office.head());
        assertThat(textOf(dialog())).contains(text("substitution.none"), text("substitution.noDuties"));
        fill(office.staff());
        test(button("设定代办")).click();

        assertThat(notices()).contains(text("substitution.named", office.staff().displayName()));
        assertThat(textOf(dialog()))
                .contains(
                        text("substitution.by", office.staff().displayName()),
                        text("substitution.open", calendar.today().toString()),
                        "代办中");
        assertThat(find(PeerPicker.class).single().isEmpty()).isTrue();
        test(button("收回")).click();
        assertThat(textOf(dialog())).contains(text("substitution.none"), text("substitution.history"));
    }

    @Test
    void staysWithTheReasonAtTheFieldAndWhatWasTyped() {
        openFor(office.head());
        test(button("设定代办")).click();
        assertThat(find(PeerPicker.class).single().getErrorMessage()).isEqualTo("请选择代办人。");
        fill(office.staff());
        day("结束日期").setValue(calendar.today().minusDays(1));
        test(button("设定代办")).click();

        assertThat(find(PeerPicker.class).single().isInvalid()).isFalse();
        assertThat(day("结束日期").getErrorMessage()).isEqualTo("结束日期不能早于开始日期。");
        assertThat(find(PeerPicker.class).single().getValue().id())
                .isEqualTo(office.staff().id());
        assertThat(day("开始日期").getValue()).isEqualTo(calendar.today());
    }

    @Test
    void isAnnouncedInTheFrameAsLongAsItLasts() {
        signIn(office.staff());
        open("");
        assertThat(find(ActingFor.class).all()).isEmpty();
        fixture.as(
                office.head(),
                () -> substitutions.name(office.head().id(), office.staff().id(), calendar.today(), null));
        letChangesArrive();
        ActingFor acting = find(ActingFor.class).single();
        assertThat(acting.getText()).isEqualTo("正在代" + office.head().displayName() + "办理");

        test(acting).click();
        test(button("退回")).click();
        letChangesArrive();
        assertThat(acting.isVisible()).isFalse();
        assertThat(fixture.as(
                        office.head(),
                        () -> substitutions.absences(office.head().id())))
                .isEmpty();
    }

    private void openFor(Account account) {
        signIn(account);
        open("");
        new SubstitutionDialog(substitutions, calendar, account.id()).open();
    }

    private void fill(Account substitute) {
        find(PeerPicker.class).single().setValue(substitute);
        day("开始日期").setValue(calendar.today());
    }

    private SubstitutionDialog dialog() {
        return find(SubstitutionDialog.class).single();
    }

    private DatePicker day(String label) {
        return find(DatePicker.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return find(Button.class, dialog()).withText(text).single();
    }

    private List<String> menu() {
        return find(UserMenu.class).single().getItems().getFirst().getSubMenu().getItems().stream()
                .map(MenuItem::getText)
                .toList();
    }
}
