package org.duban.instruction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.WorkingCalendar;
import org.duban.instruction.Answer;
import org.duban.instruction.Assignments;
import org.duban.instruction.Instruction;
import org.duban.instruction.InstructionDetails;
import org.duban.instruction.Instructions;
import org.duban.task.KeyTaskDetails;
import org.duban.task.ui.Choices;
import org.duban.task.ui.TaskAction;
import org.duban.ui.Formats;
import org.duban.ui.Notices;

/** A leader writes and confirms, the supervisor assigns and reports, departments answer. */
@org.springframework.stereotype.Component
class InstructionAction implements TaskAction {

    private final Instructions instructions;
    private final Assignments assignments;
    private final InstructionDialogs dialogs;
    private final InstructionWords soFar;
    private final CurrentCaller caller;
    private final WorkingCalendar calendar;
    private final Formats formats;

    InstructionAction(
            Instructions instructions,
            Assignments assignments,
            InstructionDialogs dialogs,
            InstructionWords soFar,
            CurrentCaller caller,
            WorkingCalendar calendar,
            Formats formats) {
        this.instructions = instructions;
        this.assignments = assignments;
        this.dialogs = dialogs;
        this.soFar = soFar;
        this.caller = caller;
        this.calendar = calendar;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Component> choices(Component page, KeyTaskDetails details, Runnable changed) {
        if (!details.task().open()) {
            return List.of();
        }
        List<Component> choices = new ArrayList<>();
        for (InstructionDetails each : instructions.of(details.task().id())) {
            if (each.confirmedByCaller()) {
                choices.add(toConfirm(page, each, changed));
            }
            if (details.supervised()) {
                ofSupervisor(choices, page, details, each, changed);
            }
            Caller me = caller.get();
            each.answers().stream()
                    .filter(answer -> answer.waits() && me.actsFor(answer.departmentId()))
                    .forEach(answer -> choices.add(toAnswer(page, each.instruction(), answer, changed)));
        }
        if (caller.get().is(Role.LEADER)) {
            choices.add(toWrite(page, details, changed));
        }
        return choices;
    }

    /** Nobody asks a leader for it, but it is what leaders come for. */
    private Component toWrite(Component page, KeyTaskDetails details, Runnable changed) {
        return Choices.choice(
                page.getTranslation("instruction.now.write"),
                null,
                new Button(
                        page.getTranslation("instruction.action.write"),
                        click -> dialogs.write(details.task().id(), changed)));
    }

    private void ofSupervisor(
            List<Component> choices,
            Component page,
            KeyTaskDetails details,
            InstructionDetails each,
            Runnable changed) {
        switch (each.instruction().state()) {
            case ASSIGNING ->
                choices.add(Choices.choice(
                        page.getTranslation("instruction.now.assign"),
                        quote(page, each.instruction()),
                        Choices.primary(
                                page.getTranslation("instruction.action.assign"),
                                () -> dialogs.assign(details, each, changed))));
            case ANSWERING -> {
                if (each.onlyLateOnesMissing(calendar.today())) {
                    choices.add(Choices.choice(
                            page.getTranslation("instruction.now.late"),
                            quote(page, each.instruction()),
                            new Button(page.getTranslation("instruction.action.goOn"), click -> goOn(each, changed))));
                }
            }
            case REPORTING -> choices.add(toReport(page, details, each, changed));
            case CONFIRMING, DONE, VOID -> {}
        }
    }

    private Component toReport(Component page, KeyTaskDetails details, InstructionDetails each, Runnable changed) {
        List<Component> buttons = new ArrayList<>();
        buttons.add(
                Choices.primary(page.getTranslation("instruction.action.report"), () -> dialogs.report(each, changed)));
        if (each.answers().stream().anyMatch(Answer::returnable)) {
            buttons.add(new Button(
                    page.getTranslation("instruction.action.giveBack"), click -> dialogs.giveBack(each, changed)));
        }
        if (!InstructionDialogs.notAsked(details, each).isEmpty()) {
            buttons.add(new Button(
                    page.getTranslation("instruction.action.assignMore"),
                    click -> dialogs.assign(details, each, changed)));
        }
        String words =
                each.results().isEmpty() ? null : each.results().getLast().words();
        return Choices.choice(
                words == null
                        ? page.getTranslation("instruction.now.report")
                        : page.getTranslation("instruction.now.reportAgain", words),
                soFar.answered(each),
                buttons.toArray(Component[]::new));
    }

    private Component toConfirm(Component page, InstructionDetails each, Runnable changed) {
        return Choices.choice(
                page.getTranslation("instruction.now.confirm"),
                soFar.reported(each),
                Choices.primary(
                        page.getTranslation("instruction.action.confirm"), () -> dialogs.confirm(each, changed)),
                new Button(
                        page.getTranslation("instruction.action.askAgain"), click -> dialogs.askAgain(each, changed)));
    }

    private Component toAnswer(Component page, Instruction instruction, Answer answer, Runnable changed) {
        return Choices.choice(
                page.getTranslation(
                        "instruction.now.answer",
                        answer.request(),
                        formats.day(answer.dueOn()),
                        formats.remaining(answer.dueOn())),
                quote(page, instruction),
                Choices.primary(
                        page.getTranslation("instruction.action.answer"), () -> dialogs.answer(answer, changed)));
    }

    private Component quote(Component page, Instruction instruction) {
        return Choices.quote(
                page, instruction.text(), instruction.writtenBy(), formats.moment(instruction.writtenAt()));
    }

    private void goOn(InstructionDetails each, Runnable changed) {
        if (Notices.attempt(() -> assignments.goOn(each.instruction().id()))) {
            Notices.done("instruction.done.wentOn");
        }
        changed.run();
    }
}
