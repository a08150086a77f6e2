package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Staffing;
import org.duban.base.CountedDays;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DutyRole;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 签收: departments sign for their duties or dispute them; supervisors decide on what is disputed. */
@Service
@Transactional
public class Acknowledgements {

    /** Working days that a supervisor has for deciding on a dispute. */
    static final int WORKING_DAYS = 2;

    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 2000;

    private final DutyAccess access;
    private final Faster faster;
    private final DutyRepository duties;
    private final DisputeRepository disputes;
    private final DisputeWaits waits;
    private final UrgeRepository urges;
    private final SigningClocks clocks;
    private final OpenSubTasks openSubTasks;
    private final Percentages percentages;
    private final Staffing staffing;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    Acknowledgements(
            DutyAccess access,
            Faster faster,
            DutyRepository duties,
            DisputeRepository disputes,
            DisputeWaits waits,
            UrgeRepository urges,
            SigningClocks clocks,
            OpenSubTasks openSubTasks,
            Percentages percentages,
            Staffing staffing,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.access = access;
        this.faster = faster;
        this.duties = duties;
        this.disputes = disputes;
        this.waits = waits;
        this.urges = urges;
        this.clocks = clocks;
        this.openSubTasks = openSubTasks;
        this.percentages = percentages;
        this.staffing = staffing;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.events = events;
    }

    /**
     * The caller's department signs for its duty.
     *
     * @throws Refusal if it is not the caller's, was signed or disputed already, or a dispute waits for the head
     */
    public void acknowledge(DutyId id) {
        Duty duty = awaiting(access.lockForDepartment(id)).duty();
        if (disputes.draft(id).isPresent()) {
            throw new Refusal("refusal.dispute.waitsForHead");
        }
        Caller me = caller.get();
        duties.acknowledge(id, me.accountId(), calendar.now());
        books.waitsNoMore(ItemKind.ACKNOWLEDGE, id.value());
        long entry = books.enter(duty.taskId(), TimelineEntry.Kind.ACKNOWLEDGED, me, duty.departmentId(), null, null);
        events.publishEvent(Deed.signed(entry, duty.id(), calendar.dayOf(duty.acknowledgeBy())));
        workflow.acknowledged(duty.taskId(), id);
    }

    /**
     * The supervisor takes up a duty (提出调整) whose department does not sign, or can't: it is decided on like a disputed
     * one.
     *
     * @throws Refusal if the caller does not supervise it, it was signed or disputed already, or no reason is given
     */
    public void takeUp(DutyId id, String reason) {
        LockedDuty locked = awaiting(access.lockForSupervisor(id));
        Caller me = caller.get();
        String words = reason(reason);
        boolean drafted =
                disputes.decide(id, DisputeRepository.Ending.OBSOLETE.name(), null, me.accountId(), calendar.now());
        disputes.insert(id, words, me.accountId(), calendar.now());
        raised(locked, words, TimelineEntry.Kind.DUTY_TAKEN_UP);
        if (drafted) {
            books.waitsNoMore(ItemKind.SIGN_DISPUTE, id.value());
            workflow.disputeSigned(locked.taskId(), id);
        } else {
            workflow.disputed(locked.taskId(), id);
        }
    }

    /** The duty waits for the supervisors' decision from now on. */
    void raised(LockedDuty locked, String words, TimelineEntry.Kind kind) {
        DutyId id = locked.id();
        DepartmentId department = locked.duty().departmentId();
        duties.setState(id, Duty.State.DISPUTED);
        books.waitsNoMore(ItemKind.ACKNOWLEDGE, id.value());
        books.waitsForSupervisors(
                department,
                ItemKind.DECIDE_DISPUTE,
                id.value(),
                locked.task(),
                calendar.count(calendar.today(), WORKING_DAYS));
        books.enter(locked.taskId(), kind, caller.get(), department, words, null);
    }

    /**
     * The supervisor upholds the duty as it is; the department signs, with a new clock.
     *
     * @throws Refusal if nobody can act for the department
     */
    public void confirm(DutyId id, String reason) {
        LockedDuty locked = disputed(id);
        uphold(locked, locked.duty().departmentId(), locked.duty().role(), reason, TimelineEntry.Kind.DUTY_CONFIRMED);
    }

    /**
     * The supervisor gives the duty to another department, or another role; whoever has it then signs, with a new clock.
     *
     * @throws Refusal if neither is different, that department has a duty on the key task already, nobody can act for it,
     *     nobody would be left to report, it would not report any more and has open sub-tasks, or what an earlier department
     *     handed in waits for its review
     */
    public void change(DutyId id, DepartmentId department, DutyRole role, String reason) {
        LockedDuty locked = disputed(id);
        if (locked.duty().departmentId().equals(department) && locked.duty().role() == role) {
            throw new Refusal("refusal.dispute.nothingChanged");
        }
        List<Duty> others = othersOf(locked.duty());
        if (others.stream().anyMatch(other -> other.departmentId().equals(department))) {
            throw new Refusal("refusal.dispute.departmentTaken");
        }
        if (!role.reports()) {
            requireAReporter(others);
            openSubTasks.requireNone(id);
        }
        uphold(locked, department, role, reason, TimelineEntry.Kind.DUTY_CHANGED);
    }

    /**
     * The supervisor withdraws the duty.
     *
     * @throws Refusal if nobody would be left to report, or sub-tasks of it are open: others work on these
     */
    public void withdraw(DutyId id, String reason) {
        Duty duty = disputed(id).duty();
        requireAReporter(othersOf(duty));
        openSubTasks.requireNone(id);
        Caller me = caller.get();
        String words = reason(reason);
        waits.over(duty);
        disputes.decide(id, "WITHDRAWN", words, me.accountId(), calendar.now());
        duties.setState(id, Duty.State.WITHDRAWN);
        percentages.recompute(duty.taskId());
        books.waitsNoMore(ItemKind.DECIDE_DISPUTE, id.value());
        books.enter(duty.taskId(), TimelineEntry.Kind.DUTY_WITHDRAWN, me, duty.departmentId(), words, null);
        workflow.dutyWithdrawn(duty.taskId(), id);
        events.publishEvent(new KeyTaskEvents.DutyDecided(id));
    }

    private void uphold(
            LockedDuty locked, DepartmentId department, DutyRole role, String reason, TimelineEntry.Kind kind) {
        DutyId id = locked.id();
        if (staffing.holdAsSystem(Set.of(department)).isEmpty()) {
            throw new Refusal("refusal.dispute.unstaffed");
        }
        Caller me = caller.get();
        String words = reason(reason);
        SigningClock clock = clocks.start(locked.directiveId());
        Instant by = clock.acknowledgeBy();
        waits.over(locked.duty());
        disputes.decide(id, kind.name(), words, me.accountId(), calendar.now());
        duties.reassign(id, department, role, clock);
        percentages.recompute(locked.taskId());
        books.waitsNoMore(ItemKind.DECIDE_DISPUTE, id.value());
        openItem(id, department, locked.task(), clock.acknowledge());
        books.enter(locked.taskId(), kind, me, department, words, role.name());
        workflow.dutyUpheld(locked.taskId(), id, by);
        events.publishEvent(new KeyTaskEvents.DutyDecided(id));
    }

    /**
     * The clock for signing ran out: the department is urged, once per clock. Called by the process, without a caller. A
     * timer that strikes while the key task stands still, or too early since it did, is none; then the ladder urges.
     */
    public void urgeAsSystem(DutyId id) {
        LockedDuty locked = access.lock(id);
        Duty duty = locked.duty();
        LocalDate by = calendar.dayOf(duty.acknowledgeBy());
        if (duty.state() == Duty.State.AWAITING
                && !locked.task().suspended()
                && !calendar.now().isBefore(duty.acknowledgeBy())
                && urges.record(id, UrgeRepository.Cause.ACKNOWLEDGEMENT_LATE, id.value(), by)) {
            long entry = books.enter(
                    duty.taskId(),
                    TimelineEntry.Kind.ACKNOWLEDGEMENT_URGED,
                    null,
                    duty.departmentId(),
                    null,
                    by.toString());
            events.publishEvent(Deed.urged(entry, id, "ACKNOWLEDGEMENT_LATE/" + id.value() + "/" + by));
        }
    }

    /** Puts a duty that waits for its signature before its department. */
    void openItem(DutyId id, DepartmentId department, KeyTask task, CountedDays clock) {
        books.waitsFor(department, ItemKind.ACKNOWLEDGE, id.value(), task, clock);
    }

    private List<Duty> othersOf(Duty duty) {
        return duties.of(duty.taskId()).stream()
                .filter(other -> !other.id().equals(duty.id()))
                .toList();
    }

    private static void requireAReporter(List<Duty> duties) {
        if (duties.stream().noneMatch(Duty::reports)) {
            throw new Refusal("refusal.dispute.nobodyLeft");
        }
    }

    LockedDuty awaiting(LockedDuty locked) {
        return in(
                Duty.State.AWAITING,
                locked,
                TimelineEntry.Kind.ACKNOWLEDGED,
                TimelineEntry.Kind.DISPUTED,
                TimelineEntry.Kind.DUTY_TAKEN_UP,
                TimelineEntry.Kind.DUTY_SUCCEEDED,
                TimelineEntry.Kind.DUTY_WITHDRAWN);
    }

    private LockedDuty disputed(DutyId id) {
        return in(
                Duty.State.DISPUTED,
                access.lockForSupervisor(id),
                TimelineEntry.Kind.DUTY_CONFIRMED,
                TimelineEntry.Kind.DUTY_CHANGED,
                TimelineEntry.Kind.DUTY_SUCCEEDED,
                TimelineEntry.Kind.DUTY_WITHDRAWN);
    }

    /** @param waysOut by which somebody may have ended this state */
    private LockedDuty in(Duty.State state, LockedDuty locked, TimelineEntry.Kind... waysOut) {
        if (locked.duty().state() != state) {
            throw faster.refusal(locked.taskId(), locked.duty().departmentId(), waysOut);
        }
        return locked;
    }

    private static String reason(String text) {
        return Words.required(text, LONGEST_REASON, "refusal.reasonMissing");
    }
}
