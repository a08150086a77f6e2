package org.duban.task;

import java.time.Instant;
import java.util.Map;
import org.duban.base.StoppedClocks;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How long the ball lay with the supervisors because of a dispute; joins the transaction of the action that ends it. */
@Component
class DisputeWaits {

    private final DisputeRepository disputes;
    private final SuspensionRepository suspensions;
    private final StoppedClocks clocks;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    DisputeWaits(
            DisputeRepository disputes,
            SuspensionRepository suspensions,
            StoppedClocks clocks,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.disputes = disputes;
        this.suspensions = suspensions;
        this.clocks = clocks;
        this.calendar = calendar;
        this.events = events;
    }

    /** Tells of it; before the dispute is decided. */
    void over(Duty duty) {
        disputes.waitsSince(duty.id()).ifPresent(since -> {
            int waited = workingDaysSince(duty.taskId(), since);
            // nobody is urged again for what they were urged for
            clocks.moveDays(
                    "urge",
                    "due_on",
                    "cause IN ('REPORT_LATE', 'CONTRIBUTION_LATE') AND duty_id = "
                            + duty.id().value(),
                    duty.taskId().value(),
                    waited);
            events.publishEvent(new KeyTaskEvents.DisputeWaited(duty.taskId(), duty.id(), since, waited));
        });
    }

    /** Since when it is open whose they are, by duty. */
    Map<DutyId, Instant> since(KeyTaskId task) {
        return disputes.waitSince(task);
    }

    /** Up to today; what the key task stood still for meanwhile is given back by itself. */
    int workingDaysSince(KeyTaskId task, Instant moment) {
        int passed = calendar.workingDaysBetween(calendar.dayOf(moment), calendar.today());
        return Math.max(0, passed - suspensions.workingDaysSince(task, moment));
    }
}
