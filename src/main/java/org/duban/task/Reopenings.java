package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Staffing;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Directives;
import org.duban.organisation.DepartmentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 重启: the supervisor takes a key task up again that was closed or withdrawn. It is executed by a new due date; what was
 * signed for stays signed for and what was accepted stays accepted, what was not signed for is to be signed for now. How
 * it ended before, and how late, stays in its history, as does its original due date. Reports are asked for again from
 * the next period on.
 */
@Service
@Transactional
public class Reopenings {

    private final DutyAccess access;
    private final KeyTaskRepository tasks;
    private final DutyRepository duties;
    private final DisputeRepository disputes;
    private final ClosingRepository closings;
    private final Acknowledgements acknowledgements;
    private final SigningClocks clocks;
    private final Percentages percentages;
    private final ProposedSuccessions successions;
    private final Directives directives;
    private final Staffing staffing;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    Reopenings(
            DutyAccess access,
            KeyTaskRepository tasks,
            DutyRepository duties,
            DisputeRepository disputes,
            ClosingRepository closings,
            Acknowledgements acknowledgements,
            SigningClocks clocks,
            Percentages percentages,
            ProposedSuccessions successions,
            Directives directives,
            Staffing staffing,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.access = access;
        this.tasks = tasks;
        this.duties = duties;
        this.disputes = disputes;
        this.closings = closings;
        this.acknowledgements = acknowledgements;
        this.clocks = clocks;
        this.percentages = percentages;
        this.successions = successions;
        this.directives = directives;
        this.staffing = staffing;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.events = events;
    }

    /**
     * @param newDueOn today or later
     * @throws Refusal if the caller does not supervise it, it runs, the key task above it stands still or has ended, the
     *     date is missing, in the past or too far away, no reason is given, or nobody can act for one of its departments
     */
    public void reopen(KeyTaskId id, LocalDate newDueOn, String reason) {
        KeyTask ended = access.lockEndedForSupervisor(id);
        requireRunningAbove(ended);
        if (newDueOn == null) {
            throw new Refusal("refusal.directive.dueMissing");
        }
        Directives.requireSensible(newDueOn, calendar.today());
        String words = Words.required(reason, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
        List<Duty> standing = duties.of(id).stream()
                .filter(duty -> duty.state() != Duty.State.WITHDRAWN)
                .toList();
        requireStaffed(standing);
        Caller me = caller.get();
        Instant now = calendar.now();
        SigningClock clock = clocks.start(ended.directiveId());
        closings.reopen(id, newDueOn, words, me.accountId(), now);
        tasks.reopen(id, newDueOn, now);
        percentages.recompute(id);
        List<Duty> unsigned = standing.stream()
                .filter(duty -> duty.state() != Duty.State.ACKNOWLEDGED)
                .toList();
        unsigned.forEach(duty -> askToSign(duty, ended, me, clock));
        books.enter(id, TimelineEntry.Kind.REOPENED, me, null, words, newDueOn.toString());
        proposeSuccessors(standing, ended);
        events.publishEvent(new KeyTaskEvents.Reopened(id));
        workflow.reopened(id, unsigned.stream().map(Duty::id).toList(), clock.acknowledgeBy());
        directives.workReopenedAsSystem(ended.directiveId());
    }

    /** A part of what stands still or is not asked for any more would run for nobody. */
    private void requireRunningAbove(KeyTask ended) {
        if (ended.isSubTask()) {
            KeyTask above = tasks.lock(ended.parentId()).orElseThrow();
            if (!above.open()) {
                throw new Refusal("refusal.reopen.above", above.no());
            }
            if (above.suspended()) {
                throw new Refusal("refusal.suspension.above", above.no());
            }
        }
    }

    /** Nothing is asked of a department for which nobody would do it (DESIGN, invariant 6). */
    private void requireStaffed(List<Duty> standing) {
        Set<DepartmentId> staffed =
                staffing.holdAsSystem(standing.stream().map(Duty::departmentId).toList());
        String unstaffed = standing.stream()
                .filter(duty -> !staffed.contains(duty.departmentId()))
                .map(Duty::departmentName)
                .collect(Collectors.joining(" · "));
        if (!unstaffed.isEmpty()) {
            throw new Refusal("refusal.reopen.unstaffed", unstaffed);
        }
    }

    /** A dispute that was open when the key task ended is not taken up again; the department may raise it again. */
    private void askToSign(Duty duty, KeyTask task, Caller me, SigningClock clock) {
        disputes.decide(duty.id(), TimelineEntry.Kind.REOPENED.name(), null, me.accountId(), calendar.now());
        duties.reopen(duty.id(), clock);
        acknowledgements.openItem(duty.id(), duty.departmentId(), task, clock.acknowledge());
    }

    private void proposeSuccessors(List<Duty> standing, KeyTask task) {
        List<DepartmentId> abolished =
                successions.abolished(standing.stream().map(Duty::departmentId).toList());
        standing.stream()
                .filter(duty -> abolished.contains(duty.departmentId()))
                .forEach(duty -> successions.propose(duty.id(), duty.departmentId(), task));
    }
}
