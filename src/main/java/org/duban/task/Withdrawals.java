package org.duban.task;

import java.time.Instant;
import java.util.List;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 撤销: the supervisor ends a key task that is not to be done any more, wherever it stands, or stands still. It has no
 * outcome, counts neither as done nor as overdue from then on, and keeps its history. What is open below it ends with it,
 * on every level, for the same reason.
 */
@Service
@Transactional
public class Withdrawals {

    private final DutyAccess access;
    private final KeyTaskRepository tasks;
    private final SubTaskRepository subTasks;
    private final CompletionRepository completions;
    private final SiteCheckRepository siteChecks;
    private final ClosingRepository closings;
    private final CompletionSteps steps;
    private final StandStill standStill;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    Withdrawals(
            DutyAccess access,
            KeyTaskRepository tasks,
            SubTaskRepository subTasks,
            CompletionRepository completions,
            SiteCheckRepository siteChecks,
            ClosingRepository closings,
            CompletionSteps steps,
            StandStill standStill,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.access = access;
        this.tasks = tasks;
        this.subTasks = subTasks;
        this.completions = completions;
        this.siteChecks = siteChecks;
        this.closings = closings;
        this.steps = steps;
        this.standStill = standStill;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.events = events;
    }

    /** @throws Refusal if the caller does not supervise it, it has ended already, or no reason is given */
    public void withdraw(KeyTaskId id, String reason) {
        KeyTask task = access.lockEvenSuspendedForSupervisor(id);
        String words = Words.required(reason, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
        Caller me = caller.get();
        Instant now = calendar.now();
        List<KeyTask> below = subTasks.openBelow(id);
        withdraw(task, words, me, now, null);
        below.forEach(each -> withdraw(tasks.lock(each.id()).orElseThrow(), words, me, now, task.no()));
    }

    /** @param above number of the key task with which it ends, or {@code null} */
    private void withdraw(KeyTask task, String words, Caller me, Instant now, String above) {
        KeyTaskId id = task.id();
        end(task, words, me, now);
        books.enter(id, TimelineEntry.Kind.TASK_WITHDRAWN, me, null, words, above);
        events.publishEvent(new KeyTaskEvents.Closed(id));
        workflow.withdrawn(id);
    }

    /** Nothing of it waits for anybody any more, in the ledger; its process and the other features are to be told. */
    void end(KeyTask task, String words, Caller me, Instant now) {
        KeyTaskId id = task.id();
        KeyTask ending = task.suspended() ? standStill.withdraw(task, me) : task;
        steps.endCountersignatures(id, Countersignature.State.VOID, me.accountId());
        siteChecks.voidOrdered(id, me.accountId(), now);
        completions
                .undecided(id)
                .ifPresent(
                        open -> completions.decide(open.id(), Completion.State.VOID, null, words, me.accountId(), now));
        closings.insert(ending, KeyTask.State.WITHDRAWN, null, words, me.accountId(), now);
        tasks.withdraw(id, now);
        books.nothingWaitsAbout(id);
    }
}
