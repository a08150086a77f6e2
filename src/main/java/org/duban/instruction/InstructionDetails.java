package org.duban.instruction;

import java.time.LocalDate;
import java.util.List;

/**
 * An instruction as the caller may see it.
 *
 * @param answers of a department only its own
 * @param results oldest first; none for departments
 * @param confirmedByCaller whether the caller is the leader who confirms it, or stands in for one who is none any more
 */
public record InstructionDetails(
        Instruction instruction, List<Answer> answers, List<Result> results, boolean confirmedByCaller) {

    /** Whether all answers that are missing are late, so that the supervisor may go on without them. */
    public boolean onlyLateOnesMissing(LocalDate today) {
        return answers.stream().filter(Answer::waits).allMatch(answer -> answer.late(today));
    }
}
