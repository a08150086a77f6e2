package org.duban.ladder.ui;

import static org.duban.ladder.ui.LadderTexts.text;
import static org.duban.ui.Prose.soft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import org.duban.ladder.Addressee;
import org.duban.ladder.EscalationStep;
import org.duban.ladder.LadderRecords;
import org.duban.ladder.Priority;
import org.duban.ladder.SentReminder;
import org.duban.ladder.SentUrge;
import org.duban.ladder.TaskLadder;
import org.duban.task.KeyTaskDetails;
import org.duban.task.ui.TaskSection;
import org.duban.ui.Formats;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** 督办升级: each step with its rule and inputs, each urge by hand, who confirmed them, and what was reminded of before. */
@org.springframework.stereotype.Component
class LadderSection implements TaskSection {

    private final LadderRecords records;
    private final Formats formats;

    LadderSection(LadderRecords records, Formats formats) {
        this.records = records;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String titleKey() {
        return "ladder.section";
    }

    @Override
    public Component content(KeyTaskDetails details, Runnable changed) {
        TaskLadder ladder = records.of(details.task().id());
        boolean nothing = ladder.steps().isEmpty()
                && ladder.urges().isEmpty()
                && ladder.reminders().isEmpty();
        if (nothing && ladder.priority() == Priority.NORMAL) {
            return null;
        }
        Div content = new Div();
        content.addClassName("ladder");
        if (ladder.priority() == Priority.HIGH) {
            content.add(new StatusBadge(Tone.CONTRAST, text("ladder.important")));
        }
        if (!ladder.steps().isEmpty()) {
            OrderedList steps = new OrderedList();
            steps.addClassName("ladder-steps");
            ladder.steps().forEach(step -> steps.add(step(step)));
            content.add(steps);
        }
        if (!ladder.urges().isEmpty()) {
            UnorderedList urges = new UnorderedList();
            urges.addClassName("ladder-steps");
            ladder.urges().forEach(urge -> urges.add(urge(urge)));
            content.add(urges);
        }
        if (!ladder.reminders().isEmpty()) {
            content.add(reminders(ladder.reminders()));
        }
        return content;
    }

    private ListItem step(EscalationStep step) {
        Span addressee = soft(step.addressee() == Addressee.NOBODY ? "" : text("ladder.addressee." + step.addressee()));
        Div head = new Div(LadderTexts.level(step.level()), new Span(LadderTexts.subject(step)), addressee, at(step));
        head.addClassName("ladder-head");
        ListItem item = new ListItem(head, soft(LadderTexts.why(step, formats)));
        step.receipts()
                .forEach(receipt -> item.add(receipt(
                        receipt.departmentName(), receipt.receivedBy(), receipt.receivedAt(), receipt.voidAt())));
        return item;
    }

    private Span at(EscalationStep step) {
        return soft(formats.moment(step.raisedAt()));
    }

    private ListItem urge(SentUrge urge) {
        Div head = new Div(
                new StatusBadge(Tone.NEUTRAL, text("ladder.urge")),
                new Span(text("ladder.urge.sent", urge.sentBy(), urge.departmentName())),
                soft(formats.moment(urge.sentAt())));
        head.addClassName("ladder-head");
        ListItem item = new ListItem(head);
        if (urge.words() != null) {
            Paragraph words = new Paragraph(urge.words());
            words.addClassName("words");
            item.add(words);
        }
        item.add(receipt(urge.departmentName(), urge.receivedBy(), urge.receivedAt(), urge.voidAt()));
        return item;
    }

    private Component receipt(String department, String receivedBy, Instant receivedAt, Instant voidAt) {
        if (receivedAt != null) {
            return soft(text("ladder.receipt.done", department, receivedBy, formats.moment(receivedAt)));
        }
        Span open = new Span(text(voidAt == null ? "ladder.receipt.open" : "ladder.receipt.void", department));
        open.addClassName(voidAt == null ? "late" : "soft");
        Div line = new Div(open);
        line.addClassName("ladder-receipt");
        return line;
    }

    private Component reminders(List<SentReminder> sent) {
        UnorderedList list = new UnorderedList();
        sent.forEach(reminder -> list.add(new ListItem(LadderTexts.reminder(reminder, formats))));
        return new Details(text("ladder.reminders", sent.size()), list);
    }
}
