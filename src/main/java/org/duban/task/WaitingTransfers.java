package org.duban.task;

import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends transfers that wait for a decision when there is nothing left to decide. */
@Component
class WaitingTransfers {

    private final TransferRepository transfers;
    private final DutyRepository duties;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;

    WaitingTransfers(
            TransferRepository transfers,
            DutyRepository duties,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar) {
        this.transfers = transfers;
        this.duties = duties;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    @EventListener
    void on(KeyTaskEvents.DutySucceeded succeeded) {
        transfers.open(succeeded.duty()).ifPresent(waiting -> {
            obsolete(waiting);
            workflow.transferRefused(duties.find(waiting.duty()).orElseThrow().taskId(), waiting.id());
        });
    }

    /** The process ends them with the key task. */
    @EventListener
    void on(KeyTaskEvents.Closed closed) {
        transfers.open(closed.task()).forEach(this::obsolete);
    }

    private void obsolete(Transfer waiting) {
        transfers.decide(waiting.id(), TransferRepository.Decision.OBSOLETE, null, null, calendar.now());
        books.waitsNoMore(ItemKind.DECIDE_TRANSFER, waiting.id());
    }
}
