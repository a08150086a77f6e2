package org.duban.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Keeps what has open sub-tasks from going away over them. The key task is locked. */
@Component
class OpenSubTasks {

    private final SubTaskRepository subTasks;
    private final WaiverRepository waivers;
    private final Bookkeeping books;
    private final WorkingCalendar calendar;

    OpenSubTasks(SubTaskRepository subTasks, WaiverRepository waivers, Bookkeeping books, WorkingCalendar calendar) {
        this.subTasks = subTasks;
        this.waivers = waivers;
        this.books = books;
        this.calendar = calendar;
    }

    /** Before a key task is completed. @throws Refusal if sub-tasks are open, and no supervisor waived them */
    void requireNone(KeyTaskId task) {
        inTheWay(task).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Why it can't be completed: sub-tasks are open, and no supervisor waived them. */
    Optional<Refusal> inTheWay(KeyTaskId task) {
        List<KeyTask> open = subTasks.openBelow(task);
        return open.isEmpty() || waivers.standing(task).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal("refusal.split.openOfTask", numbers(open)));
    }

    /** Before a duty is withdrawn, or reports no more. @throws Refusal if sub-tasks of it are open */
    void requireNone(DutyId duty) {
        List<KeyTask> open = subTasks.openBelow(duty);
        if (!open.isEmpty()) {
            throw new Refusal("refusal.split.openOfDuty", numbers(open));
        }
    }

    /** Before a key task goes into another one. @throws Refusal if sub-tasks are open, waived or not */
    void requireNoneToMerge(KeyTaskId task) {
        List<KeyTask> open = subTasks.openBelow(task);
        if (!open.isEmpty()) {
            throw new Refusal("refusal.merge.subTasks", numbers(open));
        }
    }

    /** Before the key task is due earlier. @throws Refusal if sub-tasks that are open are due after that day */
    void requireDueBy(KeyTaskId task, LocalDate dueOn) {
        List<KeyTask> later = subTasks.openBelow(task).stream()
                .filter(each -> each.dueOn().isAfter(dueOn))
                .toList();
        if (!later.isEmpty()) {
            throw new Refusal("refusal.merge.subTasksLater", dueOn.toString(), numbers(later));
        }
    }

    /**
     * A supervisor who did not wait for the sub-tasks knew those that were open. Since there is another one below it, the
     * key task waits again, and so do those above it.
     */
    void awaitAgain(KeyTask task) {
        Stream.concat(subTasks.above(task).stream(), Stream.of(task))
                .filter(each -> each.open() && waivers.standing(each.id()).isPresent())
                .forEach(each -> {
                    waivers.revoke(each.id(), null, calendar.now());
                    books.enter(each.id(), TimelineEntry.Kind.SUB_TASKS_AWAITED, null, null, null, null);
                });
    }

    private static String numbers(List<KeyTask> tasks) {
        return tasks.stream().map(KeyTask::no).collect(Collectors.joining("、"));
    }
}
