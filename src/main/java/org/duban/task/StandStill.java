package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.account.Caller;
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
    private final OpenItems items;
    private final StoppedClocks clocks;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    StandStill(
            KeyTaskRepository tasks,
            SuspensionRepository suspensions,
            OpenItems items,
            StoppedClocks clocks,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.suspensions = suspensions;
        this.items = items;
        this.clocks = clocks;
        this.calendar = calendar;
        this.events = events;
    }

    /** Working days for which it stood still: those after the day of suspension, up to today. */
    int workingDays(KeyTask task) {
        return calendar.workingDaysBetween(calendar.dayOf(task.suspendedAt()), calendar.today());
    }

    /**
     * It goes on: all of its own clocks that run move by the working days. A department's clock for signing that has
     * ended, since it signed, stays; so does the due date of the launch.
     *
     * @return the new due date
     */
    LocalDate resume(KeyTask task, int workingDays, Caller by, String reason) {
        LocalDate dueOn = calendar.plusWorkingDays(task.dueOn(), workingDays);
        end(task, Suspension.Ending.RESUMED, by, reason, workingDays, dueOn);
        long id = task.id().value();
        String unsigned = "key_task_id = :task AND state IN ('AWAITING', 'DISPUTED')";
        clocks.moveMoments("duty", "acknowledge_by", unsigned, id, workingDays);
        clocks.moveMoments("duty", "first_acknowledge_by", unsigned, id, workingDays);
        clocks.moveMoments("duty", "dispute_by", unsigned, id, workingDays);
        clocks.moveDays("countersignature", "due_on", "key_task_id = :task AND state = 'OPEN'", id, workingDays);
        clocks.moveDays("site_check", "planned_on", "key_task_id = :task AND state = 'ORDERED'", id, workingDays);
        // nobody is urged again for what they were urged for: on which day, stands in the timeline
        clocks.moveDays(
                "urge", "due_on", "duty_id IN (SELECT y.id FROM duty y WHERE y.key_task_id = :task)", id, workingDays);
        items.resume(id, workingDays);
        events.publishEvent(new KeyTaskEvents.StoodStill(task.id(), task.suspendedAt(), workingDays, true));
        return dueOn;
    }

    /** It ends without going on, no later than it was when it stopped. @return as it is now */
    KeyTask withdraw(KeyTask task, Caller by) {
        int workingDays = workingDays(task);
        LocalDate dueOn = calendar.plusWorkingDays(task.dueOn(), workingDays);
        end(task, Suspension.Ending.WITHDRAWN, by, null, workingDays, dueOn);
        events.publishEvent(new KeyTaskEvents.StoodStill(task.id(), task.suspendedAt(), workingDays, false));
        return tasks.lock(task.id()).orElseThrow();
    }

    private void end(
            KeyTask task, Suspension.Ending ending, Caller by, String reason, int workingDays, LocalDate newDueOn) {
        Instant now = calendar.now();
        suspensions.end(task, ending, by.accountId(), now, reason, workingDays, newDueOn);
        int days = (int) (calendar.today().toEpochDay()
                - calendar.dayOf(task.suspendedAt()).toEpochDay());
        tasks.endSuspension(task.id(), days);
        tasks.moveDue(task.id(), newDueOn);
    }
}
