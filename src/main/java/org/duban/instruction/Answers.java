package org.duban.instruction;

import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.HandledBefore;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.TaskRequests;
import org.duban.task.TimelineEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Departments answer what instructions ask of them. */
@Service
@Transactional
public class Answers {

    /** Longest answer, in characters. */
    public static final int LONGEST = 4000;

    private final InstructionRepository instructions;
    private final AnswerRepository answers;
    private final Reporting reporting;
    private final TaskRequests requests;
    private final InstructionWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;

    Answers(
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

    /**
     * The caller's department answers. Late ones count as long as the supervisor waits for them.
     *
     * @throws Refusal if it is not the caller's to answer, does not wait any more, or the text is missing or too long
     */
    public void answer(AnswerId id, String text) {
        Caller me = caller.get();
        Answer found = answers.find(id)
                .filter(answer -> me.actsFor(answer.departmentId()))
                .orElseThrow(Refusal::notFound);
        KeyTaskId taskId =
                instructions.find(found.instructionId()).orElseThrow().taskId();
        KeyTask task = requests.lockOpen(taskId);
        Answer answer = answers.find(id).orElseThrow();
        if (!me.actsFor(answer.departmentId())) {
            // it went to another department before the lock was ours
            throw Refusal.notFound();
        }
        if (!answer.waits()) {
            throw handledBefore.refusal(answers.lastHandling(id));
        }
        String words = Words.required(text, LONGEST, "refusal.instruction.answerMissing");
        answers.reply(id, words, answer.late(calendar.today()), me.accountId(), calendar.now());
        requests.waitsNoMore(ItemKind.ANSWER_INSTRUCTION, id.value());
        requests.note(taskId, TimelineEntry.Kind.INSTRUCTION_ANSWERED, me, answer.departmentId(), words, null);
        reporting.beginOnceAllAnswered(answer.instructionId(), task);
        workflow.answered(id);
    }
}
