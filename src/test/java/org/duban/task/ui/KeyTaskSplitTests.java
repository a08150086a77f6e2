package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import org.duban.base.WorkingCalendar;
import org.duban.extension.Extensions;
import org.duban.extension.Request;
import org.duban.organisation.Department;
import org.duban.organisation.Department.Tier;
import org.duban.organisation.Departments;
import org.duban.support.Fixture;
import org.duban.support.Ledger;
import org.duban.task.Decompositions;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.SubTaskDraft;
import org.duban.task.Suspensions;
import org.duban.task.Withdrawals;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sub-tasks on the key-task page: handed out, listed, waited for or not, and where they belong. */
class KeyTaskSplitTests extends KeyTaskPageTest {

    @Autowired
    Departments departments;

    @Autowired
    Decompositions decompositions;

    @Autowired
    KeyTasks tasks;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Extensions extensions;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    private Fixture.Office below;

    @BeforeEach
    void sign() {
        below = fixture.office(Tier.PROVINCIAL, "试验省");
        ledger.sign(task, first);
    }

    @Test
    void keepTheApplicationFromBeingWrittenInVain() {
        openAs(first.staff());
        assertThat(buttons()).contains(text("task.action.apply"));
        split();

        openAs(first.staff());

        assertThat(buttons()).doesNotContain(text("task.action.apply"));
        assertThat(page()).contains(text("task.now.apply.notYet"), "尚未办结，不能办结本任务");
    }

    @Test
    void areHandedOutByTheHeadInADialogThatKeepsWhatWasTyped() {
        openAs(first.head());
        choose("split.action");
        fields(TextField.class).getFirst().setValue("落实试点");
        fields(TextArea.class).getFirst().setValue("选三个县先行");
        lead(0).setValue(departments.get(second.id()));
        button("split.confirm").click();

        assertThat(refusal()).isEqualTo(text("refusal.split.notSubordinate", second.name()));
        assertThat(fields(TextField.class).getFirst().getValue()).isEqualTo("落实试点");
        lead(0).setValue(departments.get(below.id()));
        helpers().setValue(Set.of(departments.get(first.id())));
        button("split.part.add").click();
        button("split.part.add").click();
        assertThat(buttons("split.part.remove")).hasSize(3);
        buttons("split.part.remove").get(1).click();
        fields(TextField.class).get(1).setValue("汇总");
        lead(1).setValue(departments.get(first.id()));
        fields(DatePicker.class).get(1).setValue(Ledger.DUE.plusDays(1));
        button("split.confirm").click();
        assertThat(refusal()).isEqualTo(text("refusal.split.due", 2, Ledger.DUE));
        fields(DatePicker.class).get(1).setValue(Ledger.DUE);
        button("split.confirm").click();

        assertThat(find(SplitDialog.class).all()).isEmpty();
        assertThat(page())
                .contains(text("split.section"), "落实试点", "汇总", below.name())
                .contains(text(
                        "timeline.SPLIT",
                        first.name(),
                        first.head().displayName(),
                        details().task().no() + "-1 – " + details().task().no() + "-2"));
        assertThat(subTasks()).hasSize(2);
    }

    @Test
    void sayBeforeTheyAreHandedOutWhatBecomesOfTheProgress() {
        openAs(first.head());
        choose("split.action");
        assertThat(textOf(find(SplitDialog.class).single())).doesNotContain(text("split.hint.percent", 30));
        find(SplitDialog.class).single().close();

        jdbc.sql("UPDATE duty SET percent = 30 WHERE key_task_id = :task AND department_id = :department")
                .param("task", task.value())
                .param("department", first.id().value())
                .update();
        openAs(first.head());
        choose("split.action");
        assertThat(textOf(find(SplitDialog.class).single())).contains(text("split.hint.percent", 30));
    }

    @Test
    void areNotHandedOutByStaffOrThoseWhoOnlyHelp() {
        openAs(first.staff());
        assertThat(offers()).doesNotContain(text("split.action"));
        ledger.sign(task, second);
        openAs(second.head());
        assertThat(offers()).doesNotContain(text("split.action"));
    }

    @Test
    void sayWhereTheyBelong() {
        KeyTaskId child = split();
        openAs(first.head(), child);
        assertThat(page()).contains(text("split.partOf"), "选三个县先行");
        assertThat(parentLinks()).containsExactly(Routes.task(task.value()));
        assertThat(offers()).isEmpty();

        openAs(below.staff(), child);
        assertThat(page())
                .contains(details().task().no() + " " + details().task().title());
        assertThat(parentLinks()).isEmpty();

        signIn(below.staff());
        open(Routes.TASKS);
        assertThat(textOf(find(LedgerView.class).single())).doesNotContain(text("refusal.notFound"));
    }

    @Test
    void areWaitedForUnlessTheSupervisorSaysOtherwise() {
        split();
        openAs(supervisor);
        choose("split.waive.action");
        fill("市级工作另行考核");
        confirm("split.waive.action");
        assertThat(page()).contains(text("split.waived"), "市级工作另行考核");
        assertThat(offers()).doesNotContain(text("split.waive.action"));

        openAs(first.head());
        assertThat(page()).contains(text("split.waived"));
        assertThat(buttons()).doesNotContain(text("split.revoke.action"));

        openAs(supervisor);
        click("split.revoke.action");
        assertThat(page()).doesNotContain(text("split.waived"));
        assertThat(offers()).contains(text("split.waive.action"));
    }

    @Test
    void areNotHandedOutOnceTheDueDateHasPassed() {
        openAs(first.head());
        assertThat(offers()).contains(text("split.action"));
        jdbc.sql("UPDATE key_task SET due_on = :day WHERE id = :id")
                .param("day", calendar.today().minusDays(1))
                .param("id", task.value())
                .update();

        openAs(first.head());

        assertThat(offers()).doesNotContain(text("split.action"));
    }

    @Test
    void areNotHandedOutOnTheLowestLevel() {
        KeyTaskId deepest = task;
        for (int level = 1; level < Decompositions.LEVELS; level++) {
            deepest = splitForItself(deepest);
        }
        KeyTaskId above = ledger.details(first.head(), deepest).parent().id();
        openAs(first.head(), above);
        assertThat(offers()).contains(text("split.action"));

        openAs(first.head(), deepest);

        assertThat(offers()).contains(text("extension.action.ask")).doesNotContain(text("split.action"));
    }

    private KeyTaskId splitForItself(KeyTaskId above) {
        DutyId duty = ledger.details(first.head(), above).actsForDuty().id();
        SubTaskDraft part = new SubTaskDraft("汇总", null, Ledger.DUE, first.id(), List.of());
        fixture.as(first.head(), () -> decompositions.split(duty, List.of(part)));
        KeyTaskId child = fixture.as(first.head(), () -> tasks.subTasks(above))
                .getLast()
                .task()
                .id();
        ledger.sign(child, first);
        return child;
    }

    @Test
    void areNotMergedAndStandStillWithTheOneAbove() {
        KeyTaskId child = split();
        openAs(supervisor, child);
        assertThat(offers()).contains(text("suspension.action")).doesNotContain(text("merge.action"));
        fixture.as(supervisor, () -> suspensions.suspend(task, calendar.today().plusDays(10), "等待上级明确政策"));

        openAs(supervisor, child);

        assertThat(page())
                .contains(
                        text("task.now.suspendedWith"),
                        text("task.now.suspendedWith.no", details().task().no()));
        assertThat(parentLinks()).hasSizeGreaterThan(1);
        assertThat(buttons()).doesNotContain(text("resumption.action"), text("laterReview.action"));
    }

    @Test
    void areReopenedOnlyBelowWhatRuns() {
        KeyTaskId child = split();
        fixture.as(supervisor, () -> withdrawals.withdraw(child, "任务调整"));
        openAs(supervisor, child);
        assertThat(offers()).containsExactly(text("reopening.action"));
        fixture.as(supervisor, () -> withdrawals.withdraw(task, "任务调整"));

        openAs(supervisor, child);

        assertThat(offers()).isEmpty();
    }

    @Test
    void areToldToBeWaitedForAgainWhenAnotherOneComes() {
        split();
        fixture.as(supervisor, () -> decompositions.waive(task, "市级工作另行考核"));
        splitForItself(task);

        openAs(first.head());

        assertThat(page()).contains(text("timeline.SUB_TASKS_AWAITED.anew")).doesNotContain(text("split.waived"));
    }

    @Test
    void sayWhereAnExtensionGoesBeyondTheOneAbove() {
        KeyTaskId child = splitForItself(task);
        openAs(first.head(), child);
        choose("extension.action.ask");
        DatePicker due =
                find(DatePicker.class, find(ReasonDialog.class).single()).single();
        assertThat(due.getHelperText()).isEqualTo(text("extension.present", Ledger.DUE));
        due.setValue(Ledger.DUE.plusDays(5));
        assertThat(due.getHelperText())
                .isEqualTo(text("extension.beyond", Ledger.DUE, details().task().no(), Ledger.DUE));

        DutyId duty = ledger.details(first.head(), child).actsForDuty().id();
        fixture.as(
                first.head(), () -> extensions.ask(duty, new Request(Ledger.DUE.plusDays(5), "汛期停工", 40, "主体已完工四成")));
        openAs(supervisor, child);
        click("extension.action.approve");
        assertThat(find(DatePicker.class, find(ReasonDialog.class).single())
                        .single()
                        .getHelperText())
                .contains(Ledger.DUE.toString(), details().task().no() + " ");
        confirm("extension.action.approve");
        assertThat(ledger.details(supervisor, child).task().dueOn())
                .as("a warning")
                .isEqualTo(Ledger.DUE.plusDays(5));
    }

    @Test
    void countForTheDutyThatWasSplit() {
        openAs(first.head());
        assertThat(page()).doesNotContain(text("split.share.none"));
        split();
        openAs(first.head());
        assertThat(page()).contains(text("split.share.none"));
    }

    private KeyTaskId split() {
        SubTaskDraft part = new SubTaskDraft("落实试点", "选三个县先行", Ledger.DUE, below.id(), List.of());
        fixture.as(first.head(), () -> decompositions.split(duty(first).id(), List.of(part)));
        return subTasks().getFirst();
    }

    private List<KeyTaskId> subTasks() {
        return fixture.as(supervisor, () -> tasks.subTasks(task)).stream()
                .map(row -> row.task().id())
                .toList();
    }

    private void openAs(org.duban.account.Account account, KeyTaskId id) {
        signIn(account);
        open(Routes.task(id.value()));
    }

    private List<String> parentLinks() {
        return find(Anchor.class, find(KeyTaskView.class).single()).all().stream()
                .map(Anchor::getHref)
                .filter(Routes.task(task.value())::equals)
                .toList();
    }

    private void choose(String key) {
        MenuItem item = find(MenuBar.class, find(KeyTaskView.class).single()).all().stream()
                .flatMap(bar -> bar.getItems().getFirst().getSubMenu().getItems().stream())
                .filter(each -> each.getText().equals(text(key)))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    private <C extends com.vaadin.flow.component.Component> List<C> fields(Class<C> type) {
        return find(type, find(SplitDialog.class).single()).all();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Department> lead(int part) {
        return fields(ComboBox.class).get(part);
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<Department> helpers() {
        return fields(MultiSelectComboBox.class).getFirst();
    }

    private List<Button> buttons(String key) {
        return fields(Button.class).stream()
                .filter(button -> button.getText().equals(text(key)))
                .toList();
    }

    private Button button(String key) {
        return buttons(key).getFirst();
    }

    private String refusal() {
        return fields(Span.class).stream()
                .filter(span -> span.hasClassName("dialog-refusal") && span.isVisible())
                .map(Span::getText)
                .findFirst()
                .orElseThrow();
    }
}
