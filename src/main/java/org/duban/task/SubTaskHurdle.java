package org.duban.task;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sub-tasks are completed first, unless a supervisor waived that. */
@Component
class SubTaskHurdle implements Hurdle {

    private final OpenSubTasks openOnes;

    SubTaskHurdle(OpenSubTasks openOnes) {
        this.openOnes = openOnes;
    }

    @Override
    public Optional<InTheWay> before(Duty duty) {
        return openOnes.inTheWay(duty.taskId()).map(why -> new InTheWay(why, true, null));
    }
}
