package org.duban.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.DueKey;
import org.duban.base.Refusal;
import org.duban.base.Slice;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Directive;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.Target;
import org.duban.organisation.DepartmentId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of key tasks as the caller may see it. */
@Service
@Transactional(readOnly = true)
public class KeyTasks {

    private final KeyTaskRepository tasks;
    private final KeyTaskListRepository lists;
    private final DutyRepository duties;
    private final DisputeRepository disputes;
    private final ProposedSuccessions successions;
    private final SubTaskRepository subTasks;
    private final CompletionHistory completions;
    private final ClosingRepository closings;
    private final Timeline timeline;
    private final BallHolders ballHolders;
    private final Directives directives;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;

    KeyTasks(
            KeyTaskRepository tasks,
            KeyTaskListRepository lists,
            DutyRepository duties,
            DisputeRepository disputes,
            ProposedSuccessions successions,
            SubTaskRepository subTasks,
            CompletionHistory completions,
            ClosingRepository closings,
            Timeline timeline,
            BallHolders ballHolders,
            Directives directives,
            WorkingCalendar calendar,
            CurrentCaller caller) {
        this.tasks = tasks;
        this.lists = lists;
        this.duties = duties;
        this.disputes = disputes;
        this.successions = successions;
        this.subTasks = subTasks;
        this.completions = completions;
        this.closings = closings;
        this.timeline = timeline;
        this.ballHolders = ballHolders;
        this.directives = directives;
        this.calendar = calendar;
        this.caller = caller;
    }

    /** Key tasks behind {@code after}: open ones by due date, then closed ones in the same way. */
    public Slice<KeyTaskRow> list(KeyTaskFilter filter, LedgerKey after, int limit) {
        return Slice.of(withDuties(lists.page(filter, caller.get(), after, limit + 1)), limit);
    }

    /**
     * Running key tasks past their due date, the latest first in line, behind {@code after}.
     *
     * @throws org.springframework.security.access.AccessDeniedException for anybody but leaders and supervisors
     */
    public Slice<OverdueRow> overdue(DueKey after, int limit) {
        Caller me = requireOverseer();
        KeyTaskFilter overdue = new KeyTaskFilter(null, null, null, null, true, true, null);
        Slice<KeyTaskRow> page =
                Slice.of(withDuties(lists.page(overdue, me, new LedgerKey(false, after), limit + 1)), limit);
        Map<KeyTaskId, List<BallHolder>> holders = ballHolders.of(page.rows());
        return new Slice<>(
                page.rows().stream()
                        .map(row -> new OverdueRow(row, holders.get(row.task().id())))
                        .toList(),
                page.more());
    }

    /**
     * What {@link #overdue} would list, in figures.
     *
     * @throws org.springframework.security.access.AccessDeniedException for anybody but leaders and supervisors
     */
    public OverdueSummary overdueSummary() {
        return lists.overdueSummary(requireOverseer());
    }

    /** Directives of which the caller sees key tasks, launched last first, whose title or number contains the text. */
    public List<DirectiveChoice> directives(String text, int offset, int limit) {
        return lists.directives(caller.get(), text, offset, limit);
    }

    /** The directive, if the caller sees key tasks of it. */
    public Optional<DirectiveChoice> directive(DirectiveId id) {
        return lists.directive(caller.get(), id);
    }

    /**
     * Everything about one key task.
     *
     * @throws Refusal if there is none that the caller may see
     */
    public KeyTaskDetails details(KeyTaskId id) {
        Caller me = caller.get();
        KeyTask task = asOfToday(tasks.findVisible(id, me).orElseThrow(Refusal::notFound));
        Directive directive = directives.getAsSystem(task.directiveId());
        List<Duty> all = duties.of(id);
        List<Target> targets = directives.targetsAsSystem(task.rowId());
        boolean supervised = me.is(Role.SUPERVISOR) && tasks.supervises(id, me);
        return new KeyTaskDetails(
                task,
                task.isSubTask() ? parent(task.parentId(), me) : null,
                directive.title(),
                directive.label(),
                (task.isSubTask() ? subTasks.text(id) : directives.textAsSystem(task.rowId())).orElse(null),
                all,
                subTasks.meanPercents(id).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, share -> share.getValue().intValue())),
                targets,
                task.open() ? disputes(id, all, me, supervised) : List.of(),
                task.open() && supervised ? successions.of(id) : List.of(),
                completions.of(id, targets),
                closings.of(id),
                daysLate(task),
                all.stream()
                        .filter(duty -> duty.state() != Duty.State.WITHDRAWN && me.actsFor(duty.departmentId()))
                        .findFirst()
                        .orElse(null),
                supervised);
    }

    /**
     * What happened to a key task, newest first, as far as the caller may know it ({@link TimelineEntry.Readers}).
     *
     * @throws Refusal if there is none that the caller may see
     */
    public List<TimelineEntry> timeline(KeyTaskId id, int limit) {
        Caller me = caller.get();
        tasks.findVisible(id, me).orElseThrow(Refusal::notFound);
        boolean overseer = overseen(id, me);
        DepartmentId own = !overseer || me.actsFor(me.departmentId()) ? me.departmentId() : null;
        return timeline.asSeenBy(overseer, own, id, limit);
    }

    /**
     * What was split off the key task, as far as the caller may see it, in the order of numbers.
     *
     * @throws Refusal if there is no such key task that the caller may see
     */
    public List<KeyTaskRow> subTasks(KeyTaskId id) {
        Caller me = caller.get();
        tasks.findVisible(id, me).orElseThrow(Refusal::notFound);
        return withDuties(lists.subTasks(id, me));
    }

    /** Whether the caller may see the key task. */
    public boolean visible(KeyTaskId id) {
        return tasks.findVisible(id, caller.get()).isPresent();
    }

    /** Whether the caller reads all that was written about the key task: a supervisor of its directive, or a leader. */
    public boolean overseen(KeyTaskId id) {
        return overseen(id, caller.get());
    }

    private ParentTask parent(KeyTaskId id, Caller me) {
        KeyTask above = tasks.find(id).orElseThrow();
        return new ParentTask(
                id,
                above.no(),
                above.title(),
                above.dueOn(),
                subTasks.above(above).size(),
                above.open() && !above.suspended(),
                tasks.findVisible(id, me).isPresent());
    }

    private List<KeyTaskRow> withDuties(List<KeyTaskListRepository.Listed> page) {
        Map<KeyTaskId, List<Duty>> byTask =
                duties.of(page.stream().map(listed -> listed.task().id()).toList());
        return page.stream()
                .map(listed -> new KeyTaskRow(
                        asOfToday(listed.task()),
                        listed.directiveLabel(),
                        byTask.getOrDefault(listed.task().id(), List.of()).stream()
                                .filter(duty -> duty.state() != Duty.State.WITHDRAWN)
                                .toList(),
                        daysLate(listed.task())))
                .toList();
    }

    /** The light explains itself by today's figures: each night makes sure that it is still lit by the same rule. */
    private KeyTask asOfToday(KeyTask task) {
        LightReading reading = task.lightReading();
        Instant dayBegan = calendar.startOf(calendar.today());
        if (!task.open() || task.suspended() || !reading.at().isBefore(dayBegan)) {
            return task;
        }
        LightInputs inputs = reading.inputs().on(calendar.today(), LightInputs.runsSince(task, calendar), task.dueOn());
        return task.withLight(new LightReading(
                reading.light(), reading.rule(), reading.threshold(), reading.version(), inputs, dayBegan));
    }

    /** While it stands still, it is as late as it was when it stopped. */
    private int daysLate(KeyTask task) {
        Instant stopped = task.closedAt() != null ? task.closedAt() : task.suspendedAt();
        return KeyTask.daysLate(task.dueOn(), stopped == null ? null : calendar.dayOf(stopped), calendar.today());
    }

    private Caller requireOverseer() {
        Caller me = caller.get();
        return me.is(Role.LEADER) ? me : caller.require(Role.SUPERVISOR);
    }

    private boolean overseen(KeyTaskId id, Caller me) {
        return me.is(Role.LEADER) || (me.is(Role.SUPERVISOR) && tasks.supervises(id, me));
    }

    private List<Dispute> disputes(KeyTaskId id, List<Duty> duties, Caller me, boolean supervised) {
        return disputes.openOnes(id).stream()
                .filter(dispute -> supervised || me.is(Role.LEADER) || actsFor(me, duties, dispute.duty()))
                .toList();
    }

    private static boolean actsFor(Caller me, List<Duty> duties, DutyId id) {
        return duties.stream().anyMatch(duty -> duty.id().equals(id) && me.actsFor(duty.departmentId()));
    }
}
