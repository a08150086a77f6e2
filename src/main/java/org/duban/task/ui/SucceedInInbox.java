package org.duban.task.ui;

import com.vaadin.flow.component.UI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.base.Refusal;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.inbox.ui.ItemAction;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.SuccessionProposal;
import org.duban.task.Successions;
import org.springframework.stereotype.Component;

/**
 * Hands duties of abolished departments over: one after the question to whom, many where only one successor is known.
 */
@Component
class SucceedInInbox implements ItemAction {

    private final Successions successions;
    private final KeyTasks tasks;
    private final SuccessionDialogs dialogs;

    SucceedInInbox(Successions successions, KeyTasks tasks, SuccessionDialogs dialogs) {
        this.successions = successions;
        this.tasks = tasks;
        this.dialogs = dialogs;
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
        SuccessionProposal proposal = tasks.details(new KeyTaskId(item.keyTaskId())).successions().stream()
                .filter(each -> each.duty().value() == item.subjectId())
                .findFirst()
                .orElseThrow(Refusal::alreadyHandled);
        dialogs.accept(proposal, () -> {});
    }

    /** Who hands what over to whom, a line for each two departments. */
    @Override
    public List<String> lines(List<OpenItem> items) {
        UI ui = UI.getCurrent();
        Map<DutyId, String> between =
                successions
                        .proposals(items.stream()
                                .map(item -> new DutyId(item.subjectId()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(SuccessionProposal::duty, proposal -> between(proposal, ui)));
        return items.stream()
                .collect(Collectors.groupingBy(
                        item -> between.getOrDefault(new DutyId(item.subjectId()), item.aboutDepartment()),
                        LinkedHashMap::new,
                        Collectors.mapping(OpenItem::taskNo, Collectors.toCollection(LinkedHashSet::new))))
                .entrySet()
                .stream()
                .map(group -> ui.getTranslation(
                        "task.action.succeed.batch.line",
                        group.getKey(),
                        String.join(ui.getTranslation("task.action.succeed.batch.separator"), group.getValue())))
                .toList();
    }

    private static String between(SuccessionProposal proposal, UI ui) {
        String from = proposal.predecessor().shortName();
        return proposal.heirs().size() == 1
                ? ui.getTranslation(
                        "task.action.succeed.batch.between",
                        from,
                        proposal.heirs().getFirst().department().shortName())
                : ui.getTranslation("task.action.succeed.batch.choose", from);
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
