package org.duban.task.ui;

import java.util.List;
import org.duban.task.KeyTaskDetails;

/** The supervisor withdraws a key task, or takes one up again that had ended. */
@org.springframework.stereotype.Component
class EndingAction implements TaskAction {

    private final CompletionDialogs dialogs;

    EndingAction(CompletionDialogs dialogs) {
        this.dialogs = dialogs;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public boolean whileSuspended() {
        return true;
    }

    @Override
    public List<Offer> offers(KeyTaskDetails details, Runnable changed) {
        if (!details.supervised()) {
            return List.of();
        }
        if (details.task().open()) {
            return List.of(new Offer("withdrawal.action", () -> dialogs.withdraw(details.task(), changed)));
        }
        return details.parent() == null || details.parent().runs()
                ? List.of(new Offer("reopening.action", () -> dialogs.reopen(details.task(), changed)))
                : List.of();
    }
}
