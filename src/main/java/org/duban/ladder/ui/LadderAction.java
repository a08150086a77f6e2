package org.duban.ladder.ui;

import static org.duban.ladder.ui.LadderTexts.text;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import org.duban.ladder.EscalationStep;
import org.duban.ladder.LadderRecords;
import org.duban.ladder.Priorities;
import org.duban.ladder.Priority;
import org.duban.ladder.Receipts;
import org.duban.ladder.SentUrge;
import org.duban.ladder.TaskLadder;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.task.ui.Choices;
import org.duban.task.ui.TaskAction;
import org.duban.ui.Formats;
import org.duban.ui.Notices;

/** The department confirms what it was urged for; the supervisor urges, and says how important the key task is. */
@org.springframework.stereotype.Component
class LadderAction implements TaskAction {

    private final LadderRecords records;
    private final Receipts receipts;
    private final Priorities priorities;
    private final UrgeDialog urging;
    private final Formats formats;

    LadderAction(LadderRecords records, Receipts receipts, Priorities priorities, UrgeDialog urging, Formats formats) {
        this.records = records;
        this.receipts = receipts;
        this.priorities = priorities;
        this.urging = urging;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Component> choices(Component page, KeyTaskDetails details, Runnable changed) {
        if (details.actsForDuty() == null || !details.task().open()) {
            return List.of();
        }
        TaskLadder ladder = records.of(details.task().id());
        List<Component> choices = new ArrayList<>();
        for (EscalationStep step : ladder.steps()) {
            step.receipts().stream()
                    .filter(receipt -> ladder.toReceive().contains(receipt.id().value()))
                    .forEach(receipt -> choices.add(Choices.choice(
                            text("ladder.now.notice", text("escalation." + step.level()), LadderTexts.subject(step)),
                            null,
                            confirm(() -> receipts.receive(receipt.id()), changed))));
        }
        for (SentUrge urge : ladder.urges()) {
            if (ladder.toReceiveUrges().contains(urge.id().value())) {
                choices.add(Choices.choice(
                        text("ladder.now.urged"),
                        urge.words() == null
                                ? null
                                : Choices.quote(page, urge.words(), urge.sentBy(), formats.moment(urge.sentAt())),
                        confirm(() -> receipts.receive(urge.id()), changed)));
            }
        }
        return choices;
    }

    private static Component confirm(Runnable action, Runnable changed) {
        return Choices.primary(text("ladder.action.receive"), () -> {
            if (Notices.attempt(action)) {
                Notices.done("ladder.done.received");
            }
            changed.run();
        });
    }

    @Override
    public List<Offer> offers(KeyTaskDetails details, Runnable changed) {
        KeyTask task = details.task();
        if (!details.supervised() || !task.open()) {
            return List.of();
        }
        boolean high = records.of(task.id()).priority() == Priority.HIGH;
        Priority other = high ? Priority.NORMAL : Priority.HIGH;
        return List.of(
                new Offer("ladder.action.urge", () -> urging.open(details.duties(), changed)),
                new Offer(high ? "ladder.action.normal" : "ladder.action.high", () -> {
                    if (Notices.attempt(() -> priorities.set(task.id(), other))) {
                        Notices.done("ladder.done.priority", text("priority." + other));
                    }
                    changed.run();
                }));
    }
}
