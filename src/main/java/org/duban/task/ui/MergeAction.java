package org.duban.task.ui;

import java.util.List;
import org.duban.task.KeyTaskDetails;

/** The supervisor has a key task go into another one that asks for the same. */
@org.springframework.stereotype.Component
class MergeAction implements TaskAction {

    private final MergeDialog dialog;

    MergeAction(MergeDialog dialog) {
        this.dialog = dialog;
    }

    @Override
    public int order() {
        return 88;
    }

    @Override
    public List<Offer> offers(KeyTaskDetails details, Runnable changed) {
        return details.task().open() && !details.task().isSubTask() && details.supervised()
                ? List.of(new Offer("merge.action", () -> dialog.open(details.task(), changed)))
                : List.of();
    }
}
