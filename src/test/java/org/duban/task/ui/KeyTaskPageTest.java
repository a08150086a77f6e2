package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Ledger.cooperating;
import static org.duban.support.Ledger.lead;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.support.Fixture;
import org.duban.support.Ledger;
import org.duban.support.ViewTest;
import org.duban.task.Acknowledgements;
import org.duban.task.Completions;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskDetails;
import org.duban.task.KeyTaskId;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of a key task that one department leads and another helps with. */
abstract class KeyTaskPageTest extends ViewTest {

    @Autowired
    Ledger ledger;

    @Autowired
    Acknowledgements acknowledgements;

    @Autowired
    Completions completions;

    @Autowired
    MovableClock clock;

    Account supervisor;
    Fixture.Office first;
    Fixture.Office second;
    KeyTaskId task;

    @BeforeEach
    void launch() {
        supervisor = fixture.supervisor();
        first = fixture.office();
        second = fixture.office();
        task = ledger.launch(supervisor, lead(first), cooperating(second));
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    void applyForCompletion() {
        ledger.sign(task, first);
        DutyId duty = duty(first).id();
        fixture.as(first.staff(), () -> completions.apply(duty, "全部完成"));
    }

    void openAs(Account account) {
        signIn(account);
        open(Routes.task(task.value()));
        assertThat(find(H2.class).single().getText()).contains("试验任务");
    }

    String page() {
        return textOf(find(KeyTaskView.class).single());
    }

    List<String> buttons() {
        return find(Button.class, find(KeyTaskView.class).single()).all().stream()
                .map(Button::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** What the menu offers. */
    List<String> offers() {
        return find(MenuBar.class, find(KeyTaskView.class).single()).all().stream()
                .flatMap(bar -> bar.getItems().getFirst().getSubMenu().getItems().stream())
                .map(MenuItem::getText)
                .toList();
    }

    void click(String key) {
        test(find(Button.class, find(KeyTaskView.class).single())
                        .withText(text(key))
                        .single())
                .click();
    }

    void fill(String words) {
        test(find(TextArea.class).single()).setValue(words);
    }

    void confirm(String key) {
        test(dialogButton(key)).click();
    }

    Button dialogButton(String key) {
        return find(Button.class, find(ReasonDialog.class).single())
                .withText(text(key))
                .single();
    }

    KeyTaskDetails details() {
        return ledger.details(supervisor, task);
    }

    Duty duty(Fixture.Office office) {
        return details().duties().stream()
                .filter(duty -> duty.departmentId().equals(office.id()))
                .findFirst()
                .orElseThrow();
    }
}
