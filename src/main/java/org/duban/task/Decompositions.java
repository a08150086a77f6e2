package org.duban.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.account.Staffing;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DutyRole;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.duban.organisation.Subordination;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 分解: a department splits its duty on a key task into sub-tasks for itself and for bodies below it, which may do the same.
 * Each is a key task of its own under the same directive, is signed for, reported on, completed and escalated like any
 * other, and ends before the one above it, unless a supervisor says that it need not.
 *
 * <p>The directive's supervisors review the sub-tasks, too: work is delegated with them, supervision is not.
 */
@Service
@Transactional
public class Decompositions {

    /** So many key tasks may lie below each other. */
    public static final int LEVELS = 4;

    /** So many sub-tasks are split off at once. */
    public static final int MOST = 30;

    /** What a number of a key task may be long. */
    private static final int LONGEST_NO = 40;

    private static final int PAGE = 200;

    private record Part(String title, String text, LocalDate dueOn, List<NewKeyTasks.Assignment> assignments) {}

    private final DutyAccess access;
    private final Faster faster;
    private final DutyRepository duties;
    private final KeyTaskRepository tasks;
    private final SubTaskRepository subTasks;
    private final WaiverRepository waivers;
    private final OpenSubTasks openSubTasks;
    private final NewKeyTasks newTasks;
    private final Percentages percentages;
    private final Subordination subordination;
    private final Departments departments;
    private final Staffing staffing;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;

    Decompositions(
            DutyAccess access,
            Faster faster,
            DutyRepository duties,
            KeyTaskRepository tasks,
            SubTaskRepository subTasks,
            WaiverRepository waivers,
            OpenSubTasks openSubTasks,
            NewKeyTasks newTasks,
            Percentages percentages,
            Subordination subordination,
            Departments departments,
            Staffing staffing,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller) {
        this.access = access;
        this.faster = faster;
        this.duties = duties;
        this.tasks = tasks;
        this.subTasks = subTasks;
        this.waivers = waivers;
        this.openSubTasks = openSubTasks;
        this.newTasks = newTasks;
        this.percentages = percentages;
        this.subordination = subordination;
        this.departments = departments;
        this.staffing = staffing;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
    }

    /**
     * The caller, head of the department, splits its duty. All parts become key tasks, or none.
     *
     * @throws Refusal if the duty is not the caller's, only cooperates or is unsigned, the key task is not in execution, is
     *     overdue or lies too deep, or one of the parts has no title, an impossible date, or departments that are not the
     *     caller's own nor below it, or for which nobody can act
     */
    public void split(DutyId id, List<SubTaskDraft> parts) {
        caller.require(Role.HEAD);
        LockedDuty locked = splittable(access.lockForDepartment(id));
        KeyTask task = locked.task();
        if (parts.isEmpty()) {
            throw new Refusal("refusal.split.nothing");
        }
        if (parts.size() > MOST) {
            throw new Refusal("refusal.split.tooMany", MOST);
        }
        if (subTasks.above(task).size() + 1 >= LEVELS) {
            throw new Refusal("refusal.split.tooDeep", LEVELS);
        }
        List<Part> checked = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            checked.add(checked(at + 1, parts.get(at), task));
        }
        requireAbleToAnswer(locked.duty().departmentId(), checked);
        Caller me = caller.get();
        int number = subTasks.count(task.id());
        List<KeyTask> split = new ArrayList<>();
        for (Part part : checked) {
            split.add(enter(locked, part, numbered(task, ++number), me));
        }
        percentages.recompute(task.id());
        openSubTasks.awaitAgain(task);
        books.enter(
                task.id(),
                TimelineEntry.Kind.SPLIT,
                me,
                locked.duty().departmentId(),
                null,
                split.size() == 1
                        ? split.getFirst().no()
                        : split.getFirst().no() + " – " + split.getLast().no());
        workflow.split(task.id(), split.stream().map(KeyTask::id).toList());
    }

    private KeyTask enter(LockedDuty locked, Part part, String no, Caller me) {
        KeyTask child = newTasks.insert(
                new NewKeyTasks.Origin(locked.directiveId(), null, locked.taskId()), no, part.title(), part.dueOn());
        subTasks.insert(child, locked.id(), part.text(), me.accountId(), calendar.now());
        newTasks.assign(child, part.assignments());
        books.enter(
                child.id(),
                TimelineEntry.Kind.SPLIT_OFF,
                me,
                locked.duty().departmentId(),
                null,
                part.dueOn().toString());
        return child;
    }

    private LockedDuty splittable(LockedDuty locked) {
        if (!locked.duty().reports()) {
            throw new Refusal("refusal.split.notReporting");
        }
        if (locked.duty().state() != Duty.State.ACKNOWLEDGED) {
            throw new Refusal("refusal.signFirst");
        }
        if (locked.task().state() != KeyTask.State.RUNNING) {
            throw faster.refusal(locked.taskId(), TimelineEntry.Kind.COMPLETION_APPLIED);
        }
        if (locked.task().dueOn().isBefore(calendar.today())) {
            throw new Refusal("refusal.split.overdue", locked.task().dueOn().toString());
        }
        return locked;
    }

    private Part checked(int position, SubTaskDraft draft, KeyTask task) {
        if (draft.title() == null || draft.title().isBlank()) {
            throw new Refusal("refusal.split.titleMissing", position);
        }
        LocalDate dueOn = draft.dueOn();
        if (dueOn == null || dueOn.isBefore(calendar.today()) || dueOn.isAfter(task.dueOn())) {
            throw new Refusal("refusal.split.due", position, task.dueOn());
        }
        if (draft.lead() == null) {
            throw new Refusal("refusal.split.leadMissing", position);
        }
        List<NewKeyTasks.Assignment> assignments = new ArrayList<>();
        assignments.add(new NewKeyTasks.Assignment(draft.lead(), DutyRole.LEAD));
        draft.cooperating().forEach(each -> assignments.add(new NewKeyTasks.Assignment(each, DutyRole.COOPERATING)));
        if (assignments.stream()
                        .map(NewKeyTasks.Assignment::department)
                        .distinct()
                        .count()
                < assignments.size()) {
            throw new Refusal("refusal.split.departmentTwice", position);
        }
        return new Part(
                Words.required(draft.title(), SubTaskDraft.LONGEST_TITLE, "refusal.split.titleMissing"),
                Words.optional(draft.text(), SubTaskDraft.LONGEST_TEXT),
                dueOn,
                assignments);
    }

    private static String numbered(KeyTask task, int number) {
        String no = task.no() + "-" + number;
        if (no.length() > LONGEST_NO) {
            throw new Refusal("refusal.split.numberTooLong", no);
        }
        return no;
    }

    /** Itself, or below it; there, and with somebody who can act, who stays until the sub-tasks are entered. */
    private void requireAbleToAnswer(DepartmentId own, List<Part> parts) {
        Set<DepartmentId> wanted = parts.stream()
                .flatMap(part -> part.assignments().stream())
                .map(NewKeyTasks.Assignment::department)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<DepartmentId> staffed = staffing.holdAsSystem(wanted);
        Map<DepartmentId, Department> known = departments.byIds(wanted);
        Subordination.Reach reach = subordination.reach(departments.get(own));
        for (DepartmentId each : wanted) {
            Department department = Optional.ofNullable(known.get(each)).orElseThrow(Refusal::notFound);
            if (!each.equals(own) && !reach.includes(department)) {
                throw new Refusal("refusal.split.notSubordinate", department.shortName());
            }
            if (department.abolishedBy(calendar.today())) {
                throw new Refusal("refusal.succession.abolished", department.shortName());
            }
            if (!staffed.contains(each)) {
                throw new Refusal("refusal.split.unstaffed", department.shortName());
            }
        }
    }

    /**
     * Departments to which the caller's department may give parts of its duty, found as in {@link Staffing#search}.
     *
     * @throws Refusal if the duty is not the caller's
     */
    @Transactional(readOnly = true)
    public List<Department> candidates(DutyId id, String text, int offset, int limit) {
        Duty duty = duties.find(id)
                .filter(found -> caller.get().actsFor(found.departmentId()))
                .orElseThrow(Refusal::notFound);
        Subordination.Reach reach = subordination.reach(departments.get(duty.departmentId()));
        List<Department> found = new ArrayList<>();
        List<Department> page;
        int read = 0;
        do {
            page = staffing.search(text, read, PAGE);
            page.stream()
                    .filter(each -> each.id().equals(duty.departmentId()) || reach.includes(each))
                    .forEach(found::add);
            read += PAGE;
        } while (page.size() == PAGE && found.size() < offset + limit);
        return found.stream().skip(offset).limit(limit).toList();
    }

    /** Begins the process of a sub-task. Called by the process of the key task above, without a caller. */
    public void launchAsSystem(KeyTaskId subTask) {
        List<Duty> all = duties.of(subTask);
        workflow.launched(
                subTask, all.stream().map(Duty::id).toList(), all.getFirst().acknowledgeBy());
    }

    /**
     * The supervisor says that the key task may be completed while sub-tasks of it are open (不等子任务办结), on whichever
     * level. It holds for those: when another one comes, it is waited for again.
     *
     * @throws Refusal if the caller does not supervise it, it has ended or stands still, somebody said so before, no
     *     sub-task is open, or the reason is missing
     */
    public void waive(KeyTaskId id, String reason) {
        access.lockForSupervisor(id);
        if (waivers.standing(id).isPresent()) {
            throw faster.refusal(id, TimelineEntry.Kind.SUB_TASKS_WAIVED);
        }
        if (subTasks.openBelow(id).isEmpty()) {
            throw new Refusal("refusal.split.noneOpen");
        }
        String words = Words.required(reason, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
        Caller me = caller.get();
        waivers.insert(id, words, me.accountId(), calendar.now());
        books.enter(id, TimelineEntry.Kind.SUB_TASKS_WAIVED, me, null, words, null);
    }

    /**
     * Numbers of what is open below the key task, on every level.
     *
     * @throws Refusal if the caller does not supervise it
     */
    @Transactional(readOnly = true)
    public List<String> openBelow(KeyTaskId id) {
        access.requireSupervisor(id);
        return subTasks.openBelow(id).stream().map(KeyTask::no).toList();
    }

    /**
     * The supervisor waits for the sub-tasks again, before anybody has applied for completion.
     *
     * @throws Refusal if the caller does not supervise it, it is not in execution, or they are waited for
     */
    public void revokeWaiver(KeyTaskId id) {
        running(access.lockForSupervisor(id));
        if (waivers.standing(id).isEmpty()) {
            throw faster.refusal(id, TimelineEntry.Kind.SUB_TASKS_AWAITED);
        }
        Caller me = caller.get();
        waivers.revoke(id, me.accountId(), calendar.now());
        books.enter(id, TimelineEntry.Kind.SUB_TASKS_AWAITED, me, null, null, null);
    }

    private void running(KeyTask task) {
        if (task.state() != KeyTask.State.RUNNING) {
            throw faster.refusal(task.id(), TimelineEntry.Kind.COMPLETION_APPLIED);
        }
    }

    /**
     * What holds now about its sub-tasks; empty where completion waits for them.
     *
     * @throws Refusal if there is no such key task that the caller may see
     */
    @Transactional(readOnly = true)
    public Optional<Waiver> waiver(KeyTaskId id) {
        tasks.findVisible(id, caller.get()).orElseThrow(Refusal::notFound);
        return waivers.standing(id);
    }
}
