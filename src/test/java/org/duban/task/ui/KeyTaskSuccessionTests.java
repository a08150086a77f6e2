package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.EnumSet;
import java.util.List;
import org.duban.base.DueKey;
import org.duban.inbox.Inbox;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.organisation.Department;
import org.duban.organisation.Departments;
import org.duban.support.Fixture;
import org.duban.task.Duty;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of a key task with a duty of an abolished department. */
class KeyTaskSuccessionTests extends KeyTaskPageTest {

    @Autowired
    Departments departments;

    @Autowired
    Inbox inbox;

    @Autowired
    SucceedInInbox inInbox;

    @Test
    void showsTheProposalToTheSupervisorAlone() {
        Fixture.Office heir = fixture.office();
        fixture.abolish(first, heir);

        openAs(supervisor);
        assertThat(page())
                .contains(
                        text("task.now.succession", first.name(), heir.name()),
                        text("task.succession.on", "2026-01-01"),
                        text("timeline.SUCCESSION_PROPOSED", first.name()));
        openAs(first.head());
        assertThat(buttons()).doesNotContain(text("task.action.succeed"), text("task.action.leave"));
        openAs(second.head());
        assertThat(page()).doesNotContain(text("task.now.succession", first.name(), heir.name()));
    }

    @Test
    void saysWhoHandsWhatOverToWhomBeforeManyAreHandedOver() {
        Fixture.Office heir = fixture.office();
        fixture.abolish(first, heir);
        signIn(supervisor);

        List<String> lines = inInbox.lines(
                fixture.as(supervisor, () -> inbox.mine(EnumSet.of(ItemKind.DECIDE_SUCCESSION), DueKey.START, 10))
                        .rows());

        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith(text("task.action.succeed.batch.between", first.name(), heir.name()));
    }

    @Test
    void handsTheDutyOverToTheOnlyHeirWithoutFurtherWords() {
        Fixture.Office heir = fixture.office();
        fixture.abolish(first, heir);
        openAs(supervisor);

        click("task.action.succeed");
        confirm("task.action.succeed");

        assertThat(notices()).contains(text("task.done.succeeded", heir.name()));
        assertThat(duty(heir).state()).isEqualTo(Duty.State.AWAITING);
        assertThat(page())
                .contains(text("timeline.DUTY_SUCCEEDED", heir.name(), supervisor.displayName(), first.name()));
        assertThat(buttons()).doesNotContain(text("task.action.succeed"));
    }

    @Test
    void asksInTheInboxToWhomTheDutyGoes() {
        Fixture.Office heir = fixture.office();
        fixture.abolish(first, heir);
        signIn(supervisor);
        open(Routes.INBOX);
        OpenItem item = fixture.as(supervisor, () -> inbox.mine(DueKey.START, 10)).rows().stream()
                .filter(each -> each.kind() == ItemKind.DECIDE_SUCCESSION)
                .findFirst()
                .orElseThrow();
        inInbox.perform(item);

        assertThat(heirs().getValue().id()).isEqualTo(heir.id());
        assertThat(duty(first).state()).isEqualTo(Duty.State.AWAITING);
        confirm("task.action.succeed");

        assertThat(duty(heir).state()).isEqualTo(Duty.State.AWAITING);
    }

    @Test
    void choosesNoneOfSeveralHeirs() {
        Fixture.Office main = fixture.office();
        Fixture.Office other = fixture.office();
        fixture.abolish(first, main, other);
        openAs(supervisor);

        click("task.action.succeed");
        RadioButtonGroup<Department> heirs = heirs();
        assertThat(heirs.getValue()).isNull();
        assertThat(dialogButton("task.action.succeed").isEnabled()).isFalse();
        heirs.setValue(departments.get(other.id()));
        confirm("task.action.succeed");

        assertThat(duty(other).state()).isEqualTo(Duty.State.AWAITING);
    }

    @Test
    void saysAtTheChoiceWhyAnHeirCanNot() {
        Fixture.Office empty = fixture.officeWithoutPeople();
        fixture.abolish(first, empty);
        openAs(supervisor);

        click("task.action.succeed");
        fill("按方案承接");
        confirm("task.action.succeed");

        assertThat(heirs().isInvalid()).isTrue();
        assertThat(heirs().getErrorMessage()).isEqualTo(text("refusal.dispute.unstaffed"));
        assertThat(find(ReasonDialog.class).all()).isNotEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void letsAnybodyBeChosenWhereTheRegisterKnowsNobody() {
        fixture.abolish(first);
        openAs(supervisor);
        assertThat(page()).contains(text("task.now.succession.nobody", first.name()));

        click("task.action.succeed");
        ComboBox<Department> anybody = find(ComboBox.class).single();
        anybody.setValue(departments.get(second.id()));
        confirm("task.action.succeed");

        assertThat(duty(first).state()).isEqualTo(Duty.State.WITHDRAWN);
    }

    @Test
    void leavesTheDutyForAReason() {
        fixture.abolish(first, fixture.office());
        openAs(supervisor);

        click("task.action.leave");
        fill("职责未划转");
        confirm("task.action.leave");

        assertThat(page())
                .contains("职责未划转", text("timeline.SUCCESSION_DECLINED", first.name(), supervisor.displayName()));
        assertThat(buttons()).doesNotContain(text("task.action.succeed"));
        assertThat(duty(first).state()).isEqualTo(Duty.State.AWAITING);
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Department> heirs() {
        return find(RadioButtonGroup.class).single();
    }
}
