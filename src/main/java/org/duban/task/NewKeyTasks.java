package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.base.Ids;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.DivisionRowId;
import org.duban.directive.DutyRole;
import org.duban.organisation.DepartmentId;
import org.springframework.stereotype.Component;

/**
 * Enters key tasks that begin now, with their duties and the clocks for signing, whatever they come from; whoever enters
 * them tells the timeline and the process. Joins the transaction of the action.
 */
@Component
class NewKeyTasks {

    /** @param row {@code null} for a sub-task; @param parent {@code null} for what comes from a row */
    record Origin(DirectiveId directive, DivisionRowId row, KeyTaskId parent) {}

    record Assignment(DepartmentId department, DutyRole role) {}

    /** @param duties in the order of the departments; @param acknowledgeBy until when they sign */
    record Assigned(List<DutyId> duties, Instant acknowledgeBy) {}

    private final Ids ids;
    private final KeyTaskRepository tasks;
    private final LightRules lights;
    private final LightHistory lightHistory;
    private final LikenessRepository likeness;
    private final DutyRepository duties;
    private final SigningClocks clocks;
    private final Acknowledgements acknowledgements;
    private final WorkingCalendar calendar;

    NewKeyTasks(
            Ids ids,
            KeyTaskRepository tasks,
            LightRules lights,
            LightHistory lightHistory,
            LikenessRepository likeness,
            DutyRepository duties,
            SigningClocks clocks,
            Acknowledgements acknowledgements,
            WorkingCalendar calendar) {
        this.ids = ids;
        this.tasks = tasks;
        this.lights = lights;
        this.lightHistory = lightHistory;
        this.likeness = likeness;
        this.duties = duties;
        this.clocks = clocks;
        this.acknowledgements = acknowledgements;
        this.calendar = calendar;
    }

    KeyTask insert(Origin origin, String no, String title, LocalDate dueOn) {
        Instant now = calendar.now();
        KeyTask task = new KeyTask(
                new KeyTaskId(ids.next()),
                origin.directive(),
                origin.row(),
                origin.parent(),
                no,
                title,
                dueOn,
                dueOn,
                KeyTask.State.RUNNING,
                null,
                0,
                lights.read(LightInputs.atLaunch(calendar.today(), dueOn), now),
                0,
                now,
                null,
                null,
                0);
        tasks.insert(task);
        lightHistory.begin(task.id(), task.lightReading());
        return task;
    }

    /** Asks the departments to sign. All that the key task says of itself is entered before. */
    Assigned assign(KeyTask task, List<Assignment> assignments) {
        likeness.insert(task.id());
        SigningClock clock = clocks.start(task.directiveId());
        List<DutyId> assigned = new ArrayList<>();
        for (Assignment assignment : assignments) {
            DutyId duty = new DutyId(ids.next());
            duties.insert(duty, task.id(), assignment.department(), assignment.role(), assigned.size(), clock);
            acknowledgements.openItem(duty, assignment.department(), task, clock.acknowledge());
            assigned.add(duty);
        }
        return new Assigned(assigned, clock.acknowledgeBy());
    }
}
