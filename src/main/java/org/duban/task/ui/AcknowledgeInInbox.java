package org.duban.task.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.base.Refusal;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.inbox.ui.ItemAction;
import org.duban.task.Acknowledgements;
import org.duban.task.BatchAcknowledgements;
import org.duban.task.DutyId;
import org.duban.ui.Notices;
import org.springframework.stereotype.Component;

/** Signs for duties where they wait. */
@Component
class AcknowledgeInInbox implements ItemAction {

    private final Acknowledgements acknowledgements;
    private final BatchAcknowledgements batch;

    AcknowledgeInInbox(Acknowledgements acknowledgements, BatchAcknowledgements batch) {
        this.acknowledgements = acknowledgements;
        this.batch = batch;
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

    @Override
    public Map<OpenItem, Refusal> performAll(List<OpenItem> items) {
        Map<DutyId, OpenItem> byDuty =
                items.stream().collect(Collectors.toMap(item -> new DutyId(item.subjectId()), Function.identity()));
        Map<OpenItem, Refusal> refused = new LinkedHashMap<>();
        batch
                .acknowledgeAll(
                        items.stream().map(item -> new DutyId(item.subjectId())).toList())
                .stream()
                .filter(result -> result.refusal() != null)
                .forEach(result -> refused.put(byDuty.get(result.duty()), result.refusal()));
        return refused;
    }
}
