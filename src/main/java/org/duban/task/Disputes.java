package org.duban.task;

import java.util.Optional;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.account.Staffing;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 异议: a department disputes its duty, within some working days from the start of its first clock, and after it has
 * talked it over with whom it concerns. Anybody of the department prepares it; it is raised with the head's signature. The
 * clock for signing runs on until then.
 */
@Service
@Transactional
public class Disputes {

    private final DutyAccess access;
    private final Faster faster;
    private final DisputeRepository disputes;
    private final Acknowledgements acknowledgements;
    private final Staffing staffing;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;

    Disputes(
            DutyAccess access,
            Faster faster,
            DisputeRepository disputes,
            Acknowledgements acknowledgements,
            Staffing staffing,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller) {
        this.access = access;
        this.faster = faster;
        this.disputes = disputes;
        this.acknowledgements = acknowledgements;
        this.staffing = staffing;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
    }

    /**
     * The caller, head of the department, disputes its duty; the supervisor will decide.
     *
     * @throws Refusal if it is not the caller's, was signed or disputed already, waits as a draft, the time for it is over,
     *     or the reason or the record of coordination is missing
     */
    public void raise(DutyId id, Objection objection) {
        caller.require(Role.HEAD);
        LockedDuty locked = disputable(id);
        Objection checked = checked(locked, objection);
        Caller me = caller.get();
        disputes.insert(id, checked, me.accountId(), calendar.now());
        disputes.sign(id, me.accountId(), calendar.now());
        acknowledgements.raised(locked, checked.reason(), TimelineEntry.Kind.DISPUTED);
        workflow.disputed(locked.taskId(), id);
    }

    /**
     * The caller's department prepares a dispute, which its head will sign or not.
     *
     * @throws Refusal as {@link #raise} does, and if the department has no head who could sign
     */
    public void prepare(DutyId id, Objection objection) {
        LockedDuty locked = disputable(id);
        Duty duty = locked.duty();
        Objection checked = checked(locked, objection);
        if (!staffing.headedAsSystem(duty.departmentId())) {
            throw new Refusal("refusal.dispute.noHead", duty.departmentName());
        }
        Caller me = caller.get();
        disputes.insert(id, checked, me.accountId(), calendar.now());
        books.waitsNoMore(ItemKind.ACKNOWLEDGE, id.value());
        books.waitsFor(
                duty.departmentId(),
                ItemKind.SIGN_DISPUTE,
                id.value(),
                locked.task(),
                calendar.dayOf(duty.disputeBy() == null ? duty.acknowledgeBy() : duty.disputeBy()));
        books.enter(
                locked.taskId(), TimelineEntry.Kind.DISPUTE_PREPARED, me, duty.departmentId(), checked.reason(), null);
        workflow.disputePrepared(locked.taskId(), id);
    }

    /**
     * The caller, head of the department, signs the prepared dispute, which is raised with it.
     *
     * @throws Refusal if it is not the caller's, nothing waits for a signature any more, or the time for it is over
     */
    public void sign(DutyId id) {
        caller.require(Role.HEAD);
        LockedDuty locked = access.lockForDepartment(id);
        Dispute draft = drafted(locked);
        requireInTime(locked.duty());
        disputes.sign(id, caller.get().accountId(), calendar.now());
        books.waitsNoMore(ItemKind.SIGN_DISPUTE, id.value());
        acknowledgements.raised(locked, draft.reason(), TimelineEntry.Kind.DISPUTED);
        workflow.disputeSigned(locked.taskId(), id);
    }

    /**
     * The caller, head of the department, does not sign; the duty waits for its signature again.
     *
     * @throws Refusal if it is not the caller's, nothing waits for a signature any more, or the reason is missing
     */
    public void reject(DutyId id, String reason) {
        caller.require(Role.HEAD);
        LockedDuty locked = access.lockForDepartment(id);
        drafted(locked);
        Duty duty = locked.duty();
        String words = Words.required(reason, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
        Caller me = caller.get();
        disputes.decide(id, DisputeRepository.Ending.REJECTED.name(), words, me.accountId(), calendar.now());
        books.waitsNoMore(ItemKind.SIGN_DISPUTE, id.value());
        books.waitsFor(
                duty.departmentId(),
                ItemKind.ACKNOWLEDGE,
                id.value(),
                locked.task(),
                calendar.dayOf(duty.acknowledgeBy()));
        books.enter(locked.taskId(), TimelineEntry.Kind.DISPUTE_REJECTED, me, duty.departmentId(), words, null);
        workflow.disputeRejected(locked.taskId(), id);
    }

    /** What waits for the signature of the caller's head; empty for everybody else. */
    @Transactional(readOnly = true)
    public Optional<Dispute> draft(Duty duty) {
        return caller.get().actsFor(duty.departmentId()) ? disputes.draft(duty.id()) : Optional.empty();
    }

    private LockedDuty disputable(DutyId id) {
        LockedDuty locked = acknowledgements.awaiting(access.lockForDepartment(id));
        if (disputes.draft(id).isPresent()) {
            throw faster.refusal(locked.taskId(), locked.duty().departmentId(), TimelineEntry.Kind.DISPUTE_PREPARED);
        }
        requireInTime(locked.duty());
        return locked;
    }

    private void requireInTime(Duty duty) {
        if (!duty.disputableAt(calendar.now())) {
            throw new Refusal("refusal.dispute.tooLate", duty.disputeBy());
        }
    }

    private Dispute drafted(LockedDuty locked) {
        return disputes.draft(locked.id())
                .orElseThrow(() -> faster.refusal(
                        locked.taskId(),
                        locked.duty().departmentId(),
                        TimelineEntry.Kind.DISPUTED,
                        TimelineEntry.Kind.DISPUTE_REJECTED,
                        TimelineEntry.Kind.DUTY_TAKEN_UP,
                        TimelineEntry.Kind.DUTY_SUCCEEDED));
    }

    private Objection checked(LockedDuty locked, Objection objection) {
        return objection.checked(locked.duty().departmentId(), calendar.today());
    }
}
