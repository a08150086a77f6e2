package org.duban.instruction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.Account;
import org.duban.account.PersonalItem;
import org.duban.account.PersonalWork;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.task.KeyTaskId;
import org.duban.task.TaskRequests;
import org.duban.task.TimelineEntry;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Instructions that a leader who leaves has not seen through: the other leader confirms them, also those on which nothing
 * was reported yet. Who wrote them stays as it is. Without this any leader could confirm them once the account is closed.
 */
@Component
@Order(60)
class HandedInstructions implements PersonalWork {

    /** So that both names and the arrow fit into the figure of an entry. */
    private static final int LONGEST_NAME = 45;

    private final InstructionRepository instructions;
    private final TaskRequests requests;
    private final OpenItems items;
    private final JdbcClient jdbc;

    HandedInstructions(InstructionRepository instructions, TaskRequests requests, OpenItems items, JdbcClient jdbc) {
        this.instructions = instructions;
        this.requests = requests;
        this.items = items;
        this.jdbc = jdbc;
    }

    @Override
    public List<PersonalItem> whatWaitsFor(Account person) {
        return instructions.toConfirm(person.id()).stream().map(this::item).toList();
    }

    @Override
    public List<PersonalItem> handOver(Account from, Account to, Act act) {
        Set<KeyTaskId> locked = instructions.toConfirm(from.id()).stream()
                .map(Instruction::taskId)
                .collect(Collectors.toSet());
        requests.lockAllAsSystem(locked);
        String figure = shortened(from.displayName()) + " → " + shortened(to.displayName());
        // what was confirmed while the locks were waited for is over, and what was written since stays with its writer
        List<Instruction> open = instructions.toConfirm(from.id()).stream()
                .filter(each -> locked.contains(each.taskId()))
                .toList();
        for (Instruction each : open) {
            instructions.handOver(each.id(), to.id());
            items.handOver(ItemKind.CONFIRM_INSTRUCTION, each.id().value(), to.id());
            requests.note(
                    each.taskId(), TimelineEntry.Kind.INSTRUCTION_HANDED_OVER, act.by(), null, act.reason(), figure);
        }
        return open.stream().map(this::item).toList();
    }

    private PersonalItem item(Instruction instruction) {
        return new PersonalItem("INSTRUCTION", instruction.id().value(), label(instruction.taskId()), false);
    }

    private String label(KeyTaskId task) {
        return jdbc.sql("SELECT row_no, title FROM key_task WHERE id = :id")
                .param("id", task.value())
                .query((row, number) -> row.getString("row_no") + " " + row.getString("title"))
                .single();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
