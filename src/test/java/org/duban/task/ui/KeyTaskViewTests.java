package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Ledger.joint;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.List;
import org.duban.account.Account;
import org.duban.base.WorkingCalendar;
import org.duban.organisation.Department;
import org.duban.organisation.Departments;
import org.duban.support.Fixture;
import org.duban.task.Duty;
import org.duban.task.KeyTaskId;
import org.duban.ui.Formats;
import org.duban.ui.HowCounted;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KeyTaskViewTests extends KeyTaskPageTest {

    @Autowired
    Departments departments;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Formats formats;

    @Test
    void isTheSameNotFoundPageForAForeignAndAnUnknownKeyTask() {
        Account stranger = fixture.office().staff();
        signIn(stranger);
        String foreign = textOf(open(Routes.task(task.value())));
        String unknown = textOf(open(Routes.task(1)));
        String malformed = textOf(open("tasks/nonsense"));
        assertThat(foreign)
                .contains(text("error.notFound.title"))
                .isEqualTo(unknown)
                .isEqualTo(malformed)
                .doesNotContain("试验任务");
    }

    @Test
    void explainsTheLight() {
        openAs(first.staff());
        assertThat(page()).contains(text("light.rule.NOT_STARTED", text("light.GREY")));
    }

    @Test
    void saysHowTheDaysForSigningWereCounted() {
        openAs(supervisor);
        List<HowCounted> each = find(HowCounted.class).all();
        assertThat(each).as("one per department that has not signed").hasSize(2);

        test(each.getFirst()).click();
        assertThat(textOf(find(Popover.class).single())).isEqualTo("自3月2日次日起 2 个工作日");

        ledger.sign(task, first);
        ledger.sign(task, second);
        openAs(supervisor);
        assertThat(find(HowCounted.class).all()).isEmpty();
    }

    @Test
    void letsStaffSignWithOneClick() {
        openAs(first.staff());
        assertThat(buttons()).contains(text("task.action.acknowledge")).doesNotContain(text("task.action.dispute"));
        click("task.action.acknowledge");
        assertThat(duty(first).state()).isEqualTo(Duty.State.ACKNOWLEDGED);
        assertThat(buttons()).doesNotContain(text("task.action.acknowledge")).contains(text("task.action.apply"));
        assertThat(page()).contains(text("dutyState.ACKNOWLEDGED"));
    }

    @Test
    void showsTheFirstDeadlineOfWhoSignedAfterADecision() {
        Duty duty = duty(first);
        fixture.travel(Duration.ofDays(7));
        fixture.as(supervisor, () -> acknowledgements.takeUp(duty.id(), "久未签收"));
        fixture.as(supervisor, () -> acknowledgements.confirm(duty.id(), "职责明确"));
        String deadline = formats.day(calendar.dayOf(duty.acknowledgeBy()));
        openAs(first.staff());
        assertThat(page()).contains("首次期限 " + deadline);

        click("task.action.acknowledge");

        assertThat(page()).contains("裁定后重新签收，首次期限 " + deadline).doesNotContain("逾期签收");
    }

    @Test
    void saysThatSomebodyElseWasFaster() {
        openAs(first.staff());
        Button sign =
                find(Button.class).withText(text("task.action.acknowledge")).single();
        fixture.as(first.head(), () -> acknowledgements.acknowledge(duty(first).id()));
        // the page may have been told already and have taken the button away
        sign.click();
        assertThat(notices().toString()).contains(first.head().displayName() + "于 2026-03-02 10:00 办理");
        assertThat(buttons()).doesNotContain(text("task.action.acknowledge"));
    }

    @Test
    void keepsWhatWasTypedWhenTheActionIsRefused() {
        ledger.sign(task, first);
        openAs(first.staff());
        click("task.action.apply");
        fixture.as(first.head(), () -> completions.apply(duty(first).id(), "先一步"));
        fill("已全部完成");
        confirm("task.action.apply");
        assertThat(find(ReasonDialog.class).single().isOpened()).isTrue();
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("已全部完成");
        assertThat(textOf(find(ReasonDialog.class).single())).contains("该事项已由" + first.name());
    }

    @Test
    void offersTheSupervisorNothingWhileNothingWaits() {
        openAs(supervisor);
        assertThat(page()).contains(text("task.now.nothing"));
    }

    @Test
    void offersALeaderNothingThatIsForDepartmentsOrSupervisors() {
        openAs(fixture.leader());
        assertThat(page()).contains(text("instruction.now.write"), text("task.section.duties"));
        assertThat(buttons()).containsExactly(text("instruction.action.write"));
    }

    @Test
    void letsTheSupervisorUpholdADuty() {
        ledger.dispute(task, first, "不属本部门职责");
        openAs(supervisor);
        assertThat(page()).contains("不属本部门职责");
        click("task.action.confirm");
        fill("职责明确");
        confirm("task.action.confirm");
        assertThat(duty(first).state()).isEqualTo(Duty.State.AWAITING);
    }

    @Test
    @SuppressWarnings("unchecked")
    void letsTheSupervisorGiveADutyToAnotherDepartment() {
        Fixture.Office third = fixture.office();
        ledger.dispute(task, first, "不属本部门职责");
        openAs(supervisor);
        click("task.action.change");
        find(ComboBox.class, find(ReasonDialog.class).single()).single().setValue(departments.get(third.id()));
        fill("同意");
        confirm("task.action.change");
        assertThat(details().duties()).extracting(Duty::departmentName).contains(third.name());
        assertThat(page()).contains(third.name());
    }

    @Test
    @SuppressWarnings("unchecked")
    void offersOnlyDepartmentsThatCanActAndBlamesTheField() {
        Fixture.Office empty = fixture.officeWithoutPeople();
        ledger.dispute(task, first, "不属本部门职责");
        openAs(supervisor);
        click("task.action.change");
        ComboBox<Department> field =
                find(ComboBox.class, find(ReasonDialog.class).single()).single();
        assertThat(offered(field, empty.name())).isEmpty();
        assertThat(offered(field, second.name())).containsExactly(second.name());

        assertThat(field.isEmpty())
                .as("what was typed but not chosen changes nothing")
                .isTrue();
        assertThat(field.getHelperText()).contains(first.name());
        fill("同意");
        assertThat(find(Button.class, find(ReasonDialog.class).single())
                        .withText(text("task.action.change"))
                        .single()
                        .isEnabled())
                .isFalse();
        field.setValue(departments.get(empty.id()));
        confirm("task.action.change");

        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo(text("refusal.dispute.unstaffed"));
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("同意");
        field.setValue(departments.get(second.id()));
        assertThat(field.isInvalid()).isFalse();
    }

    private List<String> offered(ComboBox<Department> field, String typed) {
        test(field).setFilter(typed);
        return test(field).getSuggestions();
    }

    @Test
    void letsTheSupervisorTakeUpADutyThatNobodySigned() {
        ledger.sign(task, first);
        openAs(second.head());
        assertThat(buttons()).doesNotContain(text("task.action.takeUp"));

        openAs(supervisor);
        click("task.action.takeUp");
        fill("久未签收");
        confirm("task.action.takeUp");

        assertThat(page()).contains("久未签收", text("dutyState.DISPUTED"));
        assertThat(buttons()).contains(text("task.action.withdraw")).doesNotContain(text("task.action.takeUp"));
        openAs(second.head());
        assertThat(page())
                .contains(
                        text("task.now.takenUp"),
                        text("timeline.DUTY_TAKEN_UP", second.name(), supervisor.displayName()));
    }

    @Test
    void refusesToWithdrawTheOnlyReporter() {
        ledger.dispute(task, first, "不属本部门职责");
        openAs(supervisor);
        click("task.action.withdraw");
        fill("同意");
        confirm("task.action.withdraw");
        assertThat(textOf(find(ReasonDialog.class).single())).contains(text("refusal.dispute.nobodyLeft"));
        assertThat(duty(first).state()).isEqualTo(Duty.State.DISPUTED);
    }

    @Test
    void letsTheSupervisorWithdrawADuty() {
        ledger.dispute(task, second, "不属本部门职责");
        openAs(supervisor);
        click("task.action.withdraw");
        fill("同意");
        confirm("task.action.withdraw");
        assertThat(page()).contains(text("dutyState.WITHDRAWN"));
    }

    @Test
    void tellsTheStoryNewestFirst() {
        ledger.sign(task, first);
        openAs(first.staff());
        String signed =
                text("timeline.ACKNOWLEDGED", first.name(), first.staff().displayName());
        String launched = text("timeline.LAUNCHED", null, null, "2026-06-30");
        assertThat(page()).contains(signed, launched);
        assertThat(page().indexOf(signed)).isLessThan(page().indexOf(launched));
    }

    @Test
    void hidesTheReasonOfADisputeFromFellowDepartments() {
        KeyTaskId shared = ledger.launch(supervisor, joint(first), joint(second));
        ledger.dispute(shared, first, "不属本部门职责");
        signIn(second.staff());
        assertThat(textOf(open(Routes.task(shared.value())))).doesNotContain("不属本部门职责");
    }
}
