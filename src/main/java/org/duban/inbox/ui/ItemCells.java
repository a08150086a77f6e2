package org.duban.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.duban.inbox.OpenItem;
import org.duban.ui.Formats;
import org.duban.ui.HowCounted;
import org.duban.ui.Notices;

/** One item, in cells of a row or all in one card. */
class ItemCells {

    private final Formats formats;
    private final List<ItemAction> actions;
    private final Runnable done;

    /** @param done called after an action on an item, whether or not it was refused */
    ItemCells(Formats formats, List<ItemAction> actions, Runnable done) {
        this.formats = formats;
        this.actions = actions;
        this.done = done;
    }

    Component verb(OpenItem item) {
        Span verb = new Span(Kinds.icon(item.kind()).create());
        verb.add(verb.getTranslation(Kinds.verbKey(item.kind())));
        verb.addClassName("item-verb");
        return verb;
    }

    Component task(OpenItem item) {
        Span number = new Span(item.taskNo());
        number.addClassName("item-number");
        Anchor title = new Anchor(Kinds.address(item), item.taskTitle());
        title.addClassName("item-title");
        Div first = new Div(number, title);
        first.addClassName("item-task-line");
        Span directive = new Span(item.directiveLabel());
        directive.addClassName("item-directive");
        Div second = new Div(directive);
        second.addClassName("item-task-line");
        if (item.behalfName() != null) {
            Span behalf = new Span();
            behalf.setText(behalf.getTranslation("inbox.behalf", item.behalfName()));
            behalf.addClassName("item-behalf");
            second.add(behalf);
        }
        Div task = new Div(first, second);
        task.addClassName("item-task");
        return task;
    }

    Component due(OpenItem item) {
        Span day = new Span(formats.day(item.dueOn()));
        day.addClassName("item-day");
        Div due = new Div(day, formats.dueBadge(item.dueOn()));
        if (item.reminded() && !formats.over(item.dueOn())) {
            due.add(reminded());
        }
        addHowCounted(due, item);
        due.addClassName("item-due");
        return due;
    }

    private static void addHowCounted(Div due, OpenItem item) {
        if (item.counted() != null) {
            due.add(new HowCounted(item.counted(), item.dueOn()));
        }
    }

    /** That the department was reminded that the due day is near; once it is over, the badge says more. */
    private static Component reminded() {
        Icon bell = VaadinIcon.BELL_O.create();
        bell.addClassName("item-reminded");
        bell.setTooltipText(bell.getTranslation("inbox.reminded"));
        bell.getElement().setAttribute("role", "img");
        bell.getElement().setAttribute("aria-label", bell.getTranslation("inbox.reminded"));
        return bell;
    }

    String about(OpenItem item) {
        return item.aboutDepartment() == null ? "" : item.aboutDepartment();
    }

    String since(OpenItem item) {
        return formats.moment(item.openedAt());
    }

    Component actions(OpenItem item) {
        Div buttons = new Div();
        buttons.addClassName("item-actions");
        actions.stream()
                .filter(action -> action.kind() == item.kind())
                .map(action -> button(action, item))
                .forEach(buttons::add);
        return buttons;
    }

    private Button button(ItemAction action, OpenItem item) {
        Button button = new Button();
        button.setText(button.getTranslation(action.labelKey()));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            Notices.attempt(() -> action.perform(item));
            done.run();
        });
        return button;
    }

    /** @param withDepartment whether it matters which department it is about */
    Component card(OpenItem item, boolean withDepartment) {
        Div top = new Div(verb(item), formats.dueBadge(item.dueOn()));
        if (item.reminded() && !formats.over(item.dueOn())) {
            top.add(reminded());
        }
        top.addClassName("item-card-top");
        Div facts = new Div();
        facts.addClassName("item-card-facts");
        if (withDepartment && item.aboutDepartment() != null) {
            facts.add(new Span(item.aboutDepartment()));
        }
        facts.add(new Span(facts.getTranslation("inbox.due.on", formats.day(item.dueOn()))));
        addHowCounted(facts, item);
        facts.add(new Span(facts.getTranslation("inbox.since.moment", since(item))));
        Div card = new Div(top, task(item), facts, actions(item));
        card.addClassName("item-card");
        return card;
    }
}
