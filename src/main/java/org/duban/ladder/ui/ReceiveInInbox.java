package org.duban.ladder.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.base.Refusal;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.inbox.ui.ItemAction;
import org.duban.ui.Notices;

/** Confirms one or many, each in a transaction of its own. */
abstract class ReceiveInInbox implements ItemAction {

    private final ItemKind kind;

    ReceiveInInbox(ItemKind kind) {
        this.kind = kind;
    }

    abstract void receive(OpenItem item);

    @Override
    public ItemKind kind() {
        return kind;
    }

    @Override
    public String labelKey() {
        return "ladder.action.receive";
    }

    @Override
    public void perform(OpenItem item) {
        receive(item);
        Notices.done("ladder.done.received");
    }

    @Override
    public Map<OpenItem, Refusal> performAll(List<OpenItem> items) {
        Map<OpenItem, Refusal> refused = new LinkedHashMap<>();
        for (OpenItem item : items) {
            try {
                receive(item);
            } catch (Refusal refusal) {
                refused.put(item, refusal);
            }
        }
        return refused;
    }
}
