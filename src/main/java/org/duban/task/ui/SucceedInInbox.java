package org.duban.task.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.base.Refusal;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.inbox.ui.ItemAction;
import org.duban.task.DutyId;
import org.duban.task.Successions;
import org.duban.ui.Notices;
import org.springframework.stereotype.Component;

/** Hands duties of abolished departments over where only one successor is known; the others are chosen on their pages. */
@Component
class SucceedInInbox implements ItemAction {

    private final Successions successions;

    SucceedInInbox(Successions successions) {
        this.successions = successions;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.DECIDE_SUCCESSION;
    }

    @Override
    public String labelKey() {
        return "task.action.succeed";
    }

    @Override
    public void perform(OpenItem item) {
        successions.acceptOnlyHeir(new DutyId(item.subjectId()));
        Notices.done("task.done.succeeded.inbox", item.taskTitle());
    }

    /** Each in a transaction of its own, so that one that can't be handed over holds up no other. */
    @Override
    public Map<OpenItem, Refusal> performAll(List<OpenItem> items) {
        Map<OpenItem, Refusal> refused = new LinkedHashMap<>();
        for (OpenItem item : items) {
            try {
                successions.acceptOnlyHeir(new DutyId(item.subjectId()));
            } catch (Refusal refusal) {
                refused.put(item, refusal);
            }
        }
        return refused;
    }
}
