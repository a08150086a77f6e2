package org.duban.score.ui;

import static org.duban.score.ui.ScoreTexts.text;
import static org.duban.ui.Prose.soft;
import static org.duban.ui.Prose.words;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.duban.score.Appeal;
import org.duban.score.ScoreAppeals;
import org.duban.score.ScoreLine;
import org.duban.score.Scores;
import org.duban.ui.Formats;
import org.duban.ui.Notices;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;
import org.springframework.stereotype.Component;

/** Makes the entries of a ledger: what it counts, why, for which key task, and what was said against it. */
@Component
class ScoreEntry {

    private final Scores scores;
    private final ScoreAppeals appeals;
    private final Formats formats;

    ScoreEntry(Scores scores, ScoreAppeals appeals, Formats formats) {
        this.scores = scores;
        this.appeals = appeals;
        this.formats = formats;
    }

    /** A line of a department's, on a page about it. @param overseer may look at all key tasks that it tells of */
    ListItem ofDepartment(ScoreLine line, boolean overseer, Runnable changed) {
        ListItem entry = entry(line);
        entry.addComponentAtIndex(1, overseer || line.hasPart() ? task(line) : formerTask(line));
        appealing(line, entry, changed);
        return entry;
    }

    /** A line about a key task, on its page. */
    ListItem ofTask(ScoreLine line, Runnable changed) {
        ListItem entry = entry(line);
        entry.addComponentAtIndex(1, soft(line.departmentName()));
        appealing(line, entry, changed);
        return entry;
    }

    /** A line against which an appeal waits for the reader's decision. */
    ListItem toDecide(ScoreLine line, Runnable changed) {
        ListItem entry = entry(line);
        Div whose = new Div(new Span(line.departmentName()), task(line));
        whose.addClassName("score-whose");
        entry.addComponentAtIndex(1, whose);
        entry.add(appeal(line.appeal()), decision(line, changed));
        return entry;
    }

    private ListItem entry(ScoreLine line) {
        Span at = soft(formats.moment(line.occurredAt()));
        at.addClassName("score-at");
        Div head = new Div(ScoreTexts.points(line.points()), new Span(ScoreTexts.what(line, formats)), at);
        head.addClassName("score-head");
        ListItem entry = new ListItem(head, soft(ScoreTexts.why(line, formats)));
        entry.addClassName("score-entry");
        return entry;
    }

    private static Anchor task(ScoreLine line) {
        return new Anchor(Routes.task(line.taskId().value()), text("task.title", line.taskNo(), line.taskTitle()));
    }

    private static Span formerTask(ScoreLine line) {
        return new Span(text("scores.formerTask", text("task.title", line.taskNo(), line.taskTitle())));
    }

    private void appealing(ScoreLine line, ListItem entry, Runnable changed) {
        if (line.appeal() != null && !line.counter()) {
            entry.add(appeal(line.appeal()));
        }
        if (scores.retractable(line)) {
            Button button = new Button(text("scores.appeal.takeBack"), click -> takeBack(line, changed));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setTooltipText(text("scores.appeal.takeBack.hint"));
            button.addClassName("not-printed");
            entry.add(button);
        }
        scores.appealable(line).ifPresent(last -> {
            Button button = new Button(text("scores.appeal"), click -> ask(line, last, changed));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setAriaLabel(text("scores.appeal.of", ScoreTexts.what(line, formats)));
            button.addClassName("not-printed");
            entry.add(button);
        });
    }

    private Div appeal(Appeal appeal) {
        Tone tone =
                switch (appeal.state()) {
                    case OPEN -> Tone.CONTRAST;
                    case UPHELD -> Tone.SUCCESS;
                    case REFUSED, TAKEN_BACK -> Tone.NEUTRAL;
                };
        Div head = new Div(
                new StatusBadge(tone, text("appealState." + appeal.state())),
                soft(text("scores.appealed", appeal.appealedBy(), formats.moment(appeal.appealedAt()))));
        if (appeal.open()) {
            head.add(formats.dueBadge(appeal.dueOn()));
        }
        head.addClassName("score-head");
        Div shown = new Div(head, words(appeal.reason()));
        if (!appeal.open()) {
            String how =
                    appeal.state() == Appeal.State.TAKEN_BACK ? "scores.appeal.takenBack" : "scores.appeal.decided";
            shown.add(soft(text(how, appeal.decidedBy(), formats.moment(appeal.decidedAt()))));
        }
        if (appeal.decisionReason() != null) {
            shown.add(words(appeal.decisionReason()));
        }
        shown.addClassName("score-appeal");
        return shown;
    }

    private Div decision(ScoreLine line, Runnable changed) {
        Button uphold = new Button(text("scores.appeal.uphold"), click -> decide(line, true, changed));
        uphold.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        Button refuse = new Button(text("scores.appeal.refuse"), click -> decide(line, false, changed));
        refuse.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div buttons = new Div(uphold, refuse);
        buttons.addClassNames("score-buttons", "not-printed");
        return buttons;
    }

    private void ask(ScoreLine line, LocalDate last, Runnable changed) {
        new ReasonDialog(
                        text("scores.appeal.title"),
                        text("scores.appeal.reason"),
                        text("scores.appeal.submit"),
                        reason -> {
                            appeals.appeal(line.id(), reason);
                            Notices.done("scores.done.appealed");
                            changed.run();
                        })
                .longest(ScoreAppeals.LONGEST_REASON)
                .explain(text("scores.appeal.who", formats.day(last)))
                .explain(ScoreTexts.why(line, formats))
                .explain(text(
                        "scores.appeal.against",
                        formats.moment(line.occurredAt()),
                        ScoreTexts.what(line, formats),
                        ScoreTexts.signed(line.points())))
                .explain(text("task.title", line.taskNo(), line.taskTitle()))
                .open();
    }

    private void takeBack(ScoreLine line, Runnable changed) {
        if (Notices.attempt(() -> appeals.takeBack(line.appeal().id()))) {
            Notices.done("scores.done.takeBack");
        }
        changed.run();
    }

    private void decide(ScoreLine line, boolean upheld, Runnable changed) {
        String action = upheld ? "uphold" : "refuse";
        new ReasonDialog(
                        text("scores.appeal." + action + ".title", line.departmentName()),
                        text("scores.appeal.decisionReason"),
                        text("scores.appeal." + action),
                        reason -> {
                            if (upheld) {
                                appeals.uphold(line.appeal().id(), reason);
                            } else {
                                appeals.refuse(line.appeal().id(), reason);
                            }
                            Notices.done("scores.done." + action);
                            changed.run();
                        })
                .longest(ScoreAppeals.LONGEST_REASON)
                .explain(text("scores.appeal." + action + ".hint"))
                .open();
    }
}
