package org.duban.task;

import java.time.Instant;
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

    /** Tells of it; before the dispute is decided. What the key task stood still for meanwhile was given back already. */
    void over(Duty duty) {
        disputes.waitsSince(duty.id()).ifPresent(since -> {
            int waited = Math.max(0, waited(since) - suspensions.workingDaysSince(duty.taskId(), since));
            Stop stop = new Stop(calendar.dayOf(since), waited);
            urges.move(
                    duty.taskId(),
                    "cause = 'REPORT_LATE' AND duty_id = " + duty.id().value(),
                    stop);
            events.publishEvent(new KeyTaskEvents.DisputeWaited(duty.taskId(), duty.id(), stop));
        });
    }

    private int waited(Instant since) {
        return calendar.workingDaysBetween(calendar.dayOf(since), calendar.today());
    }
}
