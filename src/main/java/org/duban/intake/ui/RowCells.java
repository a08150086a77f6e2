package org.duban.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.duban.directive.DivisionRow;
import org.duban.directive.DutyRole;
import org.duban.ui.Formats;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** The cells of a row that is being checked, the same in columns and on cards. */
final class RowCells {

    private final Formats formats;

    RowCells(Formats formats) {
        this.formats = formats;
    }

    /** What is to be done, by when, and what somebody has to look at. */
    Component task(DivisionRow row, boolean similar) {
        Span title = new Span(row.title());
        title.addClassName("draft-title");
        Div task = new Div(title, meta(row));
        task.addClassName("draft-task");
        Div marks = marks(row, similar);
        if (marks.getComponentCount() > 0) {
            task.add(marks);
        }
        return task;
    }

    private Div meta(DivisionRow row) {
        Div meta = new Div();
        meta.addClassName("draft-meta");
        if (row.dueOn() != null) {
            meta.add(new Span(formats.day(row.dueOn())));
        } else if (row.launched() == null) {
            Span none = new Span(IntakeTexts.text("intake.row.noDue"));
            none.addClassName("draft-none");
            meta.add(none);
        }
        if (row.reporting() != null) {
            meta.add(new Span(IntakeTexts.text("directive.frequency." + row.reporting())));
        }
        if (!row.targets().isEmpty()) {
            meta.add(new Span(
                    IntakeTexts.text("intake.row.targets", row.targets().size())));
        }
        if (!row.supervisors().isEmpty()) {
            meta.add(new Span(
                    IntakeTexts.text("intake.row.supervisors", row.supervisors().size())));
        }
        return meta;
    }

    private static Div marks(DivisionRow row, boolean similar) {
        Div marks = new Div();
        marks.addClassName("draft-marks");
        if (row.launched() != null) {
            marks.add(new StatusBadge(Tone.SUCCESS, IntakeTexts.text("intake.row.launched"), VaadinIcon.CHECK));
            return marks;
        }
        row.obstacles().stream()
                .map(obstacle -> new StatusBadge(
                        Tone.WARNING, IntakeTexts.text("intake.obstacle." + obstacle), VaadinIcon.WARNING))
                .forEach(marks::add);
        long hints = row.warnings().stream()
                .filter(warning -> warning.open() && !warning.blocking())
                .count();
        if (hints > 0) {
            marks.add(new StatusBadge(
                    Tone.NEUTRAL, IntakeTexts.text("intake.row.hints", hints), VaadinIcon.INFO_CIRCLE_O));
        }
        if (similar) {
            marks.add(new StatusBadge(Tone.NEUTRAL, IntakeTexts.text("intake.row.similar"), VaadinIcon.COPY_O));
        }
        return marks;
    }

    /** A line of names for each role that occurs; those that mean no department yet stand out. */
    static Component departments(DivisionRow row) {
        Div departments = new Div();
        departments.addClassName("draft-departments");
        for (DutyRole role : DutyRole.values()) {
            List<Span> names = names(row, role);
            if (!names.isEmpty()) {
                Span label = new Span(IntakeTexts.text("dutyRole." + role));
                label.addClassNames("row-role", "row-role-" + role.name().toLowerCase(Locale.ROOT));
                Div list = new Div();
                list.addClassName("draft-names");
                for (Span name : names) {
                    if (list.getComponentCount() > 0) {
                        list.add(new Text(IntakeTexts.text("list.separator")));
                    }
                    list.add(name);
                }
                Div line = new Div(label, list);
                line.addClassName("row-role-line");
                departments.add(line);
            }
        }
        return departments;
    }

    private record Placed(int position, Span name) {}

    private static List<Span> names(DivisionRow row, DutyRole role) {
        Stream<Placed> known = row.assignments().stream()
                .filter(each -> each.role() == role)
                .map(each -> new Placed(each.position(), known(each)));
        Stream<Placed> unknown = row.names().stream()
                .filter(each -> each.role() == role)
                .map(each -> new Placed(each.position(), unresolved(each)));
        return Stream.concat(known, unknown)
                .sorted(Comparator.comparingInt(Placed::position))
                .map(Placed::name)
                .toList();
    }

    private static Span known(DivisionRow.Assignment assignment) {
        Span name = new Span(assignment.shortName());
        name.addClassName("draft-name");
        if (assignment.printedName() != null && !assignment.printedName().equals(assignment.shortName())) {
            name.setTitle(IntakeTexts.text("intake.name.printed", assignment.printedName()));
        }
        return name;
    }

    private static Span unresolved(DivisionRow.Name unresolved) {
        Span name = new Span(unresolved.name());
        name.addClassNames("draft-name", "draft-name-unresolved");
        name.setTitle(IntakeTexts.text(unresolved.group() ? "intake.name.group" : "intake.name.unresolved"));
        return name;
    }

    Component card(DivisionRow row, boolean similar) {
        Span number = new Span(row.no());
        number.addClassName("division-no");
        Div card = new Div(number, task(row, similar), departments(row));
        card.addClassName("division-card");
        return card;
    }
}
