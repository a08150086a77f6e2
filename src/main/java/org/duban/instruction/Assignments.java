package org.duban.instruction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.HandledBefore;
import org.duban.account.Handling;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.task.Duty;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.TaskRequests;
import org.duban.task.TimelineEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Supervisors turn instructions into what departments answer by a day (交办), and report to the leader what came of it. */
@Service
@Transactional
public class Assignments {

    /** Longest summary, in characters. */
    public static final int LONGEST_SUMMARY = 4000;

    /** Working days that a leader has for confirming. */
    private static final int WORKING_DAYS = 5;

    private final InstructionRepository instructions;
    private final AnswerRepository answers;
    private final Reporting reporting;
    private final TaskRequests requests;
    private final InstructionWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;

    Assignments(
            InstructionRepository instructions,
            AnswerRepository answers,
            Reporting reporting,
            TaskRequests requests,
            InstructionWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            HandledBefore handledBefore) {
        this.instructions = instructions;
        this.answers = answers;
        this.reporting = reporting;
        this.requests = requests;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.handledBefore = handledBefore;
    }

    /** An open instruction with its key task, read under the lock. */
    private record Locked(Instruction instruction, KeyTask task) {

        InstructionId id() {
            return instruction.id();
        }
    }

    /**
     * Asks departments of the key task for an answer: for the first time, or further ones before it is reported.
     *
     * @param words what they are to answer
     * @param dueOn last day in time; today or later
     * @throws Refusal if the caller does not supervise it, it waits for something else, no department is chosen, one has no
     *     duty on the key task or was asked before, or words or date are missing
     */
    public void assign(InstructionId id, Set<DepartmentId> departments, String words, LocalDate dueOn) {
        Locked locked = lock(id, Instruction.State.ASSIGNING, Instruction.State.REPORTING);
        String request = Words.required(words, Instructions.LONGEST, "refusal.instruction.requestMissing");
        requireDay(dueOn);
        requireAskable(locked, departments);
        Caller me = caller.get();
        List<AnswerId> asked = new ArrayList<>();
        List<DepartmentId> inOrder = withDuty(locked.task().id()).stream()
                .filter(departments::contains)
                .toList();
        for (DepartmentId department : inOrder) {
            AnswerId answer = answers.insert(id, department, request, dueOn, me.accountId(), calendar.now());
            requests.waitsFor(department, ItemKind.ANSWER_INSTRUCTION, answer.value(), locked.task(), dueOn);
            note(locked, TimelineEntry.Kind.INSTRUCTION_ASSIGNED, department, request, dueOn);
            asked.add(answer);
        }
        boolean first = locked.instruction().state() == Instruction.State.ASSIGNING;
        requests.waitsNoMore(first ? ItemKind.ASSIGN_INSTRUCTION : ItemKind.REPORT_INSTRUCTION, id.value());
        advance(locked, Instruction.State.ANSWERING);
        if (first) {
            workflow.assigned(id, asked);
        } else {
            workflow.askedAgain(id, asked);
        }
    }

    private void requireAskable(Locked locked, Set<DepartmentId> departments) {
        if (departments.isEmpty()) {
            throw new Refusal("refusal.instruction.departmentMissing");
        }
        if (!withDuty(locked.task().id()).containsAll(departments)) {
            throw new Refusal("refusal.instruction.noDuty");
        }
        if (answers.of(locked.id()).stream()
                .anyMatch(
                        answer -> answer.state() != Answer.State.VOID && departments.contains(answer.departmentId()))) {
            throw new Refusal("refusal.instruction.askedBefore");
        }
    }

    /** In the order of the document. */
    private List<DepartmentId> withDuty(KeyTaskId task) {
        return requests.dutiesAsSystem(task).stream().map(Duty::departmentId).toList();
    }

    /**
     * Waits no longer for those departments that have not answered by their day; the record says so.
     *
     * @throws Refusal if the caller does not supervise it, no answer is waited for, or one that is not late yet
     */
    public void goOn(InstructionId id) {
        Locked locked = lock(id, Instruction.State.ANSWERING);
        List<Answer> missing = answers.of(id).stream().filter(Answer::waits).toList();
        if (!missing.stream().allMatch(answer -> answer.late(calendar.today()))) {
            throw new Refusal("refusal.instruction.notLate");
        }
        Caller me = caller.get();
        for (Answer answer : missing) {
            answers.end(answer.id(), Answer.State.SKIPPED, me.accountId(), calendar.now());
            requests.waitsNoMore(ItemKind.ANSWER_INSTRUCTION, answer.id().value());
            note(locked, TimelineEntry.Kind.INSTRUCTION_WENT_ON, answer.departmentId(), null, answer.dueOn());
        }
        instructions.markHandled(id, new Handling(me.accountId(), calendar.now()));
        reporting.begin(id, locked.task());
        workflow.wentOn(id);
    }

    /**
     * Asks one department again, which answered or was gone on without.
     *
     * @param read how often it had been returned when the caller read it, by {@link Answer#timesReturned}
     * @param newDueOn last day in time; today or later
     * @throws Refusal if the caller does not supervise it, it does not wait to be reported, the department answered anew, or
     *     has no duty any more, or reason or date are missing
     */
    public void giveBack(AnswerId id, int read, String reason, LocalDate newDueOn) {
        InstructionId instruction =
                answers.find(id).orElseThrow(Refusal::notFound).instructionId();
        Locked locked = lock(instruction, Instruction.State.REPORTING);
        Answer answer = answers.find(id).orElseThrow();
        if (!answer.returnable() || answer.timesReturned() != read) {
            throw handled(instruction);
        }
        String words = Words.required(reason, Instructions.LONGEST, "refusal.reasonMissing");
        requireDay(newDueOn);
        if (!withDuty(locked.task().id()).contains(answer.departmentId())) {
            throw new Refusal("refusal.instruction.noDuty");
        }
        answers.giveBack(answer, words, newDueOn, caller.get().accountId(), calendar.now());
        requests.waitsNoMore(ItemKind.REPORT_INSTRUCTION, instruction.value());
        requests.waitsFor(answer.departmentId(), ItemKind.ANSWER_INSTRUCTION, id.value(), locked.task(), newDueOn);
        note(locked, TimelineEntry.Kind.INSTRUCTION_RETURNED, answer.departmentId(), words, newDueOn);
        advance(locked, Instruction.State.ANSWERING);
        workflow.askedAgain(instruction, List.of(id));
    }

    /**
     * Reports what came of it to the leader who wrote it, or who took over.
     *
     * @param read how many results had been reported when the caller read it
     * @throws Refusal if the caller does not supervise it, it does not wait for that, the leader said something since, or the
     *     summary is missing or too long
     */
    public void report(InstructionId id, int read, String text) {
        Locked locked = lock(id, Instruction.State.REPORTING);
        if (instructions.results(id).size() != read) {
            throw handled(id);
        }
        String summary = Words.required(text, LONGEST_SUMMARY, "refusal.instruction.summaryMissing");
        Caller me = caller.get();
        instructions.insertResult(id, summary, me.accountId(), calendar.now());
        requests.waitsNoMore(ItemKind.REPORT_INSTRUCTION, id.value());
        requests.waitsForPerson(
                locked.instruction().confirmerId(),
                ItemKind.CONFIRM_INSTRUCTION,
                id.value(),
                locked.task(),
                calendar.plusWorkingDays(calendar.today(), WORKING_DAYS));
        reporting.note(locked.task().id(), TimelineEntry.Kind.INSTRUCTION_REPORTED, me, summary);
        advance(locked, Instruction.State.CONFIRMING);
        workflow.reported(id);
    }

    private Locked lock(InstructionId id, Instruction.State... expected) {
        caller.require(Role.SUPERVISOR);
        KeyTask task = requests.lockForSupervisor(
                instructions.find(id).orElseThrow(Refusal::notFound).taskId());
        Instruction instruction = instructions.find(id).orElseThrow();
        if (!List.of(expected).contains(instruction.state())) {
            throw handled(id);
        }
        return new Locked(instruction, task);
    }

    private Refusal handled(InstructionId id) {
        return handledBefore.refusal(Optional.of(instructions.lastHandling(id)));
    }

    private void requireDay(LocalDate dueOn) {
        if (dueOn == null || dueOn.isBefore(calendar.today())) {
            throw new Refusal("refusal.instruction.due");
        }
    }

    private void advance(Locked locked, Instruction.State state) {
        instructions.advance(locked.id(), state);
        instructions.markHandled(locked.id(), new Handling(caller.get().accountId(), calendar.now()));
    }

    private void note(Locked locked, TimelineEntry.Kind kind, DepartmentId department, String words, LocalDate figure) {
        requests.note(locked.task().id(), kind, caller.get(), department, words, figure.toString());
    }
}
