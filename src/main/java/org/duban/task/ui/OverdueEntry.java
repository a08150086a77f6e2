package org.duban.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.duban.base.WorkingCalendar;
import org.duban.task.BallHolder;
import org.duban.task.KeyTask;
import org.duban.task.OverdueRow;
import org.duban.ui.Formats;
import org.duban.ui.Routes;
import org.springframework.stereotype.Component;

/** Makes the entries of the overdue list: how late, what, who has to move, why and since when, and how far it is. */
@Component
class OverdueEntry {

    /** One more is not worth a button. */
    private static final int NAMED = 4;

    private final Formats formats;
    private final WorkingCalendar calendar;

    OverdueEntry(Formats formats, WorkingCalendar calendar) {
        this.formats = formats;
        this.calendar = calendar;
    }

    /** What stands in the columns; for the eye, as each entry says all in words. */
    static Div head() {
        Div holders = new Div(
                new Span(text("overdue.column.holder")),
                new Span(text("overdue.column.why")),
                new Span(text("overdue.column.held")));
        holders.addClassName("overdue-holder");
        Div head = new Div(
                new Span(text("overdue.column.late")),
                new Span(text("ledger.task")),
                holders,
                new Span(text("task.progress")));
        head.addClassName("overdue-head");
        head.getElement().setAttribute("aria-hidden", "true");
        return head;
    }

    ListItem of(OverdueRow overdue, List<OverdueExtra> extras, Runnable changed) {
        Div progress = progress(overdue);
        extras.forEach(extra -> extra.action(overdue, changed).ifPresent(progress::add));
        ListItem entry = new ListItem(days(overdue), what(overdue), holders(overdue), progress);
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

    private Div what(OverdueRow overdue) {
        KeyTask task = overdue.row().task();
        Anchor title = new Anchor(Routes.task(task.id().value()), task.title());
        title.addClassName("overdue-title");
        Span source = new Span(overdue.row().directiveLabel() + "  ·  " + text("task.no", task.no()));
        source.addClassName("soft");
        Span due = new Span(text("overdue.due", formats.day(task.dueOn())));
        due.addClassName("soft");
        Div what = new Div(title, source, due);
        what.addClassName("overdue-what");
        return what;
    }

    private Div holders(OverdueRow overdue) {
        List<BallHolder> all = overdue.holders();
        int named = all.size() <= NAMED + 1 ? all.size() : NAMED;
        Div holders = new Div();
        holders.addClassName("overdue-holders");
        all.subList(0, named).forEach(holder -> holders.add(holder(holder)));
        if (named < all.size()) {
            Div rest = new Div();
            rest.addClassNames("overdue-rest", "folded");
            all.subList(named, all.size()).forEach(holder -> rest.add(holder(holder)));
            holders.add(rest, unfold(rest, all.size() - named));
        }
        return holders;
    }

    /** On paper the rest is always there. */
    private static Button unfold(Div rest, int count) {
        Button more = new Button(text("overdue.holders.more", count));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        more.addClassName("not-printed");
        more.getElement().setAttribute("aria-expanded", "false");
        more.addClickListener(click -> {
            boolean fold = !rest.hasClassName("folded");
            rest.setClassName("folded", fold);
            more.setText(text(fold ? "overdue.holders.more" : "overdue.holders.fewer", count));
            more.getElement().setAttribute("aria-expanded", String.valueOf(!fold));
        });
        return more;
    }

    private Div holder(BallHolder holder) {
        Span who = new Span(holder.supervisors() ? text("overdue.supervisors") : holder.departmentName());
        who.addClassName("overdue-who");
        long days =
                calendar.today().toEpochDay() - calendar.dayOf(holder.since()).toEpochDay();
        Span held = new Span(text("overdue.held", days));
        held.addClassName("overdue-held-days");
        Span since = new Span(text("overdue.held.since", formats.day(calendar.dayOf(holder.since()))));
        since.addClassName("soft");
        Div how = new Div(held, since);
        how.addClassName("overdue-held");
        Div line = new Div(who, new Span(why(holder)), how);
        line.addClassName("overdue-holder");
        return line;
    }

    private static String why(BallHolder holder) {
        return holder.move() == BallHolder.Move.FINISH && holder.percent() == null
                ? text("move.FINISH.unreported")
                : text("move." + holder.move(), holder.percent());
    }

    private static Div progress(OverdueRow overdue) {
        KeyTask task = overdue.row().task();
        Div progress = new Div(new PercentBar(task.percent()));
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
