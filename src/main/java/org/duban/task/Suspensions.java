package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Directives;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 暂停与恢复: the supervisor has a key task stand still. Nobody can do anything about it, nothing waits for anybody but for
 * the supervisors to look again, and no clock runs. Afterwards everything goes on where it stood, by as many working days
 * later; what was late before is as late as it was. What is open below it stands still and goes on with it, on every level.
 *
 * <p>A light looks at those below: it stands still before they do and goes on after them, so that no light shows what never
 * was.
 */
@Service
@Transactional
public class Suspensions {

    private final DutyAccess access;
    private final Faster faster;
    private final KeyTasks keyTasks;
    private final KeyTaskRepository tasks;
    private final SubTaskRepository subTasks;
    private final SuspensionRepository suspensions;
    private final StandStill standStill;
    private final Directives directives;
    private final OpenItems items;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;

    Suspensions(
            DutyAccess access,
            Faster faster,
            KeyTasks keyTasks,
            KeyTaskRepository tasks,
            SubTaskRepository subTasks,
            SuspensionRepository suspensions,
            StandStill standStill,
            Directives directives,
            OpenItems items,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller) {
        this.access = access;
        this.faster = faster;
        this.keyTasks = keyTasks;
        this.tasks = tasks;
        this.subTasks = subTasks;
        this.suspensions = suspensions;
        this.standStill = standStill;
        this.directives = directives;
        this.items = items;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
    }

    /**
     * Has it stand still, wherever it stands.
     *
     * @param reviewOn the day on which the supervisors look again; after today
     * @throws Refusal if the caller does not supervise it, it has ended or stands still already, the day is none, or no
     *     reason is given
     */
    public void suspend(KeyTaskId id, LocalDate reviewOn, String reason) {
        KeyTask task = access.lockForSupervisor(id);
        requireToCome(reviewOn);
        String words = reason(reason);
        Instant now = calendar.now();
        List<KeyTask> below = subTasks.openBelow(id).stream()
                .filter(each -> !each.suspended())
                .toList();
        long suspension = suspend(task, null, reviewOn, words, now);
        books.waitsForSupervisors(null, ItemKind.RESUME, id.value(), task, reviewOn);
        below.forEach(each -> suspend(lock(each), suspension, reviewOn, words, now));
    }

    /** @param with the suspension above, or {@code null} */
    private long suspend(KeyTask task, Long with, LocalDate reviewOn, String words, Instant now) {
        KeyTaskId id = task.id();
        Caller me = caller.get();
        long suspension = suspensions.insert(id, with, reviewOn, words, me.accountId(), now);
        tasks.suspend(id, now);
        items.park(id.value());
        books.enter(id, TimelineEntry.Kind.SUSPENDED, me, null, words, reviewOn.toString());
        workflow.suspended(id);
        return suspension;
    }

    /**
     * The supervisors look again later.
     *
     * @param reviewOn after today
     * @throws Refusal as {@link #suspend}; if it does not stand still, or does so with a key task above
     */
    public void reviewLater(KeyTaskId id, LocalDate reviewOn, String reason) {
        KeyTask task = lockSuspended(id);
        Suspension.Above with = suspensions.of(id).getFirst().with();
        if (with != null) {
            throw new Refusal("refusal.suspension.above", with.no());
        }
        requireToCome(reviewOn);
        String words = reason(reason);
        books.waitsNoMore(ItemKind.RESUME, id.value());
        books.waitsForSupervisors(null, ItemKind.RESUME, id.value(), task, reviewOn);
        reviewLater(task, reviewOn, words);
        standingStillWith(task).forEach(each -> reviewLater(lock(each), reviewOn, words));
    }

    private void reviewLater(KeyTask task, LocalDate reviewOn, String words) {
        suspensions.reviewOn(task.id(), reviewOn);
        books.enter(task.id(), TimelineEntry.Kind.REVIEW_POSTPONED, caller.get(), null, words, reviewOn.toString());
    }

    /**
     * It goes on where it stood. All days by which something about it is to be done move by the working days for which it
     * stood still.
     *
     * @throws Refusal if the caller does not supervise it, it does not stand still, a key task above it does, or no reason
     *     is given
     */
    public void resume(KeyTaskId id, String reason) {
        KeyTask task = lockSuspended(id);
        requireNothingAboveStandsStill(task);
        String words = reason(reason);
        books.waitsNoMore(ItemKind.RESUME, id.value());
        standingStillWith(task).reversed().forEach(each -> resume(lock(each), words));
        resume(task, words);
        directives.workReopenedAsSystem(task.directiveId());
    }

    private void requireNothingAboveStandsStill(KeyTask task) {
        subTasks.above(task).stream().filter(KeyTask::suspended).findFirst().ifPresent(above -> {
            throw new Refusal("refusal.suspension.above", above.no());
        });
    }

    private void resume(KeyTask task, String words) {
        KeyTaskId id = task.id();
        Caller me = caller.get();
        int workingDays = standStill.stop(task).workingDays();
        LocalDate dueOn = standStill.resume(task, me, words);
        workflow.resumed(id);
        books.enter(id, TimelineEntry.Kind.RESUMED, me, null, words, String.valueOf(workingDays));
        if (!dueOn.equals(task.dueOn())) {
            books.enter(id, TimelineEntry.Kind.DUE_MOVED, null, null, null, dueOn.toString());
        }
    }

    /** Level by level; not those that stood still before it did, nor what does so with them. */
    private List<KeyTask> standingStillWith(KeyTask task) {
        Set<KeyTaskId> with = suspensions.with(task.id());
        return with.isEmpty()
                ? List.of()
                : subTasks.openBelow(task.id()).stream()
                        .filter(each -> with.contains(each.id()))
                        .toList();
    }

    private KeyTask lock(KeyTask subTask) {
        return tasks.lock(subTask.id()).orElseThrow();
    }

    /**
     * Each time that it stood still, newest first.
     *
     * @throws Refusal if there is no key task that the caller may see
     */
    @Transactional(readOnly = true)
    public List<Suspension> of(KeyTaskId id) {
        if (!keyTasks.visible(id)) {
            throw Refusal.notFound();
        }
        return suspensions.of(id);
    }

    /** What would move if it went on today: everything by so many working days, the due date to that day. */
    public record Move(int workingDays, LocalDate newDueOn) {}

    /** @throws Refusal if the caller does not supervise it, or it does not stand still */
    @Transactional(readOnly = true)
    public Move moveAsOfToday(KeyTaskId id) {
        access.requireSupervisor(id);
        KeyTask task = keyTasks.details(id).task();
        if (!task.suspended()) {
            throw faster.refusal(id, TimelineEntry.Kind.RESUMED);
        }
        return new Move(standStill.stop(task).workingDays(), standStill.newDueOn(task));
    }

    private KeyTask lockSuspended(KeyTaskId id) {
        KeyTask task = access.lockEvenSuspendedForSupervisor(id);
        if (!task.suspended()) {
            throw faster.refusal(id, TimelineEntry.Kind.RESUMED);
        }
        return task;
    }

    private void requireToCome(LocalDate day) {
        LocalDate first = calendar.today().plusDays(1);
        LocalDate last = calendar.today().plusYears(Directives.FARTHEST_DUE_YEARS);
        if (day == null || day.isBefore(first) || day.isAfter(last)) {
            throw new Refusal("refusal.suspension.reviewOn", first.toString(), last.toString());
        }
    }

    private static String reason(String text) {
        return Words.required(text, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
    }
}
