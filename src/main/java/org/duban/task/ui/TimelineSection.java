package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.duban.task.KeyTaskDetails;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.TimelineEntry;
import org.duban.ui.Formats;

/** What happened, newest first, a page at a time. */
@org.springframework.stereotype.Component
class TimelineSection implements TaskSection {

    private static final int PAGE = 50;

    private final KeyTasks tasks;
    private final Formats formats;

    TimelineSection(KeyTasks tasks, Formats formats) {
        this.tasks = tasks;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String titleKey() {
        return "task.section.timeline";
    }

    @Override
    public Component content(KeyTaskDetails task, Runnable changed) {
        Div content = new Div();
        show(content, task.task().id(), PAGE);
        return content;
    }

    private void show(Div content, KeyTaskId task, int count) {
        List<TimelineEntry> entries = tasks.timeline(task, count + 1);
        OrderedList list = new OrderedList();
        list.addClassName("timeline");
        entries.stream().limit(count).forEach(entry -> list.add(item(entry)));
        content.removeAll();
        content.add(list);
        if (entries.size() > count) {
            Button more = new Button(
                    content.getTranslation("task.timeline.more"), click -> show(content, task, count + PAGE));
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            content.add(more);
        }
    }

    private ListItem item(TimelineEntry entry) {
        Span at = new Span(formats.moment(entry.occurredAt()));
        at.addClassName("timeline-at");
        Div what = new Div(new Span(sentence(at, entry)));
        what.addClassName("timeline-what");
        if (entry.note() != null) {
            Paragraph note = new Paragraph(entry.note());
            note.addClassName("words");
            what.add(note);
        }
        ListItem item = new ListItem(at, what);
        item.addClassNames(
                "timeline-entry",
                "timeline-" + entry.kind().name().toLowerCase().replace('_', '-'));
        return item;
    }

    private String sentence(Component page, TimelineEntry entry) {
        String figure = entry.figure();
        String told =
                switch (entry.kind()) {
                    case DUTY_CHANGED, DUTY_CONFIRMED, DUTY_ADDED -> page.getTranslation("dutyRole." + figure);
                    case ESCALATED,
                            REPORT_ESCALATED,
                            CONTRIBUTION_ESCALATED,
                            ACKNOWLEDGEMENT_ESCALATED,
                            INSTRUCTION_ESCALATED -> page.getTranslation("escalation." + figure);
                    case PRIORITY_CHANGED -> page.getTranslation("priority." + figure);
                    case VERDICT_GIVEN -> page.getTranslation("verdict." + figure);
                    case SITE_CHECK_RECORDED -> page.getTranslation("siteCheck." + figure);
                    case CLOSED -> page.getTranslation("outcome." + figure);
                    default -> figure;
                };
        return page.getTranslation(
                "timeline." + entry.kind().name() + variant(entry),
                entry.departmentName(),
                formats.actor(entry.actorName(), entry.behalfName()),
                told);
    }

    /** What happens by itself at times, or because of another key task, is told in other words then. */
    private static String variant(TimelineEntry entry) {
        return switch (entry.kind()) {
            case TASK_WITHDRAWN -> entry.figure() == null ? "" : ".above";
            case SUB_TASKS_AWAITED -> entry.actorName() == null ? ".anew" : "";
            default -> "";
        };
    }
}
