package org.duban.task.ui;

import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.inbox.ui.ItemAction;
import org.duban.task.Acknowledgements;
import org.duban.task.DutyId;
import org.duban.ui.Notices;
import org.springframework.stereotype.Component;

/** Signs for a duty where it waits. */
@Component
class AcknowledgeInInbox implements ItemAction {

    private final Acknowledgements acknowledgements;

    AcknowledgeInInbox(Acknowledgements acknowledgements) {
        this.acknowledgements = acknowledgements;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.ACKNOWLEDGE;
    }

    @Override
    public String labelKey() {
        return "task.action.acknowledge";
    }

    @Override
    public void perform(OpenItem item) {
        acknowledgements.acknowledge(new DutyId(item.subjectId()));
        Notices.done("task.done.acknowledged", item.taskTitle());
    }
}
