package org.duban.instruction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.HandledBefore;
import org.duban.account.Handling;
import org.duban.account.Role;
import org.duban.account.Staffing;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.TaskRequests;
import org.duban.task.TimelineEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 批示 as leaders write, read and confirm them, and as everybody concerned reads them. */
@Service
@Transactional
public class Instructions {

    /** Longest text of an instruction, and of what the leader says later, in characters. */
    public static final int LONGEST = 2000;

    /** Working days that supervisors have for passing an instruction on which is not urgent. */
    private static final int WORKING_DAYS = 2;

    private final InstructionRepository instructions;
    private final AnswerRepository answers;
    private final Reporting reporting;
    private final TaskRequests requests;
    private final KeyTasks tasks;
    private final Staffing staffing;
    private final InstructionWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;

    Instructions(
            InstructionRepository instructions,
            AnswerRepository answers,
            Reporting reporting,
            TaskRequests requests,
            KeyTasks tasks,
            Staffing staffing,
            InstructionWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            HandledBefore handledBefore) {
        this.instructions = instructions;
        this.answers = answers;
        this.reporting = reporting;
        this.requests = requests;
        this.tasks = tasks;
        this.staffing = staffing;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.handledBefore = handledBefore;
    }

    /**
     * What leaders wrote on a key task, newest first. A department sees what was assigned to it, with its own answers.
     *
     * @throws Refusal if the caller may not see the key task
     */
    @Transactional(readOnly = true)
    public List<InstructionDetails> of(KeyTaskId task) {
        if (!tasks.visible(task)) {
            throw Refusal.notFound();
        }
        Caller me = caller.get();
        boolean overseen = tasks.overseen(task);
        List<Instruction> found = overseen ? instructions.of(task) : instructions.asSeenBy(me.departmentId(), task);
        List<InstructionId> ids = found.stream().map(Instruction::id).toList();
        Map<InstructionId, List<Answer>> asked = answers.of(ids, overseen ? null : me.departmentId());
        Map<InstructionId, List<Result>> results = overseen ? instructions.results(ids) : Map.of();
        return found.stream()
                .map(each -> new InstructionDetails(
                        each,
                        asked.getOrDefault(each.id(), List.of()),
                        results.getOrDefault(each.id(), List.of()),
                        each.state() == Instruction.State.CONFIRMING && confirms(each, me)))
                .toList();
    }

    /** Whoever wrote it or took over, or stands in; any leader for one who is none any more: it waits for somebody. */
    private boolean confirms(Instruction instruction, Caller me) {
        return me.is(Role.LEADER)
                && (me.accountsAs(Role.LEADER)
                                .contains(instruction.confirmerId().value())
                        || !staffing.leadsAsSystem(instruction.confirmerId()));
    }

    /** For whom the caller says it; {@code null} where that is the caller's own. */
    private static AccountId behalf(Instruction instruction, Caller me) {
        AccountId confirmer = instruction.confirmerId();
        boolean stoodInFor = me.lent().stream()
                .anyMatch(
                        lent -> lent.absent().equals(confirmer) && lent.roles().contains(Role.LEADER));
        return stoodInFor && !confirmer.equals(me.accountId()) ? confirmer : null;
    }

    /**
     * A leader writes on an open key task; its supervisors pass it on. It ends no other instruction.
     *
     * @param urgency {@code null} for none
     * @throws Refusal if the key task is closed, or the text missing or too long
     */
    public InstructionId write(KeyTaskId id, String text, Urgency urgency) {
        KeyTask task = requests.lockForLeader(id);
        String words = Words.required(text, LONGEST, "refusal.instruction.textMissing");
        Caller me = caller.get();
        InstructionId instruction = instructions.insert(id, words, urgency, me.accountId(), calendar.now());
        int days = urgency == null ? WORKING_DAYS : urgency == Urgency.URGENT ? 1 : 0;
        requests.waitsForSupervisors(
                null,
                ItemKind.ASSIGN_INSTRUCTION,
                instruction.value(),
                task,
                calendar.plusWorkingDays(calendar.today(), days));
        reporting.note(id, TimelineEntry.Kind.INSTRUCTION_WRITTEN, me, words);
        workflow.written(id, instruction);
        return instruction;
    }

    /**
     * The leader is content: the instruction is carried out.
     *
     * @param read the result that the caller read, by {@link Result#id}
     * @param opinion may be empty
     * @throws Refusal if another leader wrote it, it does not wait for that, or another result waits now
     */
    public void confirm(InstructionId id, long read, String opinion) {
        Instruction instruction = lockToDecide(id, read);
        String words = Words.optional(opinion, LONGEST);
        Caller me = decide(instruction, read, true, words);
        instructions.end(id, Instruction.State.DONE, calendar.now());
        reporting.note(instruction.taskId(), TimelineEntry.Kind.INSTRUCTION_DONE, me, words);
        workflow.confirmed(id);
    }

    /**
     * The leader asks for more, and the supervisors report again.
     *
     * @param read the result that the caller read, by {@link Result#id}
     * @throws Refusal if another leader wrote it, it does not wait for that, another result waits now, or the words are
     *     missing
     */
    public void askAgain(InstructionId id, long read, String text) {
        Instruction instruction = lockToDecide(id, read);
        String words = Words.required(text, LONGEST, "refusal.instruction.textMissing");
        Caller me = decide(instruction, read, false, words);
        reporting.begin(id, requests.lockOpen(instruction.taskId()));
        reporting.note(instruction.taskId(), TimelineEntry.Kind.INSTRUCTION_ASKED_AGAIN, me, words);
        workflow.sentBack(id);
    }

    private Caller decide(Instruction instruction, long result, boolean confirmed, String words) {
        Caller me = caller.get();
        AccountId behalf = behalf(instruction, me);
        if (behalf != null) {
            caller.actFor(behalf);
        }
        Handling said = new Handling(me.accountId(), behalf, calendar.now());
        instructions.decide(result, confirmed, words, said);
        instructions.markHandled(instruction.id(), said);
        requests.waitsNoMore(ItemKind.CONFIRM_INSTRUCTION, instruction.id().value());
        return me;
    }

    private Instruction lockToDecide(InstructionId id, long read) {
        Caller me = caller.require(Role.LEADER);
        KeyTaskId task = instructions.find(id).orElseThrow(Refusal::notFound).taskId();
        requests.lockForLeader(task);
        Instruction instruction = instructions.find(id).orElseThrow();
        if (instruction.state() != Instruction.State.CONFIRMING
                || instructions.results(id).getLast().id() != read) {
            throw handledBefore.refusal(Optional.of(instructions.lastHandling(id)));
        }
        if (!confirms(instruction, me)) {
            throw new Refusal("refusal.instruction.otherLeader", instruction.confirmer());
        }
        return instruction;
    }
}
