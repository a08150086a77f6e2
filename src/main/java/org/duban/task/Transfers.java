package org.duban.task;

import java.util.List;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 转办: a signed duty goes to another department, asked for by the head of the one that has it, or decided by a supervisor
 * unasked. The new department signs for it with clocks of its own, and may dispute it; all else stays as it is: what was
 * accepted, the dates, and what is not reported yet. What the old one wrote and did not hand in or sign goes to nobody: drafts,
 * unsent evidence and unsigned requests end, which the dialogs say before. History keeps whose it was.
 */
@Service
@Transactional
public class Transfers {

    /** Working days that a supervisor has for deciding. */
    static final int WORKING_DAYS = 2;

    private final DutyAccess access;
    private final Faster faster;
    private final KeyTasks keyTasks;
    private final DutyRepository duties;
    private final TransferRepository transfers;
    private final SigningClocks clocks;
    private final Acknowledgements acknowledgements;
    private final Successions successions;
    private final Departments departments;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    Transfers(
            DutyAccess access,
            Faster faster,
            KeyTasks keyTasks,
            DutyRepository duties,
            TransferRepository transfers,
            SigningClocks clocks,
            Acknowledgements acknowledgements,
            Successions successions,
            Departments departments,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.access = access;
        this.faster = faster;
        this.keyTasks = keyTasks;
        this.duties = duties;
        this.transfers = transfers;
        this.clocks = clocks;
        this.acknowledgements = acknowledgements;
        this.successions = successions;
        this.departments = departments;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.events = events;
    }

    /**
     * The caller, head of the department, asks for its duty to go to another one.
     *
     * @throws Refusal if it is not the caller's or not signed, a completion or a transfer waits for a decision already, the
     *     reason is missing, or the other department can't have it
     */
    public void request(DutyId id, DepartmentId to, String reason) {
        caller.require(Role.HEAD);
        LockedDuty locked = transferable(access.lockForDepartment(id));
        requireNoneWaits(locked);
        requireAbleToTake(locked, to);
        Caller me = caller.get();
        String words = reason(reason);
        long transfer = transfers.insert(id, to, words, me.accountId(), calendar.now());
        books.waitsForSupervisors(
                locked.duty().departmentId(),
                ItemKind.DECIDE_TRANSFER,
                transfer,
                locked.task(),
                calendar.plusWorkingDays(calendar.today(), WORKING_DAYS));
        books.enter(
                locked.taskId(),
                TimelineEntry.Kind.TRANSFER_REQUESTED,
                me,
                locked.duty().departmentId(),
                words,
                departments.get(to).shortName());
        workflow.transferRequested(locked.taskId(), transfer);
    }

    /**
     * The supervisor lets the duty go to the department that was asked for.
     *
     * @param opinion what the supervisor says about it; may be empty
     * @throws Refusal if the caller does not supervise it, it was decided before, a completion waits for a decision, or
     *     the other department can't have it any more
     */
    public void approve(long transfer, String opinion) {
        LockedDuty locked = access.lockForSupervisor(dutyOf(transfer));
        Transfer asked = waiting(locked, transfer);
        transferable(locked);
        requireAbleToTake(locked, asked.to());
        String words = Words.optional(opinion, Acknowledgements.LONGEST_REASON);
        books.waitsNoMore(ItemKind.DECIDE_TRANSFER, transfer);
        SigningClock clock = hand(locked, transfer, asked.to(), words);
        workflow.transferApproved(locked.taskId(), transfer, locked.id(), clock.acknowledgeBy());
    }

    /**
     * The supervisor leaves the duty where it is.
     *
     * @throws Refusal if the caller does not supervise it, it was decided before, or the reason is missing
     */
    public void refuse(long transfer, String reason) {
        LockedDuty locked = access.lockForSupervisor(dutyOf(transfer));
        waiting(locked, transfer);
        Caller me = caller.get();
        String words = reason(reason);
        transfers.decide(transfer, TransferRepository.Decision.REFUSED, words, me.accountId(), calendar.now());
        books.waitsNoMore(ItemKind.DECIDE_TRANSFER, transfer);
        books.enter(
                locked.taskId(),
                TimelineEntry.Kind.TRANSFER_REFUSED,
                me,
                locked.duty().departmentId(),
                words,
                null);
        workflow.transferRefused(locked.taskId(), transfer);
    }

    /**
     * The supervisor gives a signed duty to another department unasked.
     *
     * @throws Refusal if the caller does not supervise it, it is not signed, a completion or a transfer waits for a decision,
     *     the reason is missing, or the other department can't have it
     */
    public void transfer(DutyId id, DepartmentId to, String reason) {
        LockedDuty locked = transferable(access.lockForSupervisor(id));
        requireNoneWaits(locked);
        requireAbleToTake(locked, to);
        String words = reason(reason);
        long transfer = transfers.insert(id, to, words, caller.get().accountId(), calendar.now());
        SigningClock clock = hand(locked, transfer, to, words);
        workflow.dutiesAssigned(locked.taskId(), List.of(id), clock.acknowledgeBy());
    }

    /**
     * What waits for a decision: about all duties of the key task for those who read all about it, for a department about
     * its own.
     *
     * @throws Refusal if there is no such key task that the caller may see
     */
    @Transactional(readOnly = true)
    public List<Transfer> waiting(KeyTaskId task) {
        if (!keyTasks.visible(task)) {
            throw Refusal.notFound();
        }
        boolean all = keyTasks.overseen(task);
        Caller me = caller.get();
        return transfers.open(task).stream()
                .filter(each -> all || me.actsFor(each.from()))
                .toList();
    }

    private SigningClock hand(LockedDuty locked, long transfer, DepartmentId to, String words) {
        Duty duty = locked.duty();
        Caller me = caller.get();
        SigningClock clock = clocks.start(locked.directiveId());
        transfers.decide(transfer, TransferRepository.Decision.APPROVED, words, me.accountId(), calendar.now());
        duties.reassign(duty.id(), to, duty.role(), clock);
        duties.unsign(duty.id());
        books.handOver(locked.taskId(), duty.departmentId(), to);
        acknowledgements.openItem(duty.id(), to, locked.task(), clock.acknowledge());
        books.enter(locked.taskId(), TimelineEntry.Kind.DUTY_TRANSFERRED, me, to, words, duty.departmentName());
        events.publishEvent(new KeyTaskEvents.DutyTransferred(duty.id(), duty.departmentId(), to));
        return clock;
    }

    private DutyId dutyOf(long transfer) {
        caller.require(Role.SUPERVISOR);
        return transfers.dutyOf(transfer).orElseThrow(Refusal::notFound);
    }

    private Transfer waiting(LockedDuty locked, long transfer) {
        return transfers
                .open(locked.id())
                .filter(each -> each.id() == transfer)
                .orElseThrow(() -> faster.refusal(
                        locked.taskId(),
                        TimelineEntry.Kind.DUTY_TRANSFERRED,
                        TimelineEntry.Kind.TRANSFER_REFUSED,
                        TimelineEntry.Kind.DUTY_SUCCEEDED));
    }

    private static LockedDuty transferable(LockedDuty locked) {
        switch (locked.duty().state()) {
            case AWAITING -> throw new Refusal("refusal.transfer.unsigned");
            case DISPUTED -> throw new Refusal("refusal.transfer.disputed");
            case WITHDRAWN -> throw Refusal.notFound();
            case ACKNOWLEDGED -> {}
        }
        if (locked.task().state() != KeyTask.State.RUNNING) {
            throw new Refusal("refusal.transfer.completionApplied");
        }
        return locked;
    }

    private void requireNoneWaits(LockedDuty locked) {
        if (transfers.open(locked.id()).isPresent()) {
            throw faster.refusal(locked.taskId(), locked.duty().departmentId(), TimelineEntry.Kind.TRANSFER_REQUESTED);
        }
    }

    /** Also one whose duty on the key task was withdrawn: it stands for what was decided about that department. */
    private void requireAbleToTake(LockedDuty locked, DepartmentId to) {
        if (duties.of(locked.taskId()).stream()
                .anyMatch(other -> other.departmentId().equals(to))) {
            throw new Refusal("refusal.dispute.departmentTaken");
        }
        successions.requireAbleToSucceed(to);
    }

    private static String reason(String text) {
        return Words.required(text, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
    }
}
