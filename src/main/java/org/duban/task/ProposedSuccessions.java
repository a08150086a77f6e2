package org.duban.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.duban.account.Caller;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentAbolished;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.duban.organisation.Register;
import org.duban.organisation.Resolution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts duties of abolished departments before their supervisors: when the department is abolished, and when a duty is
 * launched for one that was abolished before. Joins the transaction of that.
 */
@Component
class ProposedSuccessions {

    /** Working days that a supervisor has for deciding. */
    static final int WORKING_DAYS = 5;

    private final DutyAccess access;
    private final DutyRepository duties;
    private final SuccessionRepository successions;
    private final Departments departments;
    private final Register register;
    private final Bookkeeping books;
    private final WorkingCalendar calendar;

    ProposedSuccessions(
            DutyAccess access,
            DutyRepository duties,
            SuccessionRepository successions,
            Departments departments,
            Register register,
            Bookkeeping books,
            WorkingCalendar calendar) {
        this.access = access;
        this.duties = duties;
        this.successions = successions;
        this.departments = departments;
        this.register = register;
        this.books = books;
        this.calendar = calendar;
    }

    /** Key tasks are locked in the order that everybody keeps. */
    @EventListener
    void on(DepartmentAbolished abolished) {
        List<DutyId> open = duties.open(abolished.department());
        access.lockAll(open);
        for (DutyId id : open) {
            LockedDuty locked = access.lock(id);
            if (locked.task().open() && locked.duty().departmentId().equals(abolished.department())) {
                propose(id, abolished.department(), locked.task());
            }
        }
    }

    @EventListener
    void on(KeyTaskEvents.DutyDecided decided) {
        Duty duty = duties.find(decided.duty()).orElseThrow();
        successions
                .open(duty.id())
                .filter(open -> duty.state() == Duty.State.WITHDRAWN
                        || !open.predecessor().equals(duty.departmentId()))
                .ifPresent(open -> obsolete(open.duty()));
    }

    /** The department that is no more has the duty no more. */
    @EventListener
    void on(KeyTaskEvents.DutyTransferred transferred) {
        successions.open(transferred.duty()).ifPresent(open -> obsolete(open.duty()));
    }

    @EventListener
    void on(KeyTaskEvents.Closed closed) {
        successions.open(closed.task()).forEach(open -> obsolete(open.duty()));
    }

    private void obsolete(DutyId duty) {
        successions.decide(duty, SuccessionRepository.Decision.OBSOLETE, null, null, null, calendar.now());
        books.waitsNoMore(ItemKind.DECIDE_SUCCESSION, duty.value());
    }

    /** Those of the departments that are no more. */
    List<DepartmentId> abolished(Collection<DepartmentId> some) {
        return departments.byIds(some).values().stream()
                .filter(department -> department.abolishedBy(calendar.today()))
                .map(Department::id)
                .toList();
    }

    /** The key task is locked, or being launched. */
    void propose(DutyId id, DepartmentId department, KeyTask task) {
        if (successions.insert(id, department, calendar.now())) {
            books.waitsForSupervisors(
                    department,
                    ItemKind.DECIDE_SUCCESSION,
                    id.value(),
                    task,
                    calendar.count(calendar.today(), WORKING_DAYS));
            books.enter(task.id(), TimelineEntry.Kind.SUCCESSION_PROPOSED, null, department, null, null);
        }
    }

    /** What is proposed about the key task now. */
    List<SuccessionProposal> of(KeyTaskId task) {
        return withHeirs(successions.open(task));
    }

    /** What is proposed about those of the duties that the caller supervises. */
    List<SuccessionProposal> of(Collection<DutyId> duties, Caller me) {
        return withHeirs(successions.open(duties, me));
    }

    private List<SuccessionProposal> withHeirs(List<SuccessionRepository.Open> open) {
        if (open.isEmpty()) {
            return List.of();
        }
        List<DepartmentId> predecessors =
                open.stream().map(SuccessionRepository.Open::predecessor).toList();
        Map<DepartmentId, Department> byId = departments.byIds(predecessors);
        Map<DepartmentId, List<Resolution.Heir>> heirs = register.heirs(predecessors, calendar.today());
        return open.stream()
                .map(each -> new SuccessionProposal(
                        each.duty(),
                        byId.get(each.predecessor()),
                        heirs.getOrDefault(each.predecessor(), List.of()),
                        each.proposedAt()))
                .toList();
    }
}
