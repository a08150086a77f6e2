package org.duban.instruction;

import org.duban.account.Caller;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.TaskRequests;
import org.duban.task.TimelineEntry;
import org.springframework.stereotype.Component;

/** The step to which an instruction comes whenever its supervisors have to report on it. */
@Component
class Reporting {

    /** Working days that supervisors have for it. */
    private static final int WORKING_DAYS = 3;

    private final InstructionRepository instructions;
    private final AnswerRepository answers;
    private final TaskRequests requests;
    private final WorkingCalendar calendar;

    Reporting(
            InstructionRepository instructions,
            AnswerRepository answers,
            TaskRequests requests,
            WorkingCalendar calendar) {
        this.instructions = instructions;
        this.answers = answers;
        this.requests = requests;
        this.calendar = calendar;
    }

    void begin(InstructionId id, KeyTask task) {
        instructions.advance(id, Instruction.State.REPORTING);
        requests.waitsForSupervisors(
                null,
                ItemKind.REPORT_INSTRUCTION,
                id.value(),
                task,
                calendar.plusWorkingDays(calendar.today(), WORKING_DAYS));
    }

    /** To be called when one answer less waits. */
    void beginOnceAllAnswered(InstructionId id, KeyTask task) {
        if (answers.of(id).stream().noneMatch(Answer::waits)) {
            begin(id, task);
        }
    }

    /** Notes something about the instruction as a whole, for those who oversee the key task. */
    void note(KeyTaskId task, TimelineEntry.Kind kind, Caller actor, String words) {
        requests.note(task, kind, actor, null, words, null);
    }
}
