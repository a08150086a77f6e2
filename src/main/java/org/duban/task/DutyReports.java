package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.springframework.context.ApplicationEventPublisher;
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
    private final DisputeWaits waits;
    private final Percentages percentages;
    private final Bookkeeping books;
    private final OnBehalf onBehalf;
    private final ApplicationEventPublisher events;

    DutyReports(
            DutyAccess access,
            KeyTaskRepository tasks,
            DutyRepository duties,
            UrgeRepository urges,
            DisputeWaits waits,
            Percentages percentages,
            Bookkeeping books,
            OnBehalf onBehalf,
            ApplicationEventPublisher events) {
        this.access = access;
        this.tasks = tasks;
        this.duties = duties;
        this.urges = urges;
        this.waits = waits;
        this.percentages = percentages;
        this.books = books;
        this.onBehalf = onBehalf;
        this.events = events;
    }

    /**
     * The caller's own duty, with its key task locked.
     *
     * @throws Refusal if the duty is not the caller's
     */
    public LockedDuty lockForDepartment(DutyId id) {
        return access.lockForDepartment(id);
    }

    /** A duty that the caller supervises, with its key task locked. @throws Refusal if it is none */
    public LockedDuty lockForSupervisor(DutyId id) {
        return access.lockForSupervisor(id);
    }

    /**
     * The duties that report so often on the directive's open key tasks at this moment. An application for completion in hand
     * saves no report: it may be sent back. Disputed duties stay out, since it is open whose they are.
     */
    public List<ReportingDuty> reportingAsSystem(DirectiveId directive, ReportingFrequency frequency) {
        return duties.reporting(directive, frequency);
    }

    /** Locks the key task, whatever became of it. */
    public void lockAsSystem(KeyTaskId task) {
        tasks.lock(task);
    }

    /** A signed duty that cooperates. */
    public record CooperatingDuty(DirectiveId directive, DutyId duty, DepartmentId department) {}

    /** Who can be asked for contributions on the key task, in the order of the document. */
    public List<CooperatingDuty> cooperatingAsSystem(KeyTaskId task) {
        return duties.cooperating(task);
    }

    /** The duty, whose key task is locked, if it reports now. */
    public Optional<ReportingDuty> reportingAsSystem(DutyId id) {
        return duties.reporting(id);
    }

    /**
     * @param frequency how often is reported on the key task
     * @param launchedAt when the key task was launched, or reopened last
     */
    public record ReportingDuty(
            DirectiveId directive,
            KeyTaskId task,
            DutyId duty,
            DepartmentId department,
            ReportingFrequency frequency,
            Instant launchedAt) {}

    /**
     * How often is reported on the directive's open key tasks, and since when the first of each kind runs: since its
     * launch, or since it was reopened; empty where all are closed.
     */
    public Map<ReportingFrequency, Instant> openSinceAsSystem(DirectiveId directive) {
        return tasks.openSince(directive);
    }

    /** Enters an accepted percentage: the duty's, and the mean over the reporting duties as the key task's. */
    public void accepted(Duty duty, int percent) {
        duties.setPercent(duty.id(), percent);
        percentages.recompute(duty.taskId());
    }

    /** For whom the caller, who acts on the key task now, does so; empty where it is in their own right. */
    public Optional<AccountId> onBehalf(KeyTaskId task, Caller actor) {
        return onBehalf.of(task, actor);
    }

    /** Takes an accepted percentage back. @param before the last one that is still accepted, or {@code null} */
    public void recalled(Duty duty, Integer before) {
        duties.setPercent(duty.id(), before);
        percentages.recompute(duty.taskId());
    }

    /** Since when it is open whose duties they are, and nobody can hand anything in about them. */
    public Map<DutyId, Instant> disputedSinceAsSystem(KeyTaskId task) {
        return waits.since(task);
    }

    /** Working days that have passed since then, but for those on which the key task stood still. */
    public int workingDaysSinceAsSystem(KeyTaskId task, Instant moment) {
        return waits.workingDaysSince(task, moment);
    }

    /**
     * A report on the duty, whose key task is locked, was not handed in until its period was closed.
     *
     * @return the identifier of the timeline's entry
     */
    public long missedAsSystem(DutyId id, String figure) {
        Duty duty = duties.find(id).orElseThrow();
        tasks.addMissedReport(duty.taskId());
        return note(duty, TimelineEntry.Kind.REPORT_MISSED, null, null, figure);
    }

    /** Notes what the system did about the duty, whose key task is locked. @return the entry's identifier */
    public long noteAsSystem(DutyId id, TimelineEntry.Kind kind, String figure) {
        return note(duties.find(id).orElseThrow(), kind, null, null, figure);
    }

    /** Something waits for the duty's department. */
    public void waitsForDepartmentAsSystem(DutyId id, ItemKind kind, long subjectId, LocalDate dueOn) {
        LockedDuty locked = access.lock(id);
        books.waitsFor(locked.duty().departmentId(), kind, subjectId, locked.task(), dueOn);
    }

    /** Tells whoever judges the department by it. */
    public void tell(Deed deed) {
        events.publishEvent(deed);
    }

    /**
     * Notes a step of a report in the timeline and reads the light again.
     *
     * @param actor {@code null} for the system
     * @return the entry's identifier
     */
    public long note(Duty duty, TimelineEntry.Kind kind, Caller actor, String note, String figure) {
        return books.enter(duty.taskId(), kind, actor, duty.departmentId(), note, figure);
    }

    /**
     * Urges the department for a late report, once per report and due day. Without a caller; the key task is locked, and
     * the report known to be late.
     */
    void urgeAsSystem(DutyId id, long reportId, LocalDate dueOn) {
        Duty duty = duties.find(id).orElseThrow();
        if (urges.record(id, UrgeRepository.Cause.REPORT_LATE, reportId, dueOn)) {
            long entry = note(duty, TimelineEntry.Kind.REPORT_URGED, null, null, dueOn.toString());
            events.publishEvent(Deed.urged(entry, id, "REPORT_LATE/" + reportId + "/" + dueOn));
        }
    }
}
