package org.duban.task;

import org.duban.base.Ids;
import org.duban.directive.DutyRole;
import org.duban.organisation.DepartmentId;
import org.springframework.stereotype.Component;

/** Gives a department a duty of a key task under way: a new one, or the one that was withdrawn from it. */
@Component
class AddedDuties {

    private final DutyRepository duties;
    private final Ids ids;

    AddedDuties(DutyRepository duties, Ids ids) {
        this.duties = duties;
        this.ids = ids;
    }

    /** @param withdrawn the department's own that was withdrawn, or {@code null} */
    DutyId add(KeyTaskId task, DepartmentId department, DutyRole role, Duty withdrawn, SigningClock clock) {
        if (withdrawn != null) {
            duties.reassign(withdrawn.id(), department, role, clock);
            duties.unsign(withdrawn.id());
            return withdrawn.id();
        }
        DutyId id = new DutyId(ids.next());
        duties.insert(id, task, department, role, duties.of(task).size(), clock);
        return id;
    }
}
