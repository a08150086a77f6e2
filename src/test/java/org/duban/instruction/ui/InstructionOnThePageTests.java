package org.duban.instruction.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Ledger.cooperating;
import static org.duban.support.Ledger.lead;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.instruction.Answer;
import org.duban.instruction.Assignments;
import org.duban.instruction.InstructionDetails;
import org.duban.instruction.Instructions;
import org.duban.instruction.Urgency;
import org.duban.support.Fixture;
import org.duban.support.Ledger;
import org.duban.support.ViewTest;
import org.duban.task.Duty;
import org.duban.task.KeyTaskId;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 批示 on the key task's page, from the leader and back. */
class InstructionOnThePageTests extends ViewTest {

    @Autowired
    Ledger ledger;

    @Autowired
    Instructions instructions;

    @Autowired
    Assignments assignments;

    @Autowired
    MovableClock clock;

    private Account supervisor;
    private Account leader;
    private Fixture.Office first;
    private Fixture.Office second;
    private KeyTaskId task;

    @BeforeEach
    void launch() {
        supervisor = fixture.supervisor();
        leader = fixture.leader();
        first = fixture.office();
        second = fixture.office();
        task = ledger.launch(supervisor, lead(first), cooperating(second));
        ledger.sign(task, first);
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    @SuppressWarnings("unchecked")
    void goesFromTheLeaderToTheDepartmentsAndBack() {
        openAs(leader);
        write("请加快进度");
        assertThat(page()).contains(text("instructionState.ASSIGNING"), "请加快进度");
        assertThat(page()).contains(text("instruction.urgency.URGENT"));
        openAs(first.staff());
        assertThat(page()).doesNotContain("请加快进度");

        assign(first, second);
        answer(first, "措施三条");
        answer(second, "已配合");
        openAs(supervisor);
        click("instruction.action.giveBack");
        RadioButtonGroup<Answer> which = find(RadioButtonGroup.class, dialog()).single();
        which.setValue(which.getListDataView().getItems().findFirst().orElseThrow());
        say("请写明责任人");
        confirm("instruction.action.giveBack");
        openAs(supervisor);
        assertThat(now()).as("not before all have answered").doesNotContain("已配合");
        answer(first, "责任人已明确");
        openAs(second.staff());
        assertThat(page()).contains("已配合").doesNotContain("责任人已明确");

        openAs(supervisor);
        assertThat(now())
                .as("the last answers beside the button")
                .contains("请加快进度", "责任人已明确", second.name(), "已配合")
                .doesNotContain("措施三条");
        click("instruction.action.report");
        assertThat(textOf(dialog())).as("and where it is summed up").contains("请加快进度", "责任人已明确", "已配合");
        say("整改完毕");
        confirm("instruction.action.report");
        openAs(leader);
        assertThat(page()).contains("整改完毕", "措施三条", "请写明责任人", "责任人已明确");
        assertThat(now()).as("where the leader acts").contains("请加快进度", "责任人已明确", "已配合", "整改完毕");
        click("instruction.action.askAgain");
        assertThat(textOf(dialog())).contains("责任人已明确", "整改完毕");
        say("何时验收");
        confirm("instruction.action.askAgain");
        openAs(supervisor);
        assertThat(page()).contains(text("instruction.now.reportAgain", "何时验收"));
        click("instruction.action.report");
        say("月底验收");
        confirm("instruction.action.report");

        openAs(leader);
        click("instruction.action.confirm");
        confirm("instruction.action.confirm");
        assertThat(page()).contains(text("instructionState.DONE"));
        assertThat(buttons()).doesNotContain(text("instruction.action.confirm"));
    }

    @Test
    void isOfferedToLeadersWhereTheyLook() {
        openAs(leader);
        assertThat(now()).contains(text("instruction.now.write")).doesNotContain(text("task.now.nothing"));
        openAs(supervisor);
        assertThat(buttons()).doesNotContain(text("instruction.action.write"));
    }

    @Test
    void letsTheSupervisorGoOnWithoutTheLateOnes() {
        openAs(leader);
        write("请加快进度");
        assign(first);
        openAs(supervisor);
        assertThat(buttons()).doesNotContain(text("instruction.action.goOn"));
        fixture.travel(Duration.ofDays(20));
        openAs(supervisor);

        click("instruction.action.goOn");

        assertThat(page()).contains(text("answerState.SKIPPED"), text("instruction.now.report"));
        assertThat(now()).as("who did not answer").contains(first.name(), text("answerState.SKIPPED"));
        openAs(first.staff());
        assertThat(buttons()).doesNotContain(text("instruction.action.answer"));
        openAs(supervisor);
        click("instruction.action.assignMore");
        assertThat(find(CheckboxGroup.class, dialog())
                        .single()
                        .getListDataView()
                        .getItemCount())
                .as("who was not asked")
                .isOne();
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() {
        openAs(leader);
        write("请加快进度");
        assign(first);
        openAs(first.head());
        click("instruction.action.answer");
        say("写了很久的答复");
        fixture.travel(Duration.ofDays(20));
        InstructionDetails read =
                fixture.as(supervisor, () -> instructions.of(task)).getFirst();
        fixture.as(supervisor, () -> assignments.goOn(read.instruction().id()));
        confirm("instruction.action.answer");

        assertThat(textOf(find(Span.class, dialog())
                        .withClassName("dialog-refusal")
                        .single()))
                .contains(supervisor.displayName());
        assertThat(find(TextArea.class, dialog()).single().getValue()).isEqualTo("写了很久的答复");
    }

    @Test
    void offersTheLeaderWhatCameBackInTheInbox() {
        signIn(leader);
        open(Routes.INBOX);
        assertThat(address()).as("nothing waits").isEqualTo(Routes.OVERDUE);
        openAs(leader);
        write("请加快进度");
        assign(first);
        answer(first, "已办");
        openAs(supervisor);
        click("instruction.action.report");
        say("已办");
        confirm("instruction.action.report");

        signIn(leader);
        open(Routes.INBOX);

        assertThat(address()).isEqualTo(Routes.INBOX);
        assertThat(find(Button.class).withClassName("filter-chip").all())
                .extracting(Button::getText)
                .contains(text("inbox.kind.CONFIRM_INSTRUCTION"));
    }

    @SuppressWarnings("unchecked")
    private void write(String words) {
        click("instruction.action.write");
        find(RadioButtonGroup.class, dialog()).single().setValue(Urgency.URGENT);
        say(words);
        confirm("instruction.action.write");
    }

    @SuppressWarnings("unchecked")
    private void assign(Fixture.Office... offices) {
        openAs(supervisor);
        click("instruction.action.assign");
        CheckboxGroup<Duty> departments = find(CheckboxGroup.class, dialog()).single();
        assertThat(button("instruction.action.assign").isEnabled()).isFalse();
        Set<String> names = Stream.of(offices).map(Fixture.Office::name).collect(Collectors.toSet());
        departments.setValue(departments
                .getListDataView()
                .getItems()
                .filter(duty -> names.contains(duty.departmentName()))
                .collect(Collectors.toSet()));
        assertThat(find(DatePicker.class, dialog()).single().getValue()).isNotNull();
        say("请说明原因和措施");
        confirm("instruction.action.assign");
    }

    private void answer(Fixture.Office office, String words) {
        openAs(office.staff());
        click("instruction.action.answer");
        say(words);
        confirm("instruction.action.answer");
        assertThat(page()).contains(words);
    }

    private void openAs(Account account) {
        signIn(account);
        open(Routes.task(task.value()));
        assertThat(find(H2.class).single().getText()).contains("试验任务");
    }

    private String now() {
        return textOf(find(Section.class).withClassName("task-now").single());
    }

    private String page() {
        return textOf((Component) getCurrentView());
    }

    private List<String> buttons() {
        return find(Button.class).all().stream().map(Button::getText).toList();
    }

    private void say(String words) {
        test(find(TextArea.class, dialog()).single()).setValue(words);
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
