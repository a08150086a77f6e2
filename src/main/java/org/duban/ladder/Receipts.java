package org.duban.ladder;

import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.ladder.ConfirmationRepository.Confirmation;
import org.duban.ladder.ConfirmationRepository.Of;
import org.duban.task.DutyLadder;
import org.duban.task.TimelineEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 回执: departments confirm that they were urged, and their heads that they have a notice of the ladder. */
@Service
@Transactional
public class Receipts {

    private final Confirming confirming;
    private final DutyLadder duties;
    private final CurrentCaller caller;

    Receipts(Confirming confirming, DutyLadder duties, CurrentCaller caller) {
        this.confirming = confirming;
        this.duties = duties;
        this.caller = caller;
    }

    /**
     * The caller, head of the department, has received a notice of the ladder. While the department has no head who can
     * sign in, its staff confirm.
     *
     * @throws Refusal if it is not the caller's, or somebody confirmed it before
     */
    public void receive(ReceiptId id) {
        note(TimelineEntry.Kind.ESCALATION_RECEIVED, confirming.receive(Of.RECEIPT, id.value()));
    }

    /** The caller's department has received an urge. @throws Refusal if it is not theirs, or was confirmed before */
    public void receive(UrgeId id) {
        note(TimelineEntry.Kind.URGE_RECEIVED, confirming.receive(Of.URGE, id.value()));
    }

    private void note(TimelineEntry.Kind kind, Confirmation confirmed) {
        duties.note(confirmed.task(), kind, caller.get(), confirmed.department(), null, null);
    }
}
