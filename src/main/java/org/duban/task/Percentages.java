package org.duban.task;

import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The percentage of a key task: the mean of the accepted ones of the duties that report; a duty without one counts 0. Of a
 * duty that was split the mean of its sub-tasks counts, those left out that were withdrawn; what its department reports
 * itself stays beside that.
 */
@Component
class Percentages {

    private final KeyTaskRepository tasks;
    private final DutyRepository duties;
    private final SubTaskRepository subTasks;

    Percentages(KeyTaskRepository tasks, DutyRepository duties, SubTaskRepository subTasks) {
        this.tasks = tasks;
        this.duties = duties;
        this.subTasks = subTasks;
    }

    /**
     * To be called whenever a duty's percentage changed, or which duties report, or which sub-tasks count. Goes up to the
     * open key tasks above.
     */
    void recompute(KeyTaskId task) {
        Map<DutyId, Double> split = subTasks.meanPercents(task);
        int mean = (int) duties.of(task).stream()
                .filter(Duty::reports)
                .mapToDouble(duty -> split.getOrDefault(duty.id(), duty.percent() == null ? 0.0 : duty.percent()))
                .average()
                .orElse(0);
        tasks.setPercent(task, mean);
        subTasks.openParent(task).ifPresent(this::recompute);
    }
}
