package org.duban.instruction.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.base.WorkingCalendar;
import org.duban.instruction.Answer;
import org.duban.instruction.Answers;
import org.duban.instruction.Assignments;
import org.duban.instruction.InstructionDetails;
import org.duban.instruction.Instructions;
import org.duban.instruction.Urgency;
import org.duban.task.Duty;
import org.duban.task.KeyTaskDetails;
import org.duban.task.KeyTaskId;
import org.duban.ui.ComponentTexts;
import org.duban.ui.ReasonDialog;
import org.springframework.stereotype.Component;

/** What is asked before something is done about an instruction. A refusal leaves the dialog open as it is. */
@Component
class InstructionDialogs {

    /** Working days that are proposed for an answer. */
    private static final int WORKING_DAYS = 5;

    private final Instructions instructions;
    private final Assignments assignments;
    private final Answers answers;
    private final InstructionWords soFar;
    private final WorkingCalendar calendar;

    InstructionDialogs(
            Instructions instructions,
            Assignments assignments,
            Answers answers,
            InstructionWords soFar,
            WorkingCalendar calendar) {
        this.instructions = instructions;
        this.assignments = assignments;
        this.answers = answers;
        this.soFar = soFar;
        this.calendar = calendar;
    }

    /** The duties of departments that were not asked because of the instruction. */
    static List<Duty> notAsked(KeyTaskDetails details, InstructionDetails each) {
        return details.duties().stream()
                .filter(duty -> duty.state() != Duty.State.WITHDRAWN)
                .filter(duty -> each.answers().stream()
                        .noneMatch(answer -> answer.state() != Answer.State.VOID
                                && answer.departmentId().equals(duty.departmentId())))
                .toList();
    }

    void write(KeyTaskId task, Runnable changed) {
        RadioButtonGroup<Urgency> urgency = new RadioButtonGroup<>(text("instruction.urgency"));
        urgency.setItems(Urgency.values());
        urgency.setItemLabelGenerator(each -> text("instruction.urgency." + each));
        urgency.setHelperText(text("instruction.urgency.hint"));
        dialog(
                        "instruction.write.title",
                        "instruction.text",
                        "instruction.action.write",
                        "instruction.done.written",
                        changed,
                        words -> instructions.write(task, words, urgency.getValue()))
                .with(urgency, () -> true)
                .open();
    }

    void assign(KeyTaskDetails details, InstructionDetails each, Runnable changed) {
        CheckboxGroup<Duty> departments = new CheckboxGroup<>(text("instruction.departments"));
        departments.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        departments.setItems(notAsked(details, each));
        departments.setItemLabelGenerator(
                duty -> text("instruction.department", duty.departmentName(), text("dutyRole." + duty.role())));
        departments.setRequiredIndicatorVisible(true);
        DatePicker due = due();
        dialog(
                        "instruction.assign.title",
                        "instruction.request",
                        "instruction.action.assign",
                        "instruction.done.assigned",
                        changed,
                        words -> assignments.assign(
                                each.instruction().id(),
                                departments.getValue().stream()
                                        .map(Duty::departmentId)
                                        .collect(Collectors.toSet()),
                                words,
                                due.getValue()))
                .explain(each.instruction().text())
                .with(departments, () -> true)
                .with(due, () -> !departments.isEmpty() && valid(due))
                .refusedAt(due, "refusal.instruction.due")
                .open();
    }

    void answer(Answer answer, Runnable changed) {
        dialog(
                        "instruction.answer.title",
                        "instruction.answer",
                        "instruction.action.answer",
                        "instruction.done.answered",
                        changed,
                        words -> answers.answer(answer.id(), words))
                .explain(answer.request())
                .longest(Answers.LONGEST)
                .open();
    }

    void giveBack(InstructionDetails each, Runnable changed) {
        RadioButtonGroup<Answer> department = new RadioButtonGroup<>(text("instruction.giveBack.department"));
        List<Answer> returnable =
                each.answers().stream().filter(Answer::returnable).toList();
        department.setItems(returnable);
        department.setItemLabelGenerator(Answer::departmentName);
        department.setRequiredIndicatorVisible(true);
        if (returnable.size() == 1) {
            department.setValue(returnable.getFirst());
        }
        DatePicker due = due();
        dialog(
                        "instruction.giveBack.title",
                        "instruction.giveBack.reason",
                        "instruction.action.giveBack",
                        "instruction.done.givenBack",
                        changed,
                        words -> assignments.giveBack(
                                department.getValue().id(),
                                department.getValue().timesReturned(),
                                words,
                                due.getValue()))
                .explain(soFar.answered(each))
                .with(department, () -> true)
                .with(due, () -> department.getValue() != null && valid(due))
                .refusedAt(due, "refusal.instruction.due")
                .open();
    }

    void report(InstructionDetails each, Runnable changed) {
        dialog(
                        "instruction.report.title",
                        "instruction.summary",
                        "instruction.action.report",
                        "instruction.done.reported",
                        changed,
                        words -> assignments.report(
                                each.instruction().id(), each.results().size(), words))
                .explain(soFar.answered(each))
                .longest(Assignments.LONGEST_SUMMARY)
                .open();
    }

    void confirm(InstructionDetails each, Runnable changed) {
        dialog(
                        "instruction.confirm.title",
                        "instruction.opinion",
                        "instruction.action.confirm",
                        "instruction.done.confirmed",
                        changed,
                        words -> instructions.confirm(
                                each.instruction().id(),
                                each.results().getLast().id(),
                                words))
                .explain(soFar.reported(each))
                .optional()
                .open();
    }

    void askAgain(InstructionDetails each, Runnable changed) {
        dialog(
                        "instruction.askAgain.title",
                        "instruction.askAgain.words",
                        "instruction.action.askAgain",
                        "instruction.done.askedAgain",
                        changed,
                        words -> instructions.askAgain(
                                each.instruction().id(),
                                each.results().getLast().id(),
                                words))
                .explain(soFar.reported(each))
                .open();
    }

    private DatePicker due() {
        DatePicker picker = new DatePicker(text("instruction.due"));
        ComponentTexts.apply(picker);
        LocalDate today = calendar.today();
        picker.setMin(today);
        picker.setValue(calendar.plusWorkingDays(today, WORKING_DAYS));
        picker.setRequiredIndicatorVisible(true);
        return picker;
    }

    private static boolean valid(DatePicker picker) {
        return picker.getValue() != null && !picker.isInvalid();
    }

    private static ReasonDialog dialog(
            String titleKey,
            String labelKey,
            String confirmKey,
            String doneKey,
            Runnable changed,
            SerializableConsumer<String> action) {
        return ReasonDialog.of(text(titleKey), labelKey, confirmKey, doneKey, changed, action)
                .longest(Instructions.LONGEST);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
