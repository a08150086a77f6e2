package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Ledger.lead;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.time.LocalDate;
import java.util.List;
import org.duban.base.WorkingCalendar;
import org.duban.task.Completions;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Suspensions;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The supervisor has a key task stand still, go on, or go into another one. */
class KeyTaskSuspensionTests extends KeyTaskPageTest {

    @Autowired
    Suspensions suspensions;

    @Autowired
    Completions completions;

    @Autowired
    WorkingCalendar calendar;

    @Test
    void isSuspendedReviewedLaterAndResumed() {
        LocalDate reviewOn = calendar.today().plusDays(10);
        openAs(supervisor);
        choose("suspension.action");
        fill("等待上级明确政策");
        assertThat(dialogButton("suspension.action").isEnabled()).isFalse();
        day().setValue(reviewOn);
        confirm("suspension.action");

        assertThat(details().task().suspended()).isTrue();
        assertThat(page())
                .contains("等待上级明确政策", reviewOn.toString(), text("taskState.SUSPENDED"), text("task.due.suspended"));
        assertThat(offers()).containsExactly(text("withdrawal.action"));

        click("laterReview.action");
        day().setValue(reviewOn.plusDays(5));
        fill("政策仍未明确");
        confirm("laterReview.action");
        assertThat(page()).contains(reviewOn.plusDays(5).toString());

        click("resumption.action");
        assertThat(textOf(find(ReasonDialog.class).single()))
                .contains(details().task().dueOn().toString());
        fill("政策已明确");
        confirm("resumption.action");
        assertThat(details().task().suspended()).isFalse();
        assertThat(page()).contains(text("suspension.section"), "政策已明确");
        assertThat(offers()).contains(text("suspension.action"), text("merge.action"));
    }

    @Test
    void keepsWhatWasTypedWhenRefused() {
        openAs(supervisor);
        choose("suspension.action");
        fill("等待上级明确政策");
        day().setValue(calendar.today().plusYears(60));
        confirm("suspension.action");

        assertThat(day().getErrorMessage()).isNotBlank();
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("等待上级明确政策");
        assertThat(details().task().suspended()).isFalse();
    }

    @Test
    void showsDepartmentsWhyNothingCanBeDone() {
        suspend();
        openAs(first.staff());

        assertThat(page()).contains("等待上级明确政策", supervisor.displayName());
        assertThat(buttons()).doesNotContain(text("task.action.acknowledge"), text("resumption.action"));
        openAs(fixture.leader());
        assertThat(page()).contains("等待上级明确政策");
    }

    private void suspend() {
        fixture.as(supervisor, () -> suspensions.suspend(task, calendar.today().plusDays(10), "等待上级明确政策"));
    }

    @Test
    void isMergedIntoAnotherOneThatIsFoundByItsWords() {
        KeyTaskId survivor = ledger.launch(supervisor, lead(second));
        KeyTask surviving = ledger.details(supervisor, survivor).task();
        KeyTaskId verified = ledger.launch(supervisor, lead(second));
        ledger.sign(verified, second);
        DutyId applying = ledger.details(second.staff(), verified).actsForDuty().id();
        fixture.as(second.head(), () -> completions.apply(applying, "已全部完成"));
        openAs(supervisor);
        choose("merge.action");
        ComboBox<MergeDialog.Choice> into = into();
        List<MergeDialog.Choice> found = found(into, surviving.title());
        assertThat(found).extracting(MergeDialog.Choice::id).containsExactly(survivor);
        assertThat(found(into, ""))
                .extracting(MergeDialog.Choice::id)
                .contains(survivor)
                .doesNotContain(task, verified)
                .doesNotHaveDuplicates();
        into.setValue(found.getFirst());
        assertThat(find(Checkbox.class, find(ReasonDialog.class).single()).all())
                .as("due on the same day")
                .isEmpty();
        fill("与该任务重复");
        confirm("merge.action.confirm");

        assertThat(details().task().state()).isEqualTo(KeyTask.State.WITHDRAWN);
        assertThat(page()).contains(text("merge.notice"));
        assertThat(find(Anchor.class, find(KeyTaskView.class).single()).all())
                .extracting(Anchor::getHref)
                .contains(Routes.task(survivor.value()));
    }

    @Test
    void staysAsTypedWhereItCannotBeMerged() {
        KeyTaskId survivor = ledger.launch(supervisor, lead(second));
        openAs(supervisor);
        choose("merge.action");
        KeyTask surviving = ledger.details(supervisor, survivor).task();
        into().setValue(new MergeDialog.Choice(survivor, surviving.no(), surviving.title(), "文件", null));
        fill("与该任务重复");
        fixture.as(
                supervisor, () -> suspensions.suspend(survivor, calendar.today().plusDays(10), "等待政策"));
        confirm("merge.action.confirm");

        assertThat(find(TextArea.class).single().getValue()).isEqualTo("与该任务重复");
        assertThat(textOf(find(ReasonDialog.class).single())).contains(supervisor.displayName());
        assertThat(details().task().open()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static List<MergeDialog.Choice> found(ComboBox<MergeDialog.Choice> into, String typed) {
        DataProvider<MergeDialog.Choice, Object> found =
                (DataProvider<MergeDialog.Choice, Object>) into.getDataProvider();
        return found.fetch(new Query<>(0, 50, List.of(), null, typed)).toList();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<MergeDialog.Choice> into() {
        return find(ComboBox.class, find(ReasonDialog.class).single()).single();
    }

    private DatePicker day() {
        return find(DatePicker.class, find(ReasonDialog.class).single()).single();
    }

    private void choose(String key) {
        MenuItem item = find(MenuBar.class, find(KeyTaskView.class).single()).all().stream()
                .flatMap(bar -> bar.getItems().getFirst().getSubMenu().getItems().stream())
                .filter(each -> each.getText().equals(text(key)))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }
}
