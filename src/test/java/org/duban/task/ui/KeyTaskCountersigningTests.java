package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import org.duban.inbox.ItemKind;
import org.duban.task.Completion;
import org.duban.task.Countersignature;
import org.duban.task.KeyTask;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page offers to those who countersign, wait, check, withdraw and reopen. */
class KeyTaskCountersigningTests extends KeyTaskPageTest {

    @BeforeEach
    void applyAndAsk() {
        ledger.sign(task, second);
        applyForCompletion();
    }

    @Test
    void letsTheOtherDepartmentAgree() {
        openAs(second.staff());
        assertThat(page()).contains("全部完成", text("countersignature.OPEN"));
        click("completion.action.agree");
        fill("我方配合任务已完成");
        confirm("completion.action.agree");
        assertThat(details().task().state()).isEqualTo(KeyTask.State.COMPLETION_APPLIED);
        assertThat(page()).contains("我方配合任务已完成", text("countersignature.AGREED"));
        assertThat(buttons()).doesNotContain(text("completion.action.agree"));
    }

    @Test
    void showsTheOtherDepartmentWhatWaitsInItsInbox() {
        signIn(second.staff());
        assertThat(textOf(open(Routes.INBOX))).contains(text("inbox.kind." + ItemKind.COUNTERSIGN));
    }

    @Test
    void letsTheOtherDepartmentReturnItAndKeepsWhatWasTypedWhenItComesTooLate() {
        openAs(second.staff());
        click("completion.action.return");
        fill("配合部分尚未完成");
        fixture.countersign(task);
        confirm("completion.action.return");
        assertThat(find(ReasonDialog.class).single().isOpened()).isTrue();
        assertThat(details().task().state()).isEqualTo(KeyTask.State.COMPLETION_APPLIED);
    }

    @Test
    void returnsTheApplication() {
        openAs(second.head());
        click("completion.action.return");
        fill("配合部分尚未完成");
        confirm("completion.action.return");
        assertThat(details().task().state()).isEqualTo(KeyTask.State.RUNNING);
        assertThat(page()).contains(text("completionState.RETURNED"), "配合部分尚未完成");
    }

    @Test
    void letsTheApplicantTakeItBack() {
        openAs(first.staff());
        assertThat(page()).contains(second.name());
        click("completion.action.takeBack");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(details().completions().getLast().state()).isEqualTo(Completion.State.TAKEN_BACK);
        assertThat(buttons()).contains(text("task.action.apply"));
    }

    @Test
    void letsTheSupervisorWaitNoLongerOnceTheTimeIsOver() {
        openAs(supervisor);
        assertThat(buttons()).doesNotContain(text("completion.action.waive"), text("task.action.close"));
        fixture.travelTo(Instant.parse("2026-03-10T02:00:00Z"));
        openAs(supervisor);
        click("completion.action.waive");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(details().completions().getLast().countersignatures())
                .extracting(Countersignature::state)
                .containsExactly(Countersignature.State.WAIVED);
        assertThat(buttons()).contains(text("task.action.close"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void letsTheSupervisorHaveItCheckedOnSite() {
        fixture.countersign(task);
        openAs(supervisor);
        click("siteCheck.action.order");
        fill("核实验收情况");
        assertThat(dialogButton("siteCheck.action.order").isEnabled()).isFalse();
        test(find(DatePicker.class).single()).setValue(LocalDate.of(2026, 3, 20));
        find(TextField.class, find(ReasonDialog.class).single()).all().forEach(field -> test(field)
                .setValue("督查一组"));
        confirm("siteCheck.action.order");
        assertThat(details().task().state()).isEqualTo(KeyTask.State.ON_SITE_CHECK);
        assertThat(page()).contains("2026-03-20", "督查一组", text("siteCheck.ORDERED"));

        click("siteCheck.action.record");
        find(RadioButtonGroup.class, find(ReasonDialog.class).single()).single().setValue(true);
        fill("与申请一致");
        confirm("siteCheck.action.record");
        assertThat(page()).contains("与申请一致", text("siteCheck.CONFIRMED"));
        assertThat(buttons()).contains(text("task.action.close"));
    }

    @Test
    void letsTheSupervisorWithdrawAndReopen() {
        openAs(supervisor);
        offer("withdrawal.action");
        fill("任务调整");
        confirm("withdrawal.action");
        assertThat(details().task().state()).isEqualTo(KeyTask.State.WITHDRAWN);
        assertThat(page()).contains(text("taskState.WITHDRAWN"), "任务调整", text("task.withdrawnAt"));

        offer("reopening.action");
        fill("仍需推进");
        test(find(DatePicker.class).single()).setValue(LocalDate.of(2026, 11, 30));
        confirm("reopening.action");
        assertThat(details().task().state()).isEqualTo(KeyTask.State.RUNNING);
        assertThat(details().task().dueOn()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(page()).contains(text("closing.section"), "仍需推进");
    }

    @Test
    void offersNeitherToADepartment() {
        openAs(first.staff());
        assertThat(offers()).doesNotContain(text("withdrawal.action"), text("reopening.action"));
        assertThat(find(Button.class).withText(text("withdrawal.action")).all()).isEmpty();
    }

    private void offer(String key) {
        MenuItem item = find(MenuBar.class, find(KeyTaskView.class).single())
                .single()
                .getItems()
                .getFirst()
                .getSubMenu()
                .getItems()
                .stream()
                .filter(each -> each.getText().equals(text(key)))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }
}
