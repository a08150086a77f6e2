package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duban.base.DueKey;
import org.duban.base.Slice;
import org.duban.task.KeyTask;
import org.duban.task.KeyTasks;
import org.duban.task.OverdueRow;
import org.duban.task.OverdueSummary;
import org.duban.ui.EmptyState;
import org.duban.ui.LiveUpdates;
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;

/**
 * What is overdue, the longest first, and who has to move. A plain list, read page by page on demand, so that what is
 * on the screen is also what is printed.
 */
@Route(Routes.OVERDUE)
@RolesAllowed({"LEADER", "SUPERVISOR"})
@Menu(order = 40, icon = "vaadin:alarm", title = "nav.overdue")
class OverdueView extends Div implements HasDynamicTitle {

    private static final int PAGE = 50;
    private static final int MOST_AT_ONCE = 500;

    private final KeyTasks tasks;
    private final OverdueEntry entries;
    private final List<OverdueExtra> extras;
    private final Div above = new Div();
    private final Div summary = new Div();
    private final Div head = OverdueEntry.head();
    private final OrderedList list = new OrderedList();
    private final Div below = new Div();
    private int shown;
    private DueKey last = DueKey.START;

    OverdueView(KeyTasks tasks, OverdueEntry entries, List<OverdueExtra> extras, LiveUpdates updates) {
        this.tasks = tasks;
        this.entries = entries;
        this.extras = extras;
        addClassNames("page", "overdue");
        summary.addClassName("overdue-summary");
        list.addClassName("overdue-list");
        Button print = new Button(getTranslation("overdue.print"), VaadinIcon.PRINT.create(), click -> UI.getCurrent()
                .getPage()
                .executeJs("window.print()"));
        print.addClassName("not-printed");
        add(new PageHeader(getTranslation("nav.overdue"), "", print), summary, above, head, list, below);
        readAgain();
        updates.refreshOn(this, change -> true, this::readAgain);
    }

    /** From the start, as far as was read before. */
    private void readAgain() {
        int wanted = Math.clamp(shown, PAGE, MOST_AT_ONCE);
        readAbove();
        list.removeAll();
        shown = 0;
        last = DueKey.START;
        readOn(wanted);
    }

    /** What the reader has unfolded stays so, unless there is more or less of it now. */
    private void readAbove() {
        List<Boolean> unfolded = folds().map(Details::isOpened).toList();
        above.removeAll();
        extras.forEach(extra -> extra.above().ifPresent(above::add));
        List<Details> now = folds().toList();
        if (now.size() == unfolded.size()) {
            IntStream.range(0, now.size()).forEach(fold -> now.get(fold).setOpened(unfolded.get(fold)));
        }
    }

    private Stream<Details> folds() {
        return above.getChildren()
                .flatMap(Component::getChildren)
                .filter(Details.class::isInstance)
                .map(Details.class::cast);
    }

    private void readOn(int count) {
        Slice<OverdueRow> page = tasks.overdue(last, count);
        for (OverdueRow row : page.rows()) {
            list.add(entries.of(row, extras, this::readAgain));
            KeyTask task = row.row().task();
            last = new DueKey(task.dueOn(), task.id().value());
        }
        shown += page.rows().size();
        summarize(tasks.overdueSummary());
        below.removeAll();
        list.setVisible(shown > 0);
        head.setVisible(shown > 0);
        if (shown == 0) {
            below.add(new EmptyState(VaadinIcon.CHECK_CIRCLE_O, getTranslation("overdue.empty.message")));
        } else if (page.more()) {
            Button more = new Button(getTranslation("overdue.more"), click -> readOn(PAGE));
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            more.addClassName("not-printed");
            below.add(more);
        }
    }

    private void summarize(OverdueSummary figures) {
        summary.removeAll();
        summary.setVisible(figures.tasks() > 0);
        summary.add(
                figure("tasks", figures.tasks() + (figures.more() ? "+" : "")),
                figure("departments", figures.departments() + (figures.more() ? "+" : "")),
                figure("longest", String.valueOf(figures.longestDelay())));
    }

    private Component figure(String name, String value) {
        Span label = new Span(getTranslation("overdue.summary." + name));
        label.addClassName("figure-label");
        Span number = new Span(value);
        number.addClassName("figure-number");
        Span unit = new Span(getTranslation("overdue.unit." + name));
        unit.addClassName("soft");
        Div figure = new Div(label, new Div(number, unit));
        figure.addClassNames("figure", "overdue-" + name);
        return figure;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.overdue");
    }
}
