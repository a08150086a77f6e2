package org.duban.task.ui;

import static org.duban.ui.Prose.soft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.duban.task.GivenVerdict;
import org.duban.task.KeyTaskDetails;
import org.duban.task.LightChange;
import org.duban.task.LightHistory;
import org.duban.task.LightReading;
import org.duban.task.Verdict;
import org.duban.task.Verdicts;
import org.duban.ui.Formats;

/** What the supervisors think of the work, and how the light changed with the rule and the inputs of each change. */
@org.springframework.stereotype.Component
class LightSection implements TaskSection {

    private static final int CHANGES = 20;

    private final Verdicts verdicts;
    private final LightHistory history;
    private final VerdictDialogs dialogs;
    private final Formats formats;

    LightSection(Verdicts verdicts, LightHistory history, VerdictDialogs dialogs, Formats formats) {
        this.verdicts = verdicts;
        this.history = history;
        this.dialogs = dialogs;
        this.formats = formats;
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String titleKey() {
        return "task.section.light";
    }

    @Override
    public Component content(KeyTaskDetails details, Runnable changed) {
        Optional<GivenVerdict> last = verdicts.last(details.task().id());
        List<LightChange> history = this.history.of(details.task().id(), CHANGES + 1);
        // what was read at the launch is the light that the page shows, as long as nothing changed
        List<LightChange> changes = history.stream().allMatch(change -> change.from() == null) ? List.of() : history;
        boolean mayJudge =
                details.supervised() && details.task().open() && !details.task().suspended();
        if (last.isEmpty() && changes.isEmpty() && !mayJudge) {
            return null;
        }
        Div content = new Div();
        content.addClassName("light-section");
        content.add(verdict(content, last));
        if (mayJudge) {
            content.add(actions(content, details, last, changed));
        }
        if (!changes.isEmpty()) {
            content.add(changes(content, changes));
        }
        return content;
    }

    private Component verdict(Component page, Optional<GivenVerdict> last) {
        if (last.isEmpty()) {
            return soft(page.getTranslation("task.verdict.none"));
        }
        GivenVerdict given = last.get();
        String at = formats.moment(given.at());
        Paragraph reason = new Paragraph(given.reason());
        reason.addClassName("words");
        if (given.verdict() == Verdict.NONE) {
            return new Div(soft(page.getTranslation("task.verdict.takenBack", given.by(), at)), reason);
        }
        Div head = new Div(
                TaskBadges.verdict(given.verdict()), soft(page.getTranslation("task.verdict.by", given.by(), at)));
        head.addClassName("completion-head");
        return new Div(head, reason);
    }

    private Component actions(Component page, KeyTaskDetails details, Optional<GivenVerdict> last, Runnable changed) {
        boolean holds = last.filter(given -> given.verdict() != Verdict.NONE).isPresent();
        Div buttons = new Div(small(
                page.getTranslation(holds ? "task.verdict.again" : "task.verdict.give"),
                () -> dialogs.give(details.task().id(), last, changed)));
        if (holds) {
            buttons.add(small(
                    page.getTranslation("task.verdict.takeBack"),
                    () -> dialogs.takeBack(details.task().id(), last.get(), changed)));
        }
        buttons.addClassName("verdict-actions");
        return buttons;
    }

    private Component changes(Component page, List<LightChange> changes) {
        OrderedList list = new OrderedList();
        list.addClassName("light-changes");
        changes.stream().limit(CHANGES).forEach(change -> list.add(change(page, change)));
        boolean all = changes.size() <= CHANGES;
        return new Details(
                page.getTranslation(
                        all ? "task.light.changes" : "task.light.changes.more",
                        changes.stream()
                                .limit(CHANGES)
                                .filter(change -> change.from() != null)
                                .count()),
                list);
    }

    private ListItem change(Component page, LightChange change) {
        LightReading reading = change.to();
        String to = page.getTranslation("light." + reading.light());
        Span from = new Span(headline(page, change, to));
        from.addClassName("light-change");
        Span source = soft(
                formats.moment(reading.at()) + "  ·  " + page.getTranslation("task.light.version", reading.version()));
        ListItem item = new ListItem(from, new Paragraph(TaskBadges.explanation(reading)), source);
        item.addClassName("light-" + reading.light().name().toLowerCase());
        return item;
    }

    private static String headline(Component page, LightChange change, String to) {
        if (change.from() == null) {
            return page.getTranslation("task.light.launched", to);
        }
        return change.from() == change.to().light()
                ? page.getTranslation("task.light.change.reason", to)
                : page.getTranslation("task.light.change", page.getTranslation("light." + change.from()), to);
    }

    private static Button small(String text, Runnable action) {
        Button button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
