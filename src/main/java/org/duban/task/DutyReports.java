package org.duban.task;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.duban.account.Caller;
import org.duban.base.Refusal;
import org.duban.organisation.DepartmentId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the report module needs of duties: to lock them before acting, to enter what a report said, and to note it in the
 * timeline. Joins the transaction of the action.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DutyReports {

    private final DutyAccess access;
    private final KeyTaskRepository tasks;
    private final DutyRepository duties;
    private final UrgeRepository urges;
    private final Percentages percentages;
    private final Timeline timeline;
    private final Lights lights;

    DutyReports(
            DutyAccess access,
            KeyTaskRepository tasks,
            DutyRepository duties,
            UrgeRepository urges,
            Percentages percentages,
            Timeline timeline,
            Lights lights) {
        this.access = access;
        this.tasks = tasks;
        this.duties = duties;
        this.urges = urges;
        this.percentages = percentages;
        this.timeline = timeline;
        this.lights = lights;
    }

    /**
     * Locks the key task of the caller's own duty.
     *
     * @throws Refusal if the duty is not the caller's
     */
    public Duty lockForDepartment(DutyId id) {
        return access.lockForDepartment(id);
    }

    /** Locks the key task of a duty that the caller supervises. @throws Refusal otherwise */
    public Duty lockForSupervisor(DutyId id) {
        return access.lockForSupervisor(id);
    }

    /** The key task, whose lock the caller holds. */
    public KeyTask taskOf(Duty duty) {
        return tasks.lock(duty.taskId()).orElseThrow();
    }

    /**
     * Locks the open key tasks of a directive, and returns the duties that report on them. An application for completion
     * in hand saves no report: it may be sent back. Disputed duties stay out, since it is open whose they are.
     */
    public List<ReportingDuty> lockReportingAsSystem(long directiveId) {
        tasks.lockOpen(directiveId);
        return duties.reporting(directiveId);
    }

    public record ReportingDuty(KeyTaskId task, DutyId duty, DepartmentId department) {}

    /** Enters an accepted percentage: the duty's, and the mean over the reporting duties as the key task's. */
    public void accepted(Duty duty, int percent) {
        duties.setPercent(duty.id(), percent);
        percentages.recompute(duty.taskId());
    }

    /** Notes a step of a report in the timeline and reads the light again. @param actor {@code null} for the system */
    public void note(Duty duty, TimelineEntry.Kind kind, Caller actor, String note, String figure) {
        timeline.record(duty.taskId(), kind, actor, duty.departmentId(), note, figure);
        lights.reread(duty.taskId());
    }

    /**
     * Urges the department for a late report, once per report and due day. Without a caller.
     *
     * @param stillLate asked once the key task is locked: nobody is urged for what was handed in meanwhile
     */
    public void urgeAsSystem(DutyId id, long reportId, LocalDate dueOn, BooleanSupplier stillLate) {
        tasks.lock(duties.find(id).orElseThrow().taskId());
        Duty duty = duties.find(id).orElseThrow();
        if (stillLate.getAsBoolean() && urges.record(id, UrgeRepository.Cause.REPORT_LATE, reportId, dueOn)) {
            note(duty, TimelineEntry.Kind.REPORT_URGED, null, null, dueOn.toString());
        }
    }
}
