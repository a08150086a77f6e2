package org.duban.instruction;

import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskEvents;
import org.duban.task.TaskRequests;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to instructions when their key task is to end, or a department is no longer on it; in that transaction. */
@Component
class EndedInstructions {

    private final InstructionRepository instructions;
    private final AnswerRepository answers;
    private final Reporting reporting;
    private final TaskRequests requests;
    private final InstructionWorkflow workflow;
    private final WorkingCalendar calendar;

    EndedInstructions(
            InstructionRepository instructions,
            AnswerRepository answers,
            Reporting reporting,
            TaskRequests requests,
            InstructionWorkflow workflow,
            WorkingCalendar calendar) {
        this.instructions = instructions;
        this.answers = answers;
        this.reporting = reporting;
        this.requests = requests;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /** A leader waits for what was asked: it is answered first. */
    @EventListener
    void on(KeyTaskEvents.Closing closing) {
        int open = instructions.countOpen(closing.task());
        if (open > 0) {
            throw new Refusal("refusal.instruction.openAtClosing", open);
        }
    }

    /** The key task's process ends as a whole, and nothing of it waits for anybody: only the rows are left. */
    @EventListener
    void on(KeyTaskEvents.Closed closed) {
        answers.voidAllOf(closed.task(), calendar.now());
        instructions.voidAllOf(closed.task(), calendar.now());
    }

    /** Nobody is asked the same twice: where the other department was asked itself, its own answer is enough. */
    @EventListener
    void on(KeyTaskEvents.DutyHandedOver handed) {
        answers.askedOfBoth(handed.duty(), handed.from(), handed.to()).forEach(this::askNoMore);
        answers.handOver(handed.duty(), handed.from(), handed.to());
    }

    /** A department that has lost its duty can't see the key task any more, let alone answer. */
    @EventListener
    void on(KeyTaskEvents.DutyDecided decided) {
        answers.orphaned(decided.duty()).forEach(this::askNoMore);
    }

    private void askNoMore(Answer answer) {
        Instruction instruction = instructions.find(answer.instructionId()).orElseThrow();
        KeyTask task = requests.lockAsSystem(instruction.taskId());
        answers.end(answer.id(), Answer.State.VOID, null, calendar.now());
        requests.waitsNoMore(ItemKind.ANSWER_INSTRUCTION, answer.id().value());
        reporting.beginOnceAllAnswered(instruction.id(), task);
        workflow.answered(answer.id());
    }
}
