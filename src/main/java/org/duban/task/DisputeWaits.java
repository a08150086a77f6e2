package org.duban.task;

import java.time.Instant;
import java.util.Map;
import org.duban.base.Stop;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How long the ball lay with the supervisors because of a dispute; joins the transaction of the action that ends it. */
@Component
class DisputeWaits {

    private final DisputeRepository disputes;
    private final SuspensionRepository suspensions;
    private final UrgeRepository urges;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    DisputeWaits(
            DisputeRepository disputes,
            SuspensionRepository suspensions,
            UrgeRepository urges,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.disputes = disputes;
        this.suspensions = suspensions;
        this.urges = urges;
        this.calendar = calendar;
        this.events = events;
    }

    /** Tells of it; before the dispute is decided. */
    void over(Duty duty) {
        disputes.waitsSince(duty.id()).ifPresent(since -> {
            Stop stop = new Stop(calendar.dayOf(since), workingDaysSince(duty.taskId(), since));
            urges.move(
                    duty.taskId(),
                    "cause IN ('REPORT_LATE', 'CONTRIBUTION_LATE') AND duty_id = "
                            + duty.id().value(),
                    stop);
            events.publishEvent(new KeyTaskEvents.DisputeWaited(duty.taskId(), duty.id(), since, stop));
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
