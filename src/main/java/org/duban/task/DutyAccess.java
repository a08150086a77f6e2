package org.duban.task;

import java.util.Collection;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.springframework.stereotype.Component;

/**
 * The first step of every action: locks the key task, then hands out it and the duty if the caller may act on it. A duty
 * that the caller may not act on is answered like one that does not exist; of a closed key task nothing can be done any
 * more, of one that stands still nothing until it goes on.
 */
@Component
class DutyAccess {

    private final KeyTaskRepository tasks;
    private final DutyRepository duties;
    private final CurrentCaller caller;
    private final Faster faster;

    DutyAccess(KeyTaskRepository tasks, DutyRepository duties, CurrentCaller caller, Faster faster) {
        this.tasks = tasks;
        this.duties = duties;
        this.caller = caller;
        this.faster = faster;
    }

    /** For the duty's own department. */
    LockedDuty lockForDepartment(DutyId id) {
        LockedDuty locked = lock(id);
        Duty duty = locked.duty();
        if (!caller.get().actsFor(duty.departmentId()) || duty.state() == Duty.State.WITHDRAWN) {
            throw Refusal.notFound();
        }
        requireOpen(locked.task());
        return locked;
    }

    /** For a supervisor to whom the directive is entrusted. */
    LockedDuty lockForSupervisor(DutyId id) {
        LockedDuty locked = lock(id);
        requireSupervisor(locked.taskId());
        requireOpen(locked.task());
        return locked;
    }

    /** The key task, for a supervisor to whom the directive is entrusted. */
    KeyTask lockForSupervisor(KeyTaskId id) {
        requireSupervisor(id);
        KeyTask task = tasks.lock(id).orElseThrow(Refusal::notFound);
        requireOpen(task);
        return task;
    }

    /** As above, also while it stands still. */
    KeyTask lockEvenSuspendedForSupervisor(KeyTaskId id) {
        requireSupervisor(id);
        KeyTask task = tasks.lock(id).orElseThrow(Refusal::notFound);
        requireNotEnded(task);
        return task;
    }

    /** The same, also where it has ended. */
    KeyTask lockEvenEndedForSupervisor(KeyTaskId id) {
        requireSupervisor(id);
        return tasks.lock(id).orElseThrow(Refusal::notFound);
    }

    /** The key task, for any leader. */
    KeyTask lockForLeader(KeyTaskId id) {
        caller.require(Role.LEADER);
        return lockOpen(id);
    }

    /** The open key task, for those who have asked themselves whether the caller may act. */
    KeyTask lockOpen(KeyTaskId id) {
        KeyTask task = tasks.lock(id).orElseThrow(Refusal::notFound);
        requireOpen(task);
        return task;
    }

    /** The key task that is closed or withdrawn, for the same. */
    KeyTask lockEndedForSupervisor(KeyTaskId id) {
        requireSupervisor(id);
        KeyTask task = tasks.lock(id).orElseThrow(Refusal::notFound);
        if (task.open()) {
            throw faster.refusal(task.id(), TimelineEntry.Kind.REOPENED);
        }
        return task;
    }

    /** For the system's own work, which has no caller and looks itself whether there is anything to do still. */
    LockedDuty lock(DutyId id) {
        KeyTask task = tasks.lockOf(id).orElseThrow(Refusal::notFound);
        return new LockedDuty(duties.find(id).orElseThrow(), task);
    }

    /** The key tasks of all of these, in the order that everybody keeps, before they are locked one by one. */
    void lockAll(Collection<DutyId> ids) {
        tasks.lockAll(ids.stream()
                .map(id -> duties.find(id).orElseThrow().taskId())
                .distinct()
                .toList());
    }

    void requireSupervisor(KeyTaskId task) {
        Caller me = caller.require(Role.SUPERVISOR);
        if (!tasks.supervises(task, me)) {
            throw Refusal.notFound();
        }
    }

    private void requireOpen(KeyTask task) {
        requireNotEnded(task);
        if (task.suspended()) {
            throw faster.suspended(task.id());
        }
    }

    private void requireNotEnded(KeyTask task) {
        if (!task.open()) {
            throw faster.refusal(
                    task.id(),
                    TimelineEntry.Kind.CLOSED,
                    TimelineEntry.Kind.TASK_WITHDRAWN,
                    TimelineEntry.Kind.MERGED_INTO);
        }
    }
}
