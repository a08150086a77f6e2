package org.duban.task;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What happens to a key task with sub-tasks, or to one of these, touches the others: completion waits for them, figures go
 * up, a successor gets them along with the duty. All joins the transaction of the action; the tree is locked.
 */
@Component
class SplitEffects {

    private final SubTaskRepository subTasks;
    private final KeyTaskRepository tasks;
    private final OpenSubTasks openOnes;
    private final Percentages percentages;
    private final Lights lights;

    SplitEffects(
            SubTaskRepository subTasks,
            KeyTaskRepository tasks,
            OpenSubTasks openOnes,
            Percentages percentages,
            Lights lights) {
        this.subTasks = subTasks;
        this.tasks = tasks;
        this.openOnes = openOnes;
        this.percentages = percentages;
        this.lights = lights;
    }

    /** One of them may have been reopened since the application, for which none was open. */
    @EventListener
    void on(KeyTaskEvents.Closing closing) {
        openOnes.requireNone(closing.task());
    }

    @EventListener
    void on(KeyTaskEvents.Closed closed) {
        countAnew(closed.task());
    }

    /** Sub-tasks stay as they are, and completion waits for those that are open, whatever was said before. */
    @EventListener
    void on(KeyTaskEvents.Reopened reopened) {
        openOnes.awaitAgain(tasks.find(reopened.task()).orElseThrow());
        countAnew(reopened.task());
    }

    @EventListener
    void on(KeyTaskEvents.DutySucceeded succeeded) {
        if (succeeded.mergedInto() != null) {
            subTasks.move(succeeded.duty(), succeeded.mergedInto());
        }
    }

    private void countAnew(KeyTaskId subTask) {
        subTasks.openParent(subTask).ifPresent(above -> {
            percentages.recompute(above);
            lights.reread(above);
        });
    }
}
