package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.account.Caller;
import org.duban.base.Stop;
import org.duban.base.StoppedClocks;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.OpenItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How a key task stops standing still: its row, what waited about it, and its clocks. Joins the transaction. */
@Component
class StandStill {

    private final KeyTaskRepository tasks;
    private final SuspensionRepository suspensions;
    private final UrgeRepository urges;
    private final OpenItems items;
    private final StoppedClocks clocks;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    StandStill(
            KeyTaskRepository tasks,
            SuspensionRepository suspensions,
            UrgeRepository urges,
            OpenItems items,
            StoppedClocks clocks,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.suspensions = suspensions;
        this.urges = urges;
        this.items = items;
        this.clocks = clocks;
        this.calendar = calendar;
        this.events = events;
    }

    /** The time for which it stood still: its working days are those after the day of suspension, up to today. */
    Stop stop(KeyTask task) {
        LocalDate since = calendar.dayOf(task.suspendedAt());
        return new Stop(since, calendar.workingDaysBetween(since, calendar.today()));
    }

    /** By when it is due if it goes on today. */
    LocalDate newDueOn(KeyTask task) {
        return clocks.moved(task.dueOn(), stop(task));
    }

    /**
     * It goes on: all of its own clocks that run move. A department's clock for signing that has
     * ended, since it signed, stays; so does the due date of the launch.
     *
     * @return the new due date
     */
    LocalDate resume(KeyTask task, Caller by, String reason) {
        Stop stop = stop(task);
        LocalDate dueOn = newDueOn(task);
        end(task, Suspension.Ending.RESUMED, by, reason);
        long id = task.id().value();
        String unsigned = "key_task_id = :task AND state IN ('AWAITING', 'DISPUTED')";
        clocks.moveMoments("duty", "acknowledge_by", unsigned, id, stop);
        clocks.moveMoments("duty", "first_acknowledge_by", unsigned, id, stop);
        clocks.moveMoments("duty", "dispute_by", unsigned, id, stop);
        clocks.moveDays("countersignature", "due_on", "key_task_id = :task AND state = 'OPEN'", id, stop);
        clocks.moveDays("site_check", "planned_on", "key_task_id = :task AND state = 'ORDERED'", id, stop);
        urges.move(task.id(), "1 = 1", stop);
        items.resume(id, stop);
        events.publishEvent(new KeyTaskEvents.StoodStill(task.id(), task.suspendedAt(), stop, true));
        return dueOn;
    }

    /** It ends without going on, no later than it was when it stopped. @return as it is now */
    KeyTask withdraw(KeyTask task, Caller by) {
        end(task, Suspension.Ending.WITHDRAWN, by, null);
        events.publishEvent(new KeyTaskEvents.StoodStill(task.id(), task.suspendedAt(), stop(task), false));
        return tasks.lock(task.id()).orElseThrow();
    }

    private void end(KeyTask task, Suspension.Ending ending, Caller by, String reason) {
        Instant now = calendar.now();
        LocalDate newDueOn = newDueOn(task);
        suspensions.end(task, ending, by.accountId(), now, reason, stop(task).workingDays(), newDueOn);
        int days = (int) (calendar.today().toEpochDay()
                - calendar.dayOf(task.suspendedAt()).toEpochDay());
        tasks.endSuspension(task.id(), days);
        tasks.moveDue(task.id(), newDueOn);
    }
}
