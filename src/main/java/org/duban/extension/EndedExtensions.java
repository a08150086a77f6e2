package org.duban.extension;

import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.task.KeyTaskEvents;
import org.duban.task.KeyTaskId;
import org.duban.task.TaskRequests;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to a request when its key task ends or its duty goes elsewhere, in the transaction of that. */
@Component
class EndedExtensions {

    private final ExtensionRepository extensions;
    private final TaskRequests requests;
    private final ExtensionWorkflow workflow;
    private final WorkingCalendar calendar;

    EndedExtensions(
            ExtensionRepository extensions,
            TaskRequests requests,
            ExtensionWorkflow workflow,
            WorkingCalendar calendar) {
        this.extensions = extensions;
        this.requests = requests;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /** The key task's process ends as a whole, and nothing of it waits for anybody: only the row is left. */
    @EventListener
    void on(KeyTaskEvents.Closed closed) {
        extensions.open(closed.task()).ifPresent(this::end);
    }

    /** The successor has what was asked for under its own name; where it has a duty of its own, that one has it. */
    @EventListener
    void on(KeyTaskEvents.DutySucceeded succeeded) {
        if (succeeded.mergedInto() != null) {
            extensions.hand(succeeded.duty(), succeeded.mergedInto());
        }
    }

    @EventListener
    void on(KeyTaskEvents.DutyDecided decided) {
        extensions.openOf(decided.duty()).filter(open -> !stillAsks(open)).ifPresent(open -> {
            requests.waitsNoMore(ItemKind.SIGN_EXTENSION, open.id().value());
            requests.waitsNoMore(ItemKind.DECIDE_EXTENSION, open.id().value());
            end(open);
            workflow.takenBack(open.id());
        });
    }

    private boolean stillAsks(Extension extension) {
        KeyTaskId task = extension.taskId();
        return requests.dutiesAsSystem(task).stream()
                .anyMatch(duty -> duty.id().equals(extension.dutyId()) && duty.reports());
    }

    private void end(Extension extension) {
        extensions.end(extension.id(), Extension.State.VOID, null, null, null, calendar.now());
    }
}
