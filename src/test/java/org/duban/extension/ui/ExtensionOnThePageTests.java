package org.duban.extension.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Ledger.cooperating;
import static org.duban.support.Ledger.lead;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.inbox.ItemKind;
import org.duban.support.Fixture;
import org.duban.support.Ledger;
import org.duban.support.ViewTest;
import org.duban.task.KeyTaskId;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 延期 on the key task's page, from the request to the decision. */
class ExtensionOnThePageTests extends ViewTest {

    private static final LocalDate LATER = LocalDate.of(2026, 9, 30);

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    private Account supervisor;
    private Fixture.Office first;
    private Fixture.Office second;
    private KeyTaskId task;

    @BeforeEach
    void launch() {
        supervisor = fixture.supervisor();
        first = fixture.office();
        second = fixture.office();
        task = ledger.launch(supervisor, lead(first), cooperating(second));
        ledger.sign(task, first);
        ledger.sign(task, second);
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void goesFromTheStaffToTheHeadToTheSupervisor() {
        openAs(first.staff());
        ask();
        assertThat(page()).contains(text("extensionState.SIGNING"), "汛期停工", "主体已完工四成");
        assertThat(buttons()).contains(text("extension.action.takeBack"));

        openAs(first.head());
        click("extension.action.sign");
        openAs(supervisor);
        click("extension.action.approve");
        assertThat(find(DatePicker.class, dialog()).single().getValue()).isEqualTo(LATER);
        confirm("extension.action.approve");

        assertThat(ledger.details(supervisor, task).task().dueOn()).isEqualTo(LATER);
        assertThat(page()).contains(text("extensionState.APPROVED"), "2026-06-30 → 2026-09-30");
        assertThat(buttons()).doesNotContain(text("extension.action.approve"));
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() {
        openAs(first.staff());
        ask();
        openAs(second.head());
        assertThat(offers()).as("cooperating departments").doesNotContain(text("extension.action.ask"));
        assertThat(page()).doesNotContain("汛期停工");
        openAs(first.head());
        assertThat(offers()).as("while one waits").doesNotContain(text("extension.action.ask"));
        click("extension.action.reject");
        clock.travelTo(Instant.parse("2026-07-02T02:00:00Z"));
        test(find(TextArea.class, dialog()).single()).setValue("应按期完成");
        confirm("extension.action.reject");

        assertThat(textOf(find(Span.class, dialog())
                        .withClassName("dialog-refusal")
                        .single()))
                .isEqualTo(text("refusal.extension.lapsed"));
        assertThat(find(TextArea.class, dialog()).single().getValue()).isEqualTo("应按期完成");
    }

    @Test
    void asksForAllThatItTakes() {
        openAs(first.head());
        offer("extension.action.ask");
        Button ask = button("extension.action.ask");
        assertThat(ask.isEnabled()).isFalse();
        fill();
        find(DatePicker.class, dialog()).single().setValue(LocalDate.of(2026, 6, 30));
        assertThat(ask.isEnabled()).as("not after the present due date").isFalse();
        find(DatePicker.class, dialog()).single().setValue(LATER);
        test(ask).click();

        assertThat(page()).contains(text("extensionState.DECIDING"));
        openAs(supervisor);
        click("extension.action.refuse");
        test(find(TextArea.class, dialog()).single()).setValue("理由不充分");
        confirm("extension.action.refuse");
        assertThat(page()).contains(text("extensionState.REFUSED"), "理由不充分");
        openAs(second.staff());
        assertThat(page()).contains("汛期停工").doesNotContain("理由不充分");
    }

    @Test
    void isNotOfferedOnceTheDueDateHasPassed() {
        openAs(first.head());
        assertThat(offers()).contains(text("extension.action.ask"));
        clock.travelTo(Instant.parse("2026-07-01T02:00:00Z"));
        openAs(first.head());
        assertThat(offers()).doesNotContain(text("extension.action.ask"));
    }

    @Test
    void waitsInTheInboxOfTheHeadAlone() {
        openAs(first.staff());
        ask();
        signIn(first.staff());
        open(Routes.INBOX);
        assertThat(chips()).doesNotContain(text("inbox.kind." + ItemKind.SIGN_EXTENSION));
        signIn(first.head());
        open(Routes.INBOX);
        assertThat(chips()).contains(text("inbox.kind." + ItemKind.SIGN_EXTENSION));
    }

    private List<String> chips() {
        return find(Button.class).withClassName("filter-chip").all().stream()
                .map(Button::getText)
                .toList();
    }

    private void ask() {
        offer("extension.action.ask");
        fill();
        confirm("extension.action.ask");
    }

    private void fill() {
        find(DatePicker.class, dialog()).single().setValue(LATER);
        find(IntegerField.class, dialog()).single().setValue(40);
        List<TextArea> areas = find(TextArea.class, dialog()).all();
        for (TextArea area : areas) {
            test(area).setValue(area.getLabel().equals(text("extension.soFar")) ? "主体已完工四成" : "汛期停工");
        }
    }

    private void openAs(Account account) {
        signIn(account);
        open(Routes.task(task.value()));
        assertThat(find(H2.class).single().getText()).contains("试验任务");
    }

    private String page() {
        return textOf((Component) getCurrentView());
    }

    private List<String> buttons() {
        return find(Button.class).all().stream().map(Button::getText).toList();
    }

    private List<String> offers() {
        return menu().stream().map(MenuItem::getText).toList();
    }

    private List<MenuItem> menu() {
        return find(MenuBar.class).withClassName("task-more").all().stream()
                .flatMap(bar -> bar.getItems().getFirst().getSubMenu().getItems().stream())
                .toList();
    }

    private void offer(String key) {
        MenuItem item = menu().stream()
                .filter(each -> each.getText().equals(text(key)))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    private void click(String key) {
        test(find(Button.class).withText(text(key)).single()).click();
    }

    private void confirm(String key) {
        test(button(key)).click();
    }

    private Button button(String key) {
        return find(Button.class, dialog()).withText(text(key)).single();
    }

    private ReasonDialog dialog() {
        return find(ReasonDialog.class).single();
    }
}
