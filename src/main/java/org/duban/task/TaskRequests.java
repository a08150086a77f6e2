package org.duban.task;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.base.Refusal;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What features need that ask something about a key task, beside its work: to lock it before acting, to say what waits
 * for whom, and to note it in the timeline. Joins the transaction of the action.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TaskRequests {

    private final DutyAccess access;
    private final KeyTaskRepository tasks;
    private final DutyRepository duties;
    private final Bookkeeping books;
    private final Faster faster;

    TaskRequests(DutyAccess access, KeyTaskRepository tasks, DutyRepository duties, Bookkeeping books, Faster faster) {
        this.access = access;
        this.tasks = tasks;
        this.duties = duties;
        this.books = books;
        this.faster = faster;
    }

    /** The caller's own duty, with its open key task locked. @throws Refusal if it is not the caller's */
    public LockedDuty lockForDepartment(DutyId id) {
        return access.lockForDepartment(id);
    }

    /** An open key task that the caller supervises, locked. @throws Refusal if it is none */
    public KeyTask lockForSupervisor(KeyTaskId id) {
        return access.lockForSupervisor(id);
    }

    /** A key task that the caller supervises, locked, open or ended. @throws Refusal if it is none */
    public KeyTask lockEvenEndedForSupervisor(KeyTaskId id) {
        return access.lockEvenEndedForSupervisor(id);
    }

    /**
     * An open key task, locked, for a leader.
     *
     * @throws org.springframework.security.access.AccessDeniedException for anybody else
     */
    public KeyTask lockForLeader(KeyTaskId id) {
        return access.lockForLeader(id);
    }

    /** An open key task, locked, for features that have asked themselves whether the caller may act. */
    public KeyTask lockOpen(KeyTaskId id) {
        return access.lockOpen(id);
    }

    /** The key task, locked, for the system's own work, which looks itself whether there is anything to do still. */
    public KeyTask lockAsSystem(KeyTaskId id) {
        return tasks.lock(id).orElseThrow(Refusal::notFound);
    }

    /** These key tasks, whatever became of them, in the order in which everybody locks several. */
    public void lockAllAsSystem(Collection<KeyTaskId> ids) {
        tasks.lockAll(ids);
    }

    /** The duties that are not withdrawn, in the order of the document. */
    public List<Duty> dutiesAsSystem(KeyTaskId task) {
        return duties.of(task).stream()
                .filter(duty -> duty.state() != Duty.State.WITHDRAWN)
                .toList();
    }

    public void waitsFor(DepartmentId department, ItemKind kind, long subjectId, KeyTask task, LocalDate dueOn) {
        books.waitsFor(department, kind, subjectId, task, dueOn);
    }

    /** @param about the department that it is about, or {@code null} */
    public void waitsForSupervisors(DepartmentId about, ItemKind kind, long subjectId, KeyTask task, LocalDate dueOn) {
        books.waitsForSupervisors(about, kind, subjectId, task, dueOn);
    }

    public void waitsForPerson(AccountId person, ItemKind kind, long subjectId, KeyTask task, LocalDate dueOn) {
        books.waitsForPerson(person, null, kind, subjectId, task, dueOn);
    }

    public void waitsNoMore(ItemKind kind, long subjectId) {
        books.waitsNoMore(kind, subjectId);
    }

    /**
     * Notes a step in the timeline and reads the light again.
     *
     * @param actor {@code null} for the system
     * @param department whom it concerns, or {@code null}
     */
    public void note(
            KeyTaskId task,
            TimelineEntry.Kind kind,
            Caller actor,
            DepartmentId department,
            String note,
            String figure) {
        books.enter(task, kind, actor, department, note, figure);
    }

    /** Refuses what somebody did before, the last of these things, and names them. */
    public Refusal handledBefore(KeyTaskId task, TimelineEntry.Kind... kinds) {
        return faster.refusal(task, kinds);
    }

    /** Moves the due date, and counts that; the original one stays, and all clocks follow the new one. */
    public void extend(KeyTaskId task, LocalDate dueOn) {
        tasks.extend(task, dueOn);
    }
}
