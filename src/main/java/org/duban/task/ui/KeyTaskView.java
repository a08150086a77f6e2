package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.base.WorkChanged;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.ParentTask;
import org.duban.ui.LiveUpdates;
import org.duban.ui.Notices;
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;

/** A key task: how it stands, what the reader can do about it now, and what every feature has to say of it. */
@Route(Routes.TASK)
@RolesAllowed({"STAFF", "HEAD", "SUPERVISOR", "LEADER"})
class KeyTaskView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final KeyTasks tasks;
    private final KeyTaskFacts facts;
    private final TaskNotice notice;
    private final TaskActions actions;
    private final List<TaskSection> sections;
    private KeyTaskId id;
    private String title = "";

    KeyTaskView(
            KeyTasks tasks,
            KeyTaskFacts facts,
            TaskNotice notice,
            TaskActions actions,
            List<TaskSection> sections,
            LiveUpdates updates) {
        this.tasks = tasks;
        this.facts = facts;
        this.notice = notice;
        this.actions = actions;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(TaskSection::order))
                .toList();
        addClassNames("page", "key-task");
        updates.refreshOn(this, this::concerns, this::readAgain);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = new KeyTaskId(Ids.parse(event.getRouteParameters().get("id").orElse("")));
        show(tasks.details(id));
    }

    private boolean concerns(WorkChanged change) {
        return change.keyTaskId() != null && change.keyTaskId() == id.value();
    }

    /** An action may have taken the key task out of the reader's sight. */
    private void readAgain() {
        try {
            show(tasks.details(id));
        } catch (Refusal gone) {
            Notices.done("task.changedAway");
            UI.getCurrent().navigate(Routes.TASKS);
        }
    }

    private void show(KeyTaskDetails details) {
        KeyTask task = details.task();
        title = getTranslation("task.title", task.no(), task.title());
        removeAll();
        PageHeader header = new PageHeader(task.title());
        header.backTo(Routes.TASKS, getTranslation("nav.tasks"));
        String source = getTranslation("task.no", task.no()) + "  ·  " + details.directiveLabel();
        if (details.parent() == null) {
            header.setSubtitle(source);
        } else {
            header.setSubtitle(new Span(source + "  ·  " + getTranslation("split.partOf")), above(details.parent()));
        }
        header.setMarks(TaskBadges.marks(task));
        add(header, facts.strip(details));
        notice.of(details).ifPresent(this::add);
        actions.of(details, this::readAgain).ifPresent(this::add);
        Div main = new Div();
        main.addClassName("task-main");
        Div aside = new Div();
        aside.addClassName("task-aside");
        sections.forEach(section -> add(section.aside() ? aside : main, section, details));
        Div columns = new Div(aside, main);
        columns.addClassName("task-columns");
        add(columns);
    }

    /** A link for those who see it. */
    private Component above(ParentTask parent) {
        String name = getTranslation("split.parent", parent.no(), parent.title());
        return parent.visible() ? new Anchor(Routes.task(parent.id().value()), name) : new Span(name);
    }

    private void add(Div column, TaskSection section, KeyTaskDetails details) {
        Component content = section.content(details, this::readAgain);
        if (content != null) {
            Section frame = new Section(new H3(getTranslation(section.titleKey())), content);
            frame.addClassName("task-section");
            column.add(frame);
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
