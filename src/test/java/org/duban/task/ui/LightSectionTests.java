package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.duban.task.Verdict;
import org.duban.task.Verdicts;
import org.duban.ui.ReasonDialog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class LightSectionTests extends KeyTaskPageTest {

    @Autowired
    Verdicts verdicts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void letsASupervisorJudgeAndTakeItBack() {
        ledger.sign(task, first);
        openAs(supervisor);
        assertThat(page()).contains(text("task.verdict.none"));

        click("task.verdict.give");
        choose(Verdict.BEHIND);
        find(TextArea.class).single().setValue("现场进展缓慢");
        confirm("task.verdict.give");

        assertThat(page())
                .contains(
                        text("verdict.BEHIND"),
                        "现场进展缓慢",
                        text(
                                "light.rule.JUDGED_BEHIND",
                                text("light.YELLOW"),
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                text("verdict.BEHIND")))
                .contains(text("timeline.VERDICT_GIVEN", null, supervisor.displayName(), text("verdict.BEHIND")));

        click("task.verdict.takeBack");
        find(TextArea.class).single().setValue("已赶上进度");
        confirm("task.verdict.takeBack");

        assertThat(page()).contains("已赶上进度").contains(text("light.rule.ON_COURSE", text("light.GREEN"), 0, 0));
        assertThat(buttons()).contains(text("task.verdict.give")).doesNotContain(text("task.verdict.takeBack"));
    }

    @Test
    void keepsWhatWasTypedWhenAnotherSupervisorWasFaster() {
        openAs(supervisor);
        click("task.verdict.give");
        choose(Verdict.BEHIND);
        find(TextArea.class).single().setValue("现场进展缓慢");
        fixture.as(supervisor, () -> verdicts.give(task, Verdicts.NEVER, Verdict.FAR_BEHIND, "另一个意见"));

        confirm("task.verdict.give");

        assertThat(find(ReasonDialog.class).single().isOpened()).isTrue();
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("现场进展缓慢");
    }

    @Test
    void showsDepartmentsTheVerdictAndTheChangesAndNoWayToJudge() {
        ledger.sign(task, first);
        fixture.as(supervisor, () -> verdicts.give(task, Verdicts.NEVER, Verdict.FAR_BEHIND, "现场进展缓慢"));

        openAs(first.staff());

        assertThat(page())
                .contains(text("verdict.FAR_BEHIND"), "现场进展缓慢")
                .contains(text("task.light.changes", 2))
                .contains(text("task.light.change", text("light.GREEN"), text("light.RED")));
        assertThat(buttons()).doesNotContain(text("task.verdict.give"), text("task.verdict.again"));
    }

    @Test
    void isLeftOutWhereThereIsNothingToSay() {
        openAs(first.staff());

        assertThat(page()).doesNotContain(text("task.section.light"));
    }

    @Test
    void explainsARuleThatAnAdministratorHasNamed() {
        jdbc.sql("UPDATE key_task SET light = 'YELLOW', light_rule = '汛期', light_missed = 1 WHERE id = :id")
                .param("id", task.value())
                .update();

        openAs(supervisor);

        assertThat(page())
                .contains(text("light.YELLOW") + "：规则“汛期”")
                .contains("缺报 1 次")
                .doesNotContain("!light");
    }

    @SuppressWarnings("unchecked")
    private void choose(Verdict verdict) {
        find(RadioButtonGroup.class).single().setValue(verdict);
    }
}
