package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.task.Merges;
import org.duban.task.Suspension;
import org.duban.task.Suspensions;
import org.duban.ui.Formats;
import org.duban.ui.Routes;

/** What every reader of a key task must know first: that it stands still, or which one goes on in its place. */
@org.springframework.stereotype.Component
class TaskNotice {

    private final Suspensions suspensions;
    private final Merges merges;
    private final Formats formats;

    TaskNotice(Suspensions suspensions, Merges merges, Formats formats) {
        this.suspensions = suspensions;
        this.merges = merges;
        this.formats = formats;
    }

    Optional<Component> of(KeyTaskDetails details) {
        KeyTask task = details.task();
        if (task.suspended()) {
            return Optional.of(suspended(suspensions.of(task.id()).getFirst()));
        }
        return task.state() == KeyTask.State.WITHDRAWN
                ? merges.survivor(task.id()).map(TaskNotice::merged)
                : Optional.empty();
    }

    private Component suspended(Suspension suspension) {
        Div notice = notice();
        Paragraph since = new Paragraph(notice.getTranslation(
                "suspension.notice",
                suspension.suspendedBy(),
                formats.moment(suspension.suspendedAt()),
                formats.day(suspension.reviewOn())));
        Paragraph reason = new Paragraph(suspension.reason());
        reason.addClassName("words");
        notice.add(since, reason);
        return notice;
    }

    private static Component merged(Merges.Survivor survivor) {
        Div notice = notice();
        Paragraph into = new Paragraph(notice.getTranslation("merge.notice") + " ");
        into.add(new Anchor(
                Routes.task(survivor.id().value()),
                notice.getTranslation("task.title", survivor.no(), survivor.title())));
        notice.add(into);
        return notice;
    }

    private static Div notice() {
        Div notice = new Div();
        notice.addClassName("task-notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }
}
