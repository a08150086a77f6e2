package org.duban.task;

import java.time.LocalDate;
import java.util.List;
import org.duban.account.Caller;
import org.duban.base.Refusal;
import org.duban.organisation.DepartmentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the ladder needs of key tasks and their duties: to lock them before acting, to enter how high they stand, to urge
 * and to note it in the timeline. Joins the transaction of the action.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DutyLadder {

    private final DutyAccess access;
    private final KeyTaskRepository tasks;
    private final DutyRepository duties;
    private final CountersignatureRepository countersignatures;
    private final UrgeRepository urges;
    private final Acknowledgements acknowledgements;
    private final DutyReports reports;
    private final Bookkeeping books;
    private final ApplicationEventPublisher events;

    DutyLadder(
            DutyAccess access,
            KeyTaskRepository tasks,
            DutyRepository duties,
            CountersignatureRepository countersignatures,
            UrgeRepository urges,
            Acknowledgements acknowledgements,
            DutyReports reports,
            Bookkeeping books,
            ApplicationEventPublisher events) {
        this.access = access;
        this.tasks = tasks;
        this.duties = duties;
        this.countersignatures = countersignatures;
        this.urges = urges;
        this.acknowledgements = acknowledgements;
        this.reports = reports;
        this.books = books;
        this.events = events;
    }

    /** A duty that the caller supervises, with its key task locked. @throws Refusal if it is none, or closed */
    public LockedDuty lockForSupervisor(DutyId id) {
        return access.lockForSupervisor(id);
    }

    /** A key task that the caller supervises. @throws Refusal if it is none, or closed */
    public KeyTask lockForSupervisor(KeyTaskId id) {
        return access.lockForSupervisor(id);
    }

    /** Locks the key task for somebody who is known to be concerned. @throws Refusal if it is closed, or stands still */
    public KeyTask lockOpen(KeyTaskId id) {
        return access.lockOpen(id);
    }

    public KeyTask lockAsSystem(KeyTaskId id) {
        return tasks.lock(id).orElseThrow(Refusal::notFound);
    }

    /** Without withdrawn ones. */
    public List<Duty> dutiesAsSystem(KeyTaskId task) {
        return duties.of(task).stream()
                .filter(duty -> duty.state() != Duty.State.WITHDRAWN)
                .toList();
    }

    /** Whose departments are asked to countersign and have not answered; none where nobody is asked. */
    public List<Duty> askedToCountersignAsSystem(KeyTaskId task) {
        List<DutyId> asked = countersignatures.open(task).stream()
                .map(Countersignature::dutyId)
                .toList();
        return duties.of(task).stream()
                .filter(duty -> asked.contains(duty.id()))
                .toList();
    }

    public Duty dutyAsSystem(DutyId id) {
        return duties.find(id).orElseThrow();
    }

    /** How high the key task itself stands for its present due day, 0 to 4. */
    public void setLevelAsSystem(KeyTaskId id, int level) {
        tasks.setEscalationLevel(id, level);
    }

    /**
     * Urges the department because the key task is late, once per due day; the timeline tells it of the key task. Says
     * whether this was the first time.
     */
    public boolean urgeForTaskAsSystem(DutyId id, LocalDate dueOn) {
        return urges.record(id, UrgeRepository.Cause.TASK_LATE, id.value(), dueOn);
    }

    /** Urges the department for its signature, once per clock: a timer may have done so before, or been lost. */
    public void urgeForSignatureAsSystem(DutyId id) {
        acknowledgements.urgeAsSystem(id);
    }

    /** Urges the department for a late report, once per report and due day. */
    public void urgeForReportAsSystem(DutyId id, long report, LocalDate dueOn) {
        reports.urgeAsSystem(id, report, dueOn);
    }

    /** Urges the department for a late contribution, once. */
    public void urgeForContributionAsSystem(Duty duty, long contribution, LocalDate dueOn) {
        urge(duty, UrgeRepository.Cause.CONTRIBUTION_LATE, contribution, dueOn, TimelineEntry.Kind.CONTRIBUTION_URGED);
    }

    /** Urges the department for a late answer to an instruction, once per due day. */
    public void urgeForInstructionAsSystem(Duty duty, long answer, LocalDate dueOn) {
        urge(duty, UrgeRepository.Cause.INSTRUCTION_LATE, answer, dueOn, TimelineEntry.Kind.INSTRUCTION_URGED);
    }

    private void urge(Duty duty, UrgeRepository.Cause cause, long subject, LocalDate dueOn, TimelineEntry.Kind told) {
        if (urges.record(duty.id(), cause, subject, dueOn)) {
            long entry = note(duty.taskId(), told, null, duty.departmentId(), null, dueOn.toString());
            events.publishEvent(Deed.urged(entry, duty.id(), cause + "/" + subject + "/" + dueOn));
        }
    }

    /**
     * Notes it in the timeline and reads the light again.
     *
     * @param actor {@code null} for the system
     * @return the entry's identifier
     */
    public long note(
            KeyTaskId task,
            TimelineEntry.Kind kind,
            Caller actor,
            DepartmentId department,
            String note,
            String figure) {
        return books.enter(task, kind, actor, department, note, figure);
    }
}
