package org.duban.task;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.base.Refusal;
import org.springframework.stereotype.Component;

/** Keeps what has open sub-tasks from going away under them. The key task is locked. */
@Component
class OpenSubTasks {

    private final SubTaskRepository subTasks;
    private final WaiverRepository waivers;

    OpenSubTasks(SubTaskRepository subTasks, WaiverRepository waivers) {
        this.subTasks = subTasks;
        this.waivers = waivers;
    }

    /** Before a key task is completed. @throws Refusal if sub-tasks are open, and no supervisor waived them */
    void requireNone(KeyTaskId task) {
        inTheWay(task).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Why it can't be completed: sub-tasks are open, and no supervisor waived them. */
    Optional<Refusal> inTheWay(KeyTaskId task) {
        List<KeyTask> open = subTasks.open(task);
        return open.isEmpty() || waivers.standing(task).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal("refusal.split.openOfTask", numbers(open)));
    }

    /** Before a duty is withdrawn, or reports no more. @throws Refusal if sub-tasks of it are open */
    void requireNone(DutyId duty) {
        List<KeyTask> open = subTasks.open(duty);
        if (!open.isEmpty()) {
            throw new Refusal("refusal.split.openOfDuty", numbers(open));
        }
    }

    /** Before a key task goes into another one. @throws Refusal if sub-tasks are open, waived or not */
    void requireNoneToMerge(KeyTaskId task) {
        List<KeyTask> open = subTasks.open(task);
        if (!open.isEmpty()) {
            throw new Refusal("refusal.merge.subTasks", numbers(open));
        }
    }

    private static String numbers(List<KeyTask> tasks) {
        return tasks.stream().map(KeyTask::no).collect(Collectors.joining("、"));
    }
}
