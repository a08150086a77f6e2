package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.task.Duty;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.task.KeyTaskRow;
import org.duban.task.KeyTasks;
import org.duban.ui.Formats;
import org.duban.ui.Routes;

/** Into what the key task was split, as far as the reader sees it. */
@org.springframework.stereotype.Component
class SubTasksSection implements TaskSection {

    private final KeyTasks tasks;
    private final Formats formats;

    SubTasksSection(KeyTasks tasks, Formats formats) {
        this.tasks = tasks;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String titleKey() {
        return "split.section";
    }

    @Override
    public Component content(KeyTaskDetails details, Runnable changed) {
        List<KeyTaskRow> rows = tasks.subTasks(details.task().id());
        if (rows.isEmpty()) {
            return null;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("sub-tasks");
        rows.forEach(row -> list.add(row(row)));
        return list;
    }

    private ListItem row(KeyTaskRow row) {
        KeyTask task = row.task();
        Anchor title = new Anchor(Routes.task(task.id().value()), task.no() + "  " + task.title());
        title.addClassName("sub-task-title");
        Span departments = new Span();
        departments.setText(row.duties().stream()
                .map(Duty::departmentName)
                .collect(Collectors.joining(departments.getTranslation("list.separator"))));
        departments.addClassName("soft");
        Div what = new Div(title, departments);
        what.addClassName("sub-task-what");
        Div marks = new Div(TaskBadges.light(task.lightReading()), TaskBadges.state(task));
        marks.addClassName("card-marks");
        Span note = new Span(note(row));
        note.addClassName(TaskBadges.lateness(task, row.daysLate()));
        Div due = new Div(new Span(formats.day(task.dueOn())), note);
        due.addClassNames("two-lines", "figures");
        ListItem item = new ListItem(what, marks, new PercentBar(task.percent()), due);
        item.addClassName("sub-task");
        return item;
    }

    private String note(KeyTaskRow row) {
        if (row.task().open()) {
            return formats.remaining(row.task().dueOn());
        }
        return row.daysLate() > 0 ? TaskBadges.late(row.task(), row.daysLate()) : "";
    }
}
