package org.duban.instruction;

import java.util.Optional;
import org.duban.base.Refusal;
import org.duban.task.Duty;
import org.duban.task.Hurdle;
import org.springframework.stereotype.Component;

/** A leader's instruction is confirmed before the key task is closed; one can apply for that meanwhile. */
@Component
class OpenInstructionHurdle implements Hurdle {

    private final InstructionRepository instructions;

    OpenInstructionHurdle(InstructionRepository instructions) {
        this.instructions = instructions;
    }

    @Override
    public Optional<InTheWay> before(Duty duty) {
        int open = instructions.countOpen(duty.taskId());
        return open == 0
                ? Optional.empty()
                : Optional.of(new InTheWay(new Refusal("completion.hurdle.instruction", open), false, null));
    }
}
