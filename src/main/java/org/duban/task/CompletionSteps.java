package org.duban.task;

import java.util.List;
import org.duban.account.AccountId;
import org.duban.base.CountedDays;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.springframework.stereotype.Component;

/**
 * Where an application for completion goes in the ledger; whoever moves it tells the timeline and the process. The key
 * task is locked, and all joins the transaction of the action.
 */
@Component
class CompletionSteps {

    private final KeyTaskRepository tasks;
    private final CompletionRepository completions;
    private final CountersignatureRepository countersignatures;
    private final Bookkeeping books;
    private final WorkingCalendar calendar;

    CompletionSteps(
            KeyTaskRepository tasks,
            CompletionRepository completions,
            CountersignatureRepository countersignatures,
            Bookkeeping books,
            WorkingCalendar calendar) {
        this.tasks = tasks;
        this.completions = completions;
        this.countersignatures = countersignatures;
        this.books = books;
        this.calendar = calendar;
    }

    /** Asks these departments to countersign. Returns the countersignatures. */
    List<Long> askToCountersign(KeyTask task, long completion, List<Duty> others) {
        CountedDays due = calendar.count(calendar.today(), Countersignatures.WORKING_DAYS);
        tasks.setState(task.id(), KeyTask.State.COUNTERSIGNING);
        completions.setState(completion, Completion.State.COUNTERSIGNING);
        return others.stream()
                .map(other -> {
                    long asked = countersignatures.insert(completion, other, due.to(), calendar.now());
                    books.waitsFor(other.departmentId(), ItemKind.COUNTERSIGN, asked, task, due);
                    return asked;
                })
                .toList();
    }

    /** It lies before the supervisor, who has the full time for it. */
    void toVerification(KeyTask task, Completion completion) {
        tasks.setState(task.id(), KeyTask.State.COMPLETION_APPLIED);
        completions.reachSupervisors(completion.id(), calendar.now());
        books.waitsForSupervisors(
                completion.departmentId(),
                ItemKind.VERIFY,
                completion.id(),
                task,
                calendar.count(calendar.today(), Completions.WORKING_DAYS));
    }

    /** It is over without an outcome, and the work goes on. */
    void toExecution(Completion completion, Completion.State end, String reason, AccountId by) {
        endCountersignatures(completion.taskId(), Countersignature.State.VOID, null);
        completions.decide(completion.id(), end, null, reason, by, calendar.now());
        tasks.setState(completion.taskId(), KeyTask.State.RUNNING);
        books.waitsNoMore(ItemKind.VERIFY, completion.id());
    }

    /** Nobody is asked any more. @param by {@code null} where they fall away by themselves */
    void endCountersignatures(KeyTaskId task, Countersignature.State end, AccountId by) {
        for (Countersignature open : countersignatures.open(task)) {
            endCountersignature(open, end, null, by);
        }
    }

    void endCountersignature(Countersignature open, Countersignature.State end, String opinion, AccountId by) {
        countersignatures.end(open.id(), end, opinion, by, calendar.now());
        books.waitsNoMore(ItemKind.COUNTERSIGN, open.id());
    }
}
