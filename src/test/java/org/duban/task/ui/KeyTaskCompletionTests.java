package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Instant;
import org.duban.task.KeyTask;
import org.duban.task.Outcome;
import org.duban.ui.ReasonDialog;
import org.junit.jupiter.api.Test;

class KeyTaskCompletionTests extends KeyTaskPageTest {

    @Test
    void letsALeadApplyForCompletionButNoCooperatingDepartment() {
        ledger.sign(task, first);
        ledger.sign(task, second);
        openAs(second.staff());
        assertThat(buttons()).doesNotContain(text("task.action.apply"));
        openAs(first.staff());
        click("task.action.apply");
        fill("全部完成");
        confirm("task.action.apply");
        assertThat(details().task().state()).isEqualTo(KeyTask.State.COUNTERSIGNING);
        assertThat(page()).contains(text("task.section.completions"), "全部完成");
        assertThat(buttons()).doesNotContain(text("task.action.apply"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void letsTheSupervisorClose() {
        applyForCompletion();
        openAs(supervisor);
        click("task.action.close");
        find(RadioButtonGroup.class, find(ReasonDialog.class).single()).single().setValue(Outcome.PARTLY);
        confirm("task.action.close");
        assertThat(details().task().outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(page()).contains(text("outcome.PARTLY"));
        assertThat(buttons()).doesNotContain(text("task.action.close"), text("task.action.sendBack"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void warnsOfADoneThatTheFiguresContradict() {
        applyForCompletion();
        openAs(supervisor);
        click("task.action.close");
        RadioButtonGroup<Outcome> outcome =
                find(RadioButtonGroup.class, find(ReasonDialog.class).single()).single();
        outcome.setValue(Outcome.DONE);
        assertThat(outcome.getHelperText())
                .isEqualTo(text("task.close.unfinished", first.name() + " " + text("task.close.noPercent")));
        outcome.setValue(Outcome.PARTLY);
        assertThat(outcome.getHelperText()).isNullOrEmpty();
    }

    @Test
    void tellsOfAClosedKeyTaskHowLateItWasWithoutAlarm() {
        applyForCompletion();
        fixture.travelTo(Instant.parse("2026-07-12T02:00:00Z"));
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));
        openAs(supervisor);
        assertThat(textOf(find(Span.class).withClassName("late-past").single())).isEqualTo("逾期 12 天办结");
        assertThat(find(Span.class).withClassName("late").all()).isEmpty();
    }

    @Test
    void doesNotCloseWithoutAnOutcome() {
        applyForCompletion();
        openAs(supervisor);
        click("task.action.close");
        assertThat(dialogButton("task.action.close").isEnabled()).isFalse();
    }

    @Test
    void letsTheSupervisorSendBack() {
        applyForCompletion();
        openAs(supervisor);
        click("task.action.sendBack");
        fill("缺验收材料");
        confirm("task.action.sendBack");
        assertThat(details().task().state()).isEqualTo(KeyTask.State.RUNNING);
        assertThat(page()).contains("缺验收材料");
    }
}
