package org.duban.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.DueKey;
import org.duban.base.Refusal;
import org.duban.base.Slice;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Directive;
import org.duban.directive.Directives;
import org.duban.directive.DutyRole;
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
    private final CompletionRepository completions;
    private final Timeline timeline;
    private final Directives directives;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;

    KeyTasks(
            KeyTaskRepository tasks,
            KeyTaskListRepository lists,
            DutyRepository duties,
            DisputeRepository disputes,
            CompletionRepository completions,
            Timeline timeline,
            Directives directives,
            WorkingCalendar calendar,
            CurrentCaller caller) {
        this.tasks = tasks;
        this.lists = lists;
        this.duties = duties;
        this.disputes = disputes;
        this.completions = completions;
        this.timeline = timeline;
        this.directives = directives;
        this.calendar = calendar;
        this.caller = caller;
    }

    /** Key tasks by due date, behind {@code after}. */
    public Slice<KeyTaskRow> list(KeyTaskFilter filter, DueKey after, int limit) {
        return Slice.of(withDuties(lists.page(filter, caller.get(), after, limit + 1)), limit);
    }

    /**
     * Open key tasks past their due date, the latest first in line, behind {@code after}.
     *
     * @throws org.springframework.security.access.AccessDeniedException for anybody but leaders and supervisors
     */
    public Slice<OverdueRow> overdue(DueKey after, int limit) {
        Caller me = caller.get();
        if (!me.is(Role.LEADER)) {
            caller.require(Role.SUPERVISOR);
        }
        KeyTaskFilter overdue = new KeyTaskFilter(null, null, null, null, true, true, null);
        List<KeyTaskRow> rows = withDuties(lists.page(overdue, me, after, limit + 1));
        Map<KeyTaskId, List<KeyTaskListRepository.Waiting>> waiting =
                lists.waiting(rows.stream().map(row -> row.task().id()).toList());
        return Slice.of(
                rows.stream()
                        .map(row ->
                                overdueRow(row, waiting.getOrDefault(row.task().id(), List.of())))
                        .toList(),
                limit);
    }

    /**
     * Everything about one key task.
     *
     * @throws Refusal if there is none that the caller may see
     */
    public KeyTaskDetails details(KeyTaskId id) {
        Caller me = caller.get();
        KeyTask task = tasks.findVisible(id, me).orElseThrow(Refusal::notFound);
        Directive directive = directives.getAsSystem(task.directiveId());
        List<Duty> all = duties.of(id);
        boolean supervised = me.is(Role.SUPERVISOR) && tasks.supervises(id, me);
        boolean seesDisputes = supervised || me.is(Role.LEADER);
        return new KeyTaskDetails(
                task,
                directive.title(),
                directive.label(),
                all,
                directives.targetsAsSystem(task.rowId()),
                disputes.openOnes(id).stream()
                        .filter(dispute -> seesDisputes || actsFor(me, all, dispute.duty()))
                        .toList(),
                completions.of(id),
                daysLate(task),
                all.stream()
                        .filter(duty -> duty.state() != Duty.State.WITHDRAWN && me.actsFor(duty.departmentId()))
                        .findFirst()
                        .orElse(null),
                supervised);
    }

    /** What happened to a key task, newest first. @throws Refusal if there is none that the caller may see */
    public List<TimelineEntry> timeline(KeyTaskId id, int limit) {
        tasks.findVisible(id, caller.get()).orElseThrow(Refusal::notFound);
        return timeline.of(id, limit);
    }

    /** Whether the caller may see the key task. */
    public boolean visible(KeyTaskId id) {
        return tasks.findVisible(id, caller.get()).isPresent();
    }

    private List<KeyTaskRow> withDuties(List<KeyTaskListRepository.Listed> page) {
        Map<KeyTaskId, List<Duty>> byTask =
                duties.of(page.stream().map(listed -> listed.task().id()).toList());
        return page.stream()
                .map(listed -> new KeyTaskRow(
                        listed.task(),
                        listed.directiveLabel(),
                        byTask.getOrDefault(listed.task().id(), List.of()).stream()
                                .filter(duty -> duty.state() != Duty.State.WITHDRAWN)
                                .toList(),
                        daysLate(listed.task())))
                .toList();
    }

    private int daysLate(KeyTask task) {
        return KeyTask.daysLate(
                task.dueOn(), task.closedAt() == null ? null : calendar.dayOf(task.closedAt()), calendar.today());
    }

    /** The ball is where something waits; a supervisor's open item comes first, and without any the reporters hold it. */
    private static OverdueRow overdueRow(KeyTaskRow row, List<KeyTaskListRepository.Waiting> waiting) {
        List<KeyTaskListRepository.Waiting> supervisors =
                waiting.stream().filter(item -> item.departmentName() == null).toList();
        List<KeyTaskListRepository.Waiting> moving = supervisors.isEmpty() ? waiting : supervisors;
        if (moving.isEmpty()) {
            List<String> reporters = new ArrayList<>(row.duties().stream()
                    .filter(duty -> duty.role() != DutyRole.COOPERATING)
                    .map(Duty::departmentName)
                    .toList());
            return new OverdueRow(row, reporters, row.task().lightReading().at());
        }
        Instant since = moving.stream()
                .map(KeyTaskListRepository.Waiting::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return supervisors.isEmpty()
                ? new OverdueRow(
                        row,
                        waiting.stream()
                                .map(KeyTaskListRepository.Waiting::departmentName)
                                .distinct()
                                .toList(),
                        since)
                : new OverdueRow(row, List.of(), since);
    }

    private static boolean actsFor(Caller me, List<Duty> duties, DutyId id) {
        return duties.stream().anyMatch(duty -> duty.id().equals(id) && me.actsFor(duty.departmentId()));
    }
}
