package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.directive.DutyRole;
import org.duban.organisation.Department;
import org.duban.organisation.Departments;
import org.duban.support.Fixture;
import org.duban.task.Disputes;
import org.duban.task.Duty;
import org.duban.task.Objection;
import org.duban.ui.ReasonDialog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Disputes on the key-task page: raised, prepared, signed, sent back, and read by who decides. */
class KeyTaskDisputeTests extends KeyTaskPageTest {

    @Autowired
    Departments departments;

    @Autowired
    Disputes disputes;

    @Test
    void isRaisedByTheHeadWhenItConcernsNobodyElse() {
        openAs(first.head());
        click("task.action.dispute");
        fill("不属本部门职责");
        assertThat(dialogButton("task.action.dispute").isEnabled())
                .as("nothing is said about coordination")
                .isFalse();
        assertThat(coordination().isRequiredIndicatorVisible()).isTrue();
        assertThat(coordination().getHelperText())
                .as("for what the button waits")
                .isEqualTo(missing("department", "result"));
        choose(0, second);
        assertThat(coordination().getHelperText()).isEqualTo(missing("result"));
        test(find(Button.class, coordination())
                        .withAttribute("aria-label", text("task.coordination.remove"))
                        .single())
                .click();
        assertThat(coordination().getHelperText()).isEqualTo(text("task.coordination.none"));

        test(find(Checkbox.class, find(ReasonDialog.class).single()).single()).click();
        assertThat(coordination().getHelperText()).isNullOrEmpty();
        confirm("task.action.dispute");

        assertThat(duty(first).state()).isEqualTo(Duty.State.DISPUTED);
        assertThat(page()).contains(text("task.now.disputed"));
    }

    @Test
    void isPreparedByStaffWithWhomItWasCoordinatedAndSignedByTheHead() {
        Fixture.Office third = fixture.office();
        openAs(first.staff());
        click("task.action.prepareDispute");
        fill("不属本部门职责");
        choose(0, second);
        choose(1, third);
        result().setValue(Objection.Result.AGREED);
        role().setValue(DutyRole.LEAD);
        confirm("task.action.prepareDispute");

        assertThat(page()).contains(text("task.now.disputePrepared"), "不属本部门职责");
        assertThat(buttons()).doesNotContain(text("task.action.acknowledge"), text("task.action.signDispute"));
        openAs(first.head());
        assertThat(page()).contains(text("task.now.signDispute"), second.name(), third.name());
        click("task.action.signDispute");
        assertThat(duty(first).state()).isEqualTo(Duty.State.DISPUTED);

        openAs(supervisor);
        assertThat(page())
                .contains(
                        text("coordination.AGREED"),
                        text("task.dispute.signedBy", first.head().displayName()),
                        text(
                                "task.dispute.proposed",
                                text("task.dispute.proposed.both", third.name(), text("dutyRole.LEAD"))));
        click("task.action.change");
        assertThat(boxes().getFirst().getValue().id()).as("as proposed").isEqualTo(third.id());
        fill("同意");
        confirm("task.action.change");
        assertThat(duty(third).role()).isEqualTo(DutyRole.LEAD);
    }

    @Test
    void goesBackUnsignedWithAReason() {
        fixture.as(first.staff(), () -> disputes.prepare(duty(first).id(), Objection.concerningNobody("不属本部门职责")));
        openAs(first.head());

        click("task.action.rejectDispute");
        fill("确属本部门职责");
        confirm("task.action.rejectDispute");

        assertThat(buttons()).contains(text("task.action.acknowledge"), text("task.action.dispute"));
        assertThat(page()).contains("确属本部门职责");
    }

    @Test
    void isNotOfferedAfterItsTime() {
        fixture.as(first.staff(), () -> disputes.prepare(duty(first).id(), Objection.concerningNobody("不属本部门职责")));
        fixture.travel(Duration.ofDays(7));

        openAs(second.head());
        assertThat(buttons()).contains(text("task.action.acknowledge")).doesNotContain(text("task.action.dispute"));
        openAs(first.head());
        assertThat(buttons())
                .contains(text("task.action.rejectDispute"))
                .doesNotContain(text("task.action.signDispute"));
    }

    private CoordinationField coordination() {
        return find(CoordinationField.class).single();
    }

    private String missing(String... fields) {
        return text(
                "task.coordination.missing",
                Stream.of(fields)
                        .map(field -> text("task.coordination." + field))
                        .collect(Collectors.joining(text("list.separator"))));
    }

    private void choose(int index, Fixture.Office office) {
        boxes().get(index).setValue(departments.get(office.id()));
    }

    @SuppressWarnings("unchecked")
    private List<ComboBox<Department>> boxes() {
        return find(ComboBox.class, find(ReasonDialog.class).single()).all().stream()
                .map(each -> (ComboBox<Department>) each)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Select<Objection.Result> result() {
        return (Select<Objection.Result>) selects().getFirst();
    }

    @SuppressWarnings("unchecked")
    private Select<DutyRole> role() {
        return (Select<DutyRole>) selects().getLast();
    }

    private List<? extends Select<?>> selects() {
        return find(Select.class, find(ReasonDialog.class).single()).all().stream()
                .map(each -> (Select<?>) each)
                .toList();
    }
}
