package org.duban.directive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.duban.directive.DivisionRow;
import org.duban.directive.DutyRole;
import org.duban.directive.Target;
import org.duban.ui.Formats;
import org.duban.ui.Routes;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** The parts of a row, the same in columns and on cards. */
final class RowParts {

    private RowParts() {}

    /** What is to be done, the targets, and what keeps the row from being launched. */
    static Component task(DivisionRow row) {
        Div task = new Div(row.launched() == null ? new Span(row.title()) : link(row));
        task.addClassName("row-task");
        for (Target target : row.targets()) {
            Span counted = new Span(DirectiveTexts.target(target));
            counted.addClassName("row-target");
            counted.setTitle(target.wording());
            task.add(counted);
        }
        row.obstacles().stream()
                .findFirst()
                .ifPresent(obstacle -> task.add(new StatusBadge(
                        Tone.WARNING, DirectiveTexts.text("directive.obstacle." + obstacle), VaadinIcon.WARNING)));
        return task;
    }

    /** A line for each role that occurs. */
    static Component departments(DivisionRow row) {
        Div departments = new Div();
        departments.addClassName("row-departments");
        for (DutyRole role : DutyRole.values()) {
            List<String> names = Stream.concat(
                            row.assignments().stream()
                                    .filter(assignment -> assignment.role() == role)
                                    .map(RowParts::name),
                            row.names().stream()
                                    .filter(name -> name.role() == role)
                                    .map(name -> DirectiveTexts.text("directive.row.unresolved", name.name())))
                    .toList();
            if (!names.isEmpty()) {
                Span label = new Span(DirectiveTexts.text("dutyRole." + role));
                label.addClassNames("row-role", "row-role-" + role.name().toLowerCase(Locale.ROOT));
                Div line = new Div(label, new Span(String.join(DirectiveTexts.text("list.separator"), names)));
                line.addClassName("row-role-line");
                departments.add(line);
            }
        }
        return departments;
    }

    /** The name in use; where the document has quite another one, that comes first. */
    private static String name(DivisionRow.Assignment assignment) {
        String printed = assignment.printedName();
        return printed == null || assignment.shortName().contains(printed)
                ? assignment.shortName()
                : DirectiveTexts.text("directive.row.printed", printed, assignment.shortName());
    }

    static Component state(DivisionRow row, Formats formats) {
        if (row.launched() == null) {
            return new StatusBadge(
                    Tone.NEUTRAL,
                    DirectiveTexts.text(row.launchable() ? "directive.row.waiting" : "directive.row.behind"));
        }
        Div state = new Div(light(row.launched()));
        state.addClassName("row-state");
        if (row.launched().closedAt() == null) {
            Span remaining = new Span(formats.remaining(row.launched().dueOn()));
            remaining.addClassName("row-remaining");
            state.add(remaining);
        }
        return state;
    }

    private static Component light(DivisionRow.Launched task) {
        if (task.withdrawn()) {
            return new StatusBadge(Tone.NEUTRAL, DirectiveTexts.text("taskState.WITHDRAWN"));
        }
        if (task.closedAt() != null) {
            return new StatusBadge(Tone.SUCCESS, DirectiveTexts.text("directive.row.closed"), VaadinIcon.CHECK);
        }
        Tone tone =
                switch (task.light()) {
                    case "GREEN" -> Tone.SUCCESS;
                    case "YELLOW" -> Tone.WARNING;
                    case "RED" -> Tone.ERROR;
                    default -> Tone.NEUTRAL;
                };
        return new StatusBadge(tone, DirectiveTexts.text("light." + task.light()));
    }

    private static Anchor link(DivisionRow row) {
        Anchor link = new Anchor(Routes.task(row.launched().keyTaskId()), row.title());
        link.addClassName("row-link");
        return link;
    }
}
