package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.CellFocusEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.duban.directive.DutyRole;
import org.duban.task.Duty;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskRow;
import org.duban.ui.Formats;
import org.duban.ui.Narrow;
import org.duban.ui.Routes;

/** Key tasks in columns or, where these have no room, as cards. A click on a row, or Enter, opens its page. */
class LedgerGrid extends Grid<KeyTaskRow> {

    private static final int NAMED = 2;

    private final Formats formats;
    private KeyTaskRow focused;

    LedgerGrid(Formats formats) {
        super(KeyTaskRow.class, false);
        this.formats = formats;
        addClassName("ledger-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        setSelectionMode(SelectionMode.NONE);
        column("ledger.light", "5.75rem", row -> TaskBadges.light(row.task().lightReading()));
        column("ledger.no", "6.25rem", LedgerGrid::no);
        column("ledger.task", "18rem", this::title).setFlexGrow(3);
        column("ledger.departments", "13rem", this::departments);
        column("ledger.percent", "8rem", row -> new PercentBar(row.task().percent()));
        column("ledger.due", "9rem", this::due);
        column("ledger.state", "10rem", LedgerGrid::state);
        Narrow.cardBelow(this, addComponentColumn(this::card));
        addItemClickListener(click -> open(click.getItem()));
        addCellFocusListener(this::remember);
        getElement()
                .addEventListener("keydown", pressed -> openFocused())
                .setFilter("event.key === 'Enter' && event.target === element");
    }

    private Column<KeyTaskRow> column(
            String headerKey, String width, com.vaadin.flow.function.ValueProvider<KeyTaskRow, Component> cell) {
        return addComponentColumn(cell)
                .setHeader(getTranslation(headerKey))
                .setWidth(width)
                .setFlexGrow(0);
    }

    private void remember(CellFocusEvent<KeyTaskRow> focus) {
        focused = focus.getItem().orElse(null);
    }

    private void openFocused() {
        if (focused != null) {
            open(focused);
        }
    }

    private static void open(KeyTaskRow row) {
        UI.getCurrent().navigate(Routes.task(row.task().id().value()));
    }

    /** In full, since numbers of sub-tasks differ at their end. */
    private static Component no(KeyTaskRow row) {
        Span no = new Span(row.task().no());
        no.addClassName("ledger-no");
        return no;
    }

    private Component title(KeyTaskRow row) {
        Anchor title =
                new Anchor(Routes.task(row.task().id().value()), row.task().title());
        title.addClassName("ledger-title");
        title.getElement().setAttribute("title", row.task().title());
        Span directive = new Span(row.directiveLabel());
        directive.addClassName("soft");
        Div cell = new Div(title, row.task().isSubTask() ? new Div(TaskBadges.subTask(), directive) : directive);
        cell.addClassName("two-lines");
        return cell;
    }

    /** Who leads or answers jointly; the first ones by name. */
    private Component departments(KeyTaskRow row) {
        List<String> names = row.duties().stream()
                .filter(duty -> duty.role() != DutyRole.COOPERATING)
                .map(Duty::departmentName)
                .toList();
        String separator = getTranslation("list.separator");
        String all = String.join(separator, names);
        Div cell = new Div(
                new Span(String.join(separator, names.stream().limit(NAMED).toList())));
        if (names.size() > NAMED) {
            cell.add(new Span("+" + (names.size() - NAMED)));
        }
        cell.addClassName("ledger-departments");
        cell.getElement().setAttribute("title", all);
        return cell;
    }

    private static Component state(KeyTaskRow row) {
        Div cell = new Div(TaskBadges.state(row.task()));
        if (row.task().open() && row.task().escalationLevel() > 0) {
            Span level = new Span(TaskBadges.escalation(row.task().escalationLevel()));
            level.addClassName("escalation");
            cell.add(level);
        }
        cell.addClassName("ledger-state");
        return cell;
    }

    private Component due(KeyTaskRow row) {
        KeyTask task = row.task();
        Span day = new Span(formats.day(task.dueOn()));
        Span note = new Span(dueNote(row));
        note.addClassName(TaskBadges.lateness(row.task(), row.daysLate()));
        Div cell = new Div(day, note);
        cell.addClassNames("two-lines", "figures");
        return cell;
    }

    private String dueNote(KeyTaskRow row) {
        if (row.task().suspended()) {
            return getTranslation("task.due.suspended");
        }
        if (row.task().open()) {
            return formats.remaining(row.task().dueOn());
        }
        return row.daysLate() > 0 ? TaskBadges.late(row.task(), row.daysLate()) : "";
    }

    private Component card(KeyTaskRow row) {
        KeyTask task = row.task();
        Div marks = new Div(TaskBadges.light(task.lightReading()), state(row));
        if (task.isSubTask()) {
            marks.add(TaskBadges.subTask());
        }
        marks.addClassName("card-marks");
        Div title = new Div(task.no() + "  " + task.title());
        title.addClassName("card-title");
        Div source = new Div(row.directiveLabel());
        source.addClassName("soft");
        Div card = new Div(marks, title, source, departments(row), new PercentBar(task.percent()), due(row));
        card.addClassName("task-card");
        return card;
    }
}
