package org.duban.ladder.ui;

import static org.duban.ladder.ui.LadderTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.duban.inbox.ui.InboxNotice;
import org.duban.ladder.DueSoon;
import org.duban.ladder.Reminders;
import org.duban.ui.Formats;
import org.duban.ui.Routes;

/** Key tasks that are due soon, above the inbox, in which they have no line: nothing of them waits for one answer. */
@org.springframework.stereotype.Component
class DueSoonNotice implements InboxNotice {

    private final Reminders reminders;
    private final Formats formats;

    DueSoonNotice(Reminders reminders, Formats formats) {
        this.reminders = reminders;
        this.formats = formats;
    }

    @Override
    public Optional<Component> content() {
        List<DueSoon> soon = reminders.dueSoon();
        if (soon.isEmpty()) {
            return Optional.empty();
        }
        Span heading = new Span(text("ladder.soon", soon.size()));
        heading.addClassName("due-soon-heading");
        UnorderedList list = new UnorderedList();
        soon.forEach(due -> list.add(line(due)));
        Div notice = new Div(heading, list);
        notice.addClassName("due-soon");
        return Optional.of(notice);
    }

    private ListItem line(DueSoon due) {
        Span left = new Span(text("ladder.soon.left", due.workingDaysLeft(), formats.day(due.dueOn())));
        left.addClassName("soft");
        return new ListItem(
                new Anchor(Routes.task(due.task().value()), text("task.title", due.no(), due.title())), left);
    }
}
