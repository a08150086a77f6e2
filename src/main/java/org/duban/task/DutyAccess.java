package org.duban.task;

import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.springframework.stereotype.Component;

/**
 * The first step of every action: locks the key task, then hands out the duty if the caller may act on it. A duty that
 * the caller may not act on is answered like one that does not exist; of a closed key task nothing can be done any more.
 */
@Component
class DutyAccess {

    private final KeyTaskRepository tasks;
    private final DutyRepository duties;
    private final CurrentCaller caller;

    DutyAccess(KeyTaskRepository tasks, DutyRepository duties, CurrentCaller caller) {
        this.tasks = tasks;
        this.duties = duties;
        this.caller = caller;
    }

    /** For the duty's own department. */
    Duty lockForDepartment(DutyId id) {
        Duty duty = lock(id);
        if (!caller.get().actsFor(duty.departmentId()) || duty.state() == Duty.State.WITHDRAWN) {
            throw Refusal.notFound();
        }
        requireOpen(duty);
        return duty;
    }

    /** For a supervisor to whom the directive is entrusted. */
    Duty lockForSupervisor(DutyId id) {
        Duty duty = lock(id);
        requireSupervisor(duty.taskId());
        requireOpen(duty);
        return duty;
    }

    void requireSupervisor(KeyTaskId task) {
        Caller me = caller.require(Role.SUPERVISOR);
        if (!tasks.supervises(task, me)) {
            throw Refusal.notFound();
        }
    }

    private void requireOpen(Duty duty) {
        if (!tasks.lock(duty.taskId()).orElseThrow().open()) {
            throw Refusal.alreadyHandled();
        }
    }

    private Duty lock(DutyId id) {
        KeyTaskId task = duties.find(id).orElseThrow(Refusal::notFound).taskId();
        tasks.lock(task);
        return duties.find(id).orElseThrow(Refusal::notFound);
    }
}
