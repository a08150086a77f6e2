package org.duban.ladder;

import java.util.Optional;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.HandledBefore;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.OpenItems;
import org.duban.ladder.ConfirmationRepository.Confirmation;
import org.duban.ladder.ConfirmationRepository.Of;
import org.duban.organisation.DepartmentId;
import org.duban.task.DutyLadder;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskEvents;
import org.duban.task.KeyTaskId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * 回执: what waits until somebody confirms that it was received. It waits for whomever its item is handed to; where the
 * duty goes to another department by a decision, which begins anew, nobody is waited for any more.
 */
@Component
class Confirming {

    /** Working days for confirming. */
    private static final int WORKING_DAYS = 2;

    private final ConfirmationRepository confirmations;
    private final DutyLadder duties;
    private final OpenItems items;
    private final LadderWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;

    Confirming(
            ConfirmationRepository confirmations,
            DutyLadder duties,
            OpenItems items,
            LadderWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            HandledBefore handledBefore) {
        this.confirmations = confirmations;
        this.duties = duties;
        this.items = items;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.handledBefore = handledBefore;
    }

    void ofTheHead(KeyTask task, DepartmentId department, ReceiptId receipt) {
        items.openForHeads(
                department,
                Of.RECEIPT.item(),
                receipt.value(),
                task.directiveId().value(),
                task.id().value(),
                calendar.plusWorkingDays(calendar.today(), WORKING_DAYS));
    }

    void ofTheDepartment(KeyTask task, DepartmentId department, UrgeId urge) {
        items.openFor(
                department,
                Of.URGE.item(),
                urge.value(),
                task.directiveId().value(),
                task.id().value(),
                calendar.plusWorkingDays(calendar.today(), WORKING_DAYS));
    }

    /** The caller confirms it. @throws Refusal if it is not theirs, or nobody is waited for any more */
    Confirmation receive(Of of, long id) {
        Caller me = caller.get();
        duties.lockAsSystem(
                confirmations.find(of, id).orElseThrow(Refusal::notFound).task());
        Confirmation found = confirmations.find(of, id).orElseThrow();
        if (!me.actsFor(found.department())) {
            throw Refusal.notFound();
        }
        duties.lockOpen(found.task());
        if (!found.waiting()) {
            throw handledBefore.refusal(Optional.ofNullable(found.received()));
        }
        if (!confirmations.forCaller(of, found.task(), me).contains(id)) {
            caller.require(Role.HEAD);
        }
        confirmations.receive(of, found, me.accountId(), calendar.now());
        settle(of, id);
        return found;
    }

    private void settle(Of of, long id) {
        items.close(of.item(), id);
        if (of == Of.URGE) {
            workflow.urgeSettled(new UrgeId(id));
        } else {
            workflow.receiptSettled(new ReceiptId(id));
        }
    }

    /** What was not confirmed when it ended is not asked for again. */
    @EventListener
    void on(KeyTaskEvents.Reopened reopened) {
        confirmations.voidAll(reopened.task(), calendar.now());
    }

    @EventListener
    void on(KeyTaskEvents.DutyDecided decided) {
        KeyTaskId task = duties.dutyAsSystem(decided.duty()).taskId();
        for (Of of : Of.values()) {
            for (Confirmation stranded : confirmations.stranded(of, task)) {
                confirmations.voidOne(of, stranded.id(), calendar.now());
                settle(of, stranded.id());
            }
        }
    }
}
