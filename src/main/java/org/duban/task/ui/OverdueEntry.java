package org.duban.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.duban.base.WorkingCalendar;
import org.duban.task.BallHolder;
import org.duban.task.KeyTask;
import org.duban.task.OverdueRow;
import org.duban.ui.Formats;
import org.duban.ui.Routes;
import org.springframework.stereotype.Component;

/** Makes the entries of the overdue list: how late, what, who has to move and why, and how far it is. */
@Component
class OverdueEntry {

    private static final int NAMED = 3;

    private final Formats formats;
    private final WorkingCalendar calendar;

    OverdueEntry(Formats formats, WorkingCalendar calendar) {
        this.formats = formats;
        this.calendar = calendar;
    }

    ListItem of(OverdueRow overdue) {
        ListItem entry = new ListItem(days(overdue), what(overdue), holders(overdue), progress(overdue));
        entry.addClassName("overdue-entry");
        return entry;
    }

    private static Div days(OverdueRow overdue) {
        Span number = new Span(String.valueOf(overdue.row().daysLate()));
        number.addClassName("overdue-number");
        Span unit = new Span(text("overdue.unit.longest"));
        Div days = new Div(number, unit);
        days.addClassName("overdue-days");
        days.getElement().setAttribute("title", text("task.late", overdue.row().daysLate()));
        return days;
    }

    private static Div what(OverdueRow overdue) {
        KeyTask task = overdue.row().task();
        Anchor title = new Anchor(Routes.task(task.id().value()), task.title());
        title.addClassName("overdue-title");
        Span source = new Span(overdue.row().directiveLabel() + "  ·  " + text("task.no", task.no()));
        source.addClassName("soft");
        Div what = new Div(title, source);
        what.addClassName("overdue-what");
        return what;
    }

    private Div holders(OverdueRow overdue) {
        Div holders = new Div();
        holders.addClassName("overdue-holders");
        overdue.holders().stream().limit(NAMED).forEach(holder -> holders.add(holder(holder)));
        int more = overdue.holders().size() - NAMED;
        if (more > 0) {
            Span others = new Span(text("overdue.holders.more", more));
            others.addClassName("soft");
            others.getElement()
                    .setAttribute(
                            "title",
                            String.join(
                                    text("list.separator"),
                                    overdue.holders().stream()
                                            .skip(NAMED)
                                            .map(OverdueEntry::name)
                                            .toList()));
            holders.add(others);
        }
        return holders;
    }

    private Div holder(BallHolder holder) {
        Span who = new Span(name(holder));
        who.addClassName("overdue-who");
        Span why = new Span(text("move." + holder.move()));
        long days =
                calendar.today().toEpochDay() - calendar.dayOf(holder.since()).toEpochDay();
        Span since = new Span(text("overdue.since", formats.day(calendar.dayOf(holder.since())), days));
        since.addClassName("soft");
        Div line = new Div(new Div(who, why), since);
        line.addClassName("overdue-holder");
        return line;
    }

    private static String name(BallHolder holder) {
        return holder.supervisors() ? text("overdue.supervisors") : holder.departmentName();
    }

    private Div progress(OverdueRow overdue) {
        KeyTask task = overdue.row().task();
        Span due = new Span(text("task.due") + " " + formats.day(task.dueOn()));
        due.addClassName("soft");
        Div progress = new Div(new PercentBar(task.percent()), due);
        if (task.escalationLevel() > 0) {
            Span level = new Span(TaskBadges.escalation(task.escalationLevel()));
            level.addClassName("escalation");
            progress.add(level);
        }
        progress.addClassName("overdue-progress");
        return progress;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
