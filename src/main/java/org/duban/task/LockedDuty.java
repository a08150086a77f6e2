package org.duban.task;

import org.duban.directive.DirectiveId;

/** A duty and its key task, read under the key task's lock, which the caller holds until the transaction ends. */
public record LockedDuty(Duty duty, KeyTask task) {

    public DutyId id() {
        return duty.id();
    }

    public KeyTaskId taskId() {
        return task.id();
    }

    public DirectiveId directiveId() {
        return task.directiveId();
    }
}
