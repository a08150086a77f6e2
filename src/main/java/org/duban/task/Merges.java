package org.duban.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Staffing;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Directives;
import org.duban.directive.DutyRole;
import org.duban.organisation.DepartmentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 并案: the same was asked twice, and one key task goes on for both. The other one ends as if it were withdrawn, and names
 * it. Departments that only the other one had get a duty, to be signed for. All that was reported on the other one stays
 * with it.
 */
@Service
@Transactional
public class Merges {

    private final DutyAccess access;
    private final KeyTaskRepository tasks;
    private final DutyRepository duties;
    private final Withdrawals withdrawals;
    private final Acknowledgements acknowledgements;
    private final SigningClocks clocks;
    private final ProposedSuccessions successions;
    private final AddedDuties added;
    private final OpenSubTasks openSubTasks;
    private final Percentages percentages;
    private final Staffing staffing;
    private final Directives directives;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    Merges(
            DutyAccess access,
            KeyTaskRepository tasks,
            DutyRepository duties,
            Withdrawals withdrawals,
            Acknowledgements acknowledgements,
            SigningClocks clocks,
            ProposedSuccessions successions,
            AddedDuties added,
            OpenSubTasks openSubTasks,
            Percentages percentages,
            Staffing staffing,
            Directives directives,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.access = access;
        this.tasks = tasks;
        this.duties = duties;
        this.withdrawals = withdrawals;
        this.acknowledgements = acknowledgements;
        this.clocks = clocks;
        this.successions = successions;
        this.added = added;
        this.openSubTasks = openSubTasks;
        this.percentages = percentages;
        this.staffing = staffing;
        this.directives = directives;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.events = events;
    }

    /**
     * The other key task ends, and {@code into} goes on for both. A leader's instruction on the other one is to be ended
     * first, since it asks for an answer of its own. A sub-task is part of what it was split off, and goes nowhere else.
     *
     * @param earlierDue whether {@code into} is due when the other one was, which is earlier
     * @throws Refusal if the caller does not supervise both, they are one, one of them is a sub-task, has ended or stands
     *     still, the completion of {@code into} waits for a decision, no reason is given, an instruction on the other one or
     *     a sub-task of it is open, nobody can act for a department that would get a duty, or the due date of the other one
     *     is not earlier, has passed, or comes before one that is asked for or that a sub-task has
     */
    public void merge(KeyTaskId into, KeyTaskId other, boolean earlierDue, String reason) {
        if (into.equals(other)) {
            throw new Refusal("refusal.merge.same");
        }
        tasks.lockAll(List.of(into, other));
        KeyTask survivor = access.lockForSupervisor(into);
        KeyTask ending = access.lockForSupervisor(other);
        requireNoSubTask(survivor);
        requireNoSubTask(ending);
        requireRunning(survivor);
        String words = Words.required(reason, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
        LocalDate dueOn = earlierDue ? earlier(survivor, ending) : null;
        openSubTasks.requireNoneToMerge(other);
        events.publishEvent(new KeyTaskEvents.Closing(other));
        List<Duty> missing = missing(survivor, ending);
        requireStaffed(missing);
        Caller me = caller.get();
        end(ending, survivor, words, me);
        if (dueOn != null) {
            tasks.moveDue(into, dueOn);
        }
        add(survivor, missing, me);
        books.enter(into, TimelineEntry.Kind.MERGED, me, null, words, name(ending));
        if (dueOn != null) {
            books.enter(into, TimelineEntry.Kind.DUE_MOVED, null, null, null, dueOn.toString());
        }
    }

    /** What a key task that ended went into. */
    public record Survivor(KeyTaskId id, String no, String title) {}

    /**
     * The key task that goes on in the place of this one; empty if there is none, or the caller may not see it.
     *
     * @throws Refusal if there is no key task that the caller may see
     */
    @Transactional(readOnly = true)
    public Optional<Survivor> survivor(KeyTaskId id) {
        Caller me = caller.get();
        tasks.findVisible(id, me).orElseThrow(Refusal::notFound);
        return tasks.mergedInto(id)
                .flatMap(survivor -> tasks.findVisible(survivor, me))
                .map(survivor -> new Survivor(survivor.id(), survivor.no(), survivor.title()));
    }

    private static void requireNoSubTask(KeyTask task) {
        if (task.isSubTask()) {
            throw new Refusal("refusal.merge.subTask", task.no());
        }
    }

    /** Whoever is added to it is to sign and to countersign, which its completion would not wait for. */
    private static void requireRunning(KeyTask survivor) {
        if (survivor.state() != KeyTask.State.RUNNING) {
            throw new Refusal("refusal.merge.completionApplied");
        }
    }

    private LocalDate earlier(KeyTask survivor, KeyTask ending) {
        LocalDate dueOn = ending.dueOn();
        if (!dueOn.isBefore(survivor.dueOn()) || dueOn.isBefore(calendar.today())) {
            throw new Refusal("refusal.merge.due", dueOn.toString());
        }
        openSubTasks.requireDueBy(survivor.id(), dueOn);
        events.publishEvent(new KeyTaskEvents.DueComingForward(survivor.id()));
        return dueOn;
    }

    /** Duties of departments that the survivor does not have. A duty that was withdrawn there may come again. */
    private List<Duty> missing(KeyTask survivor, KeyTask ending) {
        Set<DepartmentId> there =
                standing(survivor.id()).stream().map(Duty::departmentId).collect(Collectors.toSet());
        return standing(ending.id()).stream()
                .filter(duty -> !there.contains(duty.departmentId()))
                .toList();
    }

    private List<Duty> standing(KeyTaskId task) {
        return duties.of(task).stream()
                .filter(duty -> duty.state() != Duty.State.WITHDRAWN)
                .toList();
    }

    /** Nothing is asked of a department for which nobody would do it (DESIGN, invariant 6). */
    private void requireStaffed(List<Duty> missing) {
        Set<DepartmentId> staffed =
                staffing.holdAsSystem(missing.stream().map(Duty::departmentId).toList());
        String unstaffed = missing.stream()
                .filter(duty -> !staffed.contains(duty.departmentId()))
                .map(Duty::departmentName)
                .collect(Collectors.joining(" · "));
        if (!unstaffed.isEmpty()) {
            throw new Refusal("refusal.merge.unstaffed", unstaffed);
        }
    }

    private void end(KeyTask ending, KeyTask survivor, String words, Caller me) {
        KeyTaskId id = ending.id();
        withdrawals.end(ending, words, me, calendar.now());
        tasks.mergeInto(id, survivor.id());
        books.enter(id, TimelineEntry.Kind.MERGED_INTO, me, null, words, name(survivor));
        events.publishEvent(new KeyTaskEvents.Closed(id));
        workflow.withdrawn(id);
    }

    private void add(KeyTask survivor, List<Duty> missing, Caller me) {
        if (missing.isEmpty()) {
            return;
        }
        KeyTaskId id = survivor.id();
        Map<DepartmentId, Duty> withdrawn = duties.of(id).stream()
                .filter(duty -> duty.state() == Duty.State.WITHDRAWN)
                .collect(Collectors.toMap(Duty::departmentId, Function.identity()));
        List<Duty> standing = standing(id);
        SigningClock clock = clocks.start(survivor.directiveId());
        List<DepartmentId> abolished =
                successions.abolished(missing.stream().map(Duty::departmentId).toList());
        List<DutyId> assigned = new ArrayList<>();
        for (Duty duty : missing) {
            DepartmentId department = duty.departmentId();
            DutyRole role = role(duty.role(), standing);
            DutyId own = added.add(id, department, role, withdrawn.get(department), clock);
            acknowledgements.openItem(own, department, survivor, clock.acknowledge());
            books.enter(id, TimelineEntry.Kind.DUTY_ADDED, me, department, null, role.name());
            if (abolished.contains(department)) {
                successions.propose(own, department, survivor);
            }
            assigned.add(own);
        }
        percentages.recompute(id);
        workflow.dutiesAssigned(id, assigned, clock.acknowledgeBy());
    }

    /** Who reported on the other one cooperates where the survivor has a lead, and answers jointly where it has none. */
    private static DutyRole role(DutyRole role, List<Duty> standing) {
        boolean led = standing.stream().anyMatch(duty -> duty.role() == DutyRole.LEAD);
        return role == DutyRole.COOPERATING || led ? DutyRole.COOPERATING : DutyRole.JOINT;
    }

    /** As far as everybody who reads it may know: which one it is, and not what it says. */
    private String name(KeyTask task) {
        String name = directives.getAsSystem(task.directiveId()).label() + " · " + task.no();
        return name.length() <= TimelineEntry.LONGEST_FIGURE
                ? name
                : name.substring(0, TimelineEntry.LONGEST_FIGURE - 1) + "…";
    }
}
