package org.duban.instruction.ui;

import static org.duban.ui.Prose.soft;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.duban.instruction.Answer;
import org.duban.instruction.Instruction;
import org.duban.instruction.InstructionDetails;
import org.duban.instruction.Result;
import org.duban.ui.Formats;
import org.springframework.stereotype.Component;

/** What was asked and answered so far, for whoever decides on it: beside the buttons and in what they open. */
@Component
class InstructionWords {

    private final Formats formats;

    InstructionWords(Formats formats) {
        this.formats = formats;
    }

    /** The instruction, and the last answer of each department. */
    Div answered(InstructionDetails details) {
        Instruction instruction = details.instruction();
        Div words = new Div(
                said(null, instruction.text(), instruction.writtenBy(), formats.moment(instruction.writtenAt())));
        words.addClassName("instruction-words");
        details.answers().forEach(answer -> answer(words, answer));
        return words;
    }

    /** The same, with what was reported to the leader. */
    Div reported(InstructionDetails details) {
        Div words = answered(details);
        Result result = details.results().getLast();
        words.add(said(
                words.getTranslation("instruction.summary"),
                result.summary(),
                result.reportedBy(),
                formats.moment(result.reportedAt())));
        return words;
    }

    private void answer(Div words, Answer answer) {
        if (answer.state() == Answer.State.ANSWERED) {
            Answer.Reply last = answer.replies().getLast();
            words.add(said(answer.departmentName(), last.text(), last.answeredBy(), formats.moment(last.answeredAt())));
        } else if (answer.state() == Answer.State.SKIPPED) {
            words.add(new Div(heading(answer.departmentName()), soft(words.getTranslation("answerState.SKIPPED"))));
        }
    }

    private static Div said(String heading, String words, String by, String at) {
        Paragraph text = new Paragraph(words);
        text.addClassName("words");
        Div said = new Div(text);
        said.add(soft(said.getTranslation("task.now.by", by, at)));
        if (heading != null) {
            said.addComponentAsFirst(heading(heading));
        }
        return said;
    }

    private static Span heading(String text) {
        Span heading = new Span(text);
        heading.addClassName("request-who");
        return heading;
    }
}
