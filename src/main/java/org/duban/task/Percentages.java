package org.duban.task;

import org.springframework.stereotype.Component;

/** The percentage of a key task: the mean of the accepted ones of the duties that report; a duty without one counts 0. */
@Component
class Percentages {

    private final KeyTaskRepository tasks;
    private final DutyRepository duties;

    Percentages(KeyTaskRepository tasks, DutyRepository duties) {
        this.tasks = tasks;
        this.duties = duties;
    }

    /** To be called whenever a duty's percentage changed, or which duties report. */
    void recompute(KeyTaskId task) {
        int mean = (int) duties.of(task).stream()
                .filter(Duty::reports)
                .mapToInt(duty -> duty.percent() == null ? 0 : duty.percent())
                .average()
                .orElse(0);
        tasks.setPercent(task, mean);
    }
}
