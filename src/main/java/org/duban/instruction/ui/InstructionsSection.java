package org.duban.instruction.ui;

import static org.duban.ui.Prose.soft;
import static org.duban.ui.Prose.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.duban.base.WorkingCalendar;
import org.duban.instruction.Answer;
import org.duban.instruction.Instruction;
import org.duban.instruction.InstructionDetails;
import org.duban.instruction.Instructions;
import org.duban.instruction.Result;
import org.duban.task.KeyTaskDetails;
import org.duban.task.ui.TaskSection;
import org.duban.ui.Formats;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** What leaders wrote, what departments answered and what was reported; newest first. */
@org.springframework.stereotype.Component
class InstructionsSection implements TaskSection {

    private final Instructions instructions;
    private final WorkingCalendar calendar;
    private final Formats formats;

    InstructionsSection(Instructions instructions, WorkingCalendar calendar, Formats formats) {
        this.instructions = instructions;
        this.calendar = calendar;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public String titleKey() {
        return "instruction.section";
    }

    @Override
    public Component content(KeyTaskDetails task, Runnable changed) {
        List<InstructionDetails> found = instructions.of(task.task().id());
        if (found.isEmpty()) {
            return null;
        }
        Div content = new Div();
        content.addClassName("requests");
        found.forEach(each -> content.add(entry(each, task.task().suspended())));
        return content;
    }

    private Div entry(InstructionDetails details, boolean suspended) {
        Instruction instruction = details.instruction();
        Div entry = new Div();
        entry.addClassName("request");
        Div head = new Div(new StatusBadge(
                tone(instruction.state()), entry.getTranslation("instructionState." + instruction.state())));
        head.addClassName("request-head");
        if (instruction.urgency() != null) {
            head.add(new StatusBadge(Tone.ERROR, entry.getTranslation("instruction.urgency." + instruction.urgency())));
        }
        head.add(soft(entry.getTranslation(
                "instruction.written", instruction.writtenBy(), formats.moment(instruction.writtenAt()))));
        entry.add(head, words(instruction.text()));
        details.answers().forEach(answer -> entry.add(answer(answer, suspended)));
        details.results().forEach(result -> entry.add(result(result)));
        return entry;
    }

    private Div answer(Answer answer, boolean suspended) {
        Div part = new Div();
        part.addClassName("request-part");
        Span department = new Span(answer.departmentName());
        department.addClassName("request-who");
        Div head = new Div(
                department,
                new StatusBadge(tone(answer), part.getTranslation("answerState." + answer.state())),
                soft(part.getTranslation("instruction.answer.due", formats.day(answer.dueOn()))));
        head.addClassName("request-head");
        if (answer.waits() && !suspended) {
            head.add(formats.dueBadge(answer.dueOn()));
        }
        part.add(head, soft(answer.request()));
        answer.replies().forEach(reply -> reply(part, reply));
        return part;
    }

    private void reply(Div part, Answer.Reply reply) {
        if (reply.text() != null) {
            part.add(
                    words(reply.text()),
                    soft(part.getTranslation(
                            reply.late() ? "instruction.answered.late" : "instruction.answered",
                            reply.answeredBy(),
                            formats.moment(reply.answeredAt()))));
        }
        if (reply.returnReason() != null) {
            part.add(
                    words(reply.returnReason()),
                    soft(part.getTranslation(
                            "instruction.returned",
                            formats.moment(reply.returnedAt()),
                            formats.day(reply.newDueOn()))));
        }
    }

    private Div result(Result result) {
        Div part = new Div();
        part.addClassName("request-part");
        part.add(
                soft(part.getTranslation(
                        "instruction.reported", result.reportedBy(), formats.moment(result.reportedAt()))),
                words(result.summary()));
        if (result.confirmed() != null) {
            part.add(soft(part.getTranslation(
                    result.confirmed() ? "instruction.confirmed" : "instruction.askedAgain",
                    formats.actor(result.decidedBy(), result.decidedFor()),
                    formats.moment(result.decidedAt()))));
        }
        if (result.words() != null) {
            part.add(words(result.words()));
        }
        return part;
    }

    private static Tone tone(Instruction.State state) {
        return switch (state) {
            case ASSIGNING, ANSWERING, REPORTING, CONFIRMING -> Tone.CONTRAST;
            case DONE -> Tone.SUCCESS;
            case VOID -> Tone.NEUTRAL;
        };
    }

    private Tone tone(Answer answer) {
        return switch (answer.state()) {
            case OPEN, RETURNED -> answer.late(calendar.today()) ? Tone.ERROR : Tone.CONTRAST;
            case ANSWERED -> Tone.SUCCESS;
            case SKIPPED -> Tone.WARNING;
            case VOID -> Tone.NEUTRAL;
        };
    }
}
