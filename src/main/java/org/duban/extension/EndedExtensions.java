package org.duban.extension;

import org.duban.account.Staffing;
import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.task.KeyTaskEvents;
import org.duban.task.KeyTaskId;
import org.duban.task.TaskRequests;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What happens to a request when its key task ends, is due earlier or its duty goes elsewhere, in the transaction of that.
 */
@Component
class EndedExtensions {

    private final ExtensionRepository extensions;
    private final TaskRequests requests;
    private final Staffing staffing;
    private final ExtensionWorkflow workflow;
    private final WorkingCalendar calendar;

    EndedExtensions(
            ExtensionRepository extensions,
            TaskRequests requests,
            Staffing staffing,
            ExtensionWorkflow workflow,
            WorkingCalendar calendar) {
        this.extensions = extensions;
        this.requests = requests;
        this.staffing = staffing;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /** The key task's process ends as a whole, and nothing of it waits for anybody: only the row is left. */
    @EventListener
    void on(KeyTaskEvents.Closed closed) {
        extensions.open(closed.task()).ifPresent(this::end);
    }

    /**
     * Nobody decides on a later day while an earlier one is set. What no head has signed, supervisors know nothing of: it
     * asked for a day after one that holds no more, and is to be asked for anew.
     */
    @EventListener
    void on(KeyTaskEvents.DueComingForward coming) {
        extensions.open(coming.task()).ifPresent(open -> {
            if (open.state() == Extension.State.DECIDING) {
                throw new Refusal(
                        "refusal.merge.extension",
                        open.departmentName(),
                        open.askedDueOn().toString());
            }
            askNoMore(open);
        });
    }

    /**
     * Whoever has the duty now has what was asked for; where it has a duty of its own, that one has it. What no head has
     * signed has not left the house, and does not go to another one than the successor, nor to one without a head.
     */
    @EventListener
    void on(KeyTaskEvents.DutyHandedOver handed) {
        extensions
                .openOf(handed.duty())
                .filter(open -> open.state() == Extension.State.SIGNING)
                .filter(open ->
                        handed instanceof KeyTaskEvents.DutyTransferred || !staffing.headedAsSystem(handed.to()))
                .ifPresent(this::askNoMore);
        extensions.handOver(handed.duty(), handed.to());
        if (handed.mergedInto() != null) {
            extensions.hand(handed.duty(), handed.mergedInto());
        }
    }

    /** What another department asked for is not asked by the one that has the duty now. */
    @EventListener
    void on(KeyTaskEvents.DutyDecided decided) {
        extensions.openOf(decided.duty()).filter(open -> !stillAsks(open)).ifPresent(this::askNoMore);
    }

    private void askNoMore(Extension open) {
        requests.waitsNoMore(ItemKind.SIGN_EXTENSION, open.id().value());
        requests.waitsNoMore(ItemKind.DECIDE_EXTENSION, open.id().value());
        end(open);
        workflow.takenBack(open.id());
    }

    private boolean stillAsks(Extension extension) {
        KeyTaskId task = extension.taskId();
        return requests.dutiesAsSystem(task).stream()
                .anyMatch(duty -> duty.id().equals(extension.dutyId())
                        && duty.departmentId().equals(extension.departmentId())
                        && duty.reports());
    }

    private void end(Extension extension) {
        extensions.end(extension.id(), Extension.State.VOID, null, null, null, calendar.now());
    }
}
