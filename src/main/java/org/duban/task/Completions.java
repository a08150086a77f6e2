package org.duban.task;

import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 办结: a reporting department applies, a supervisor verifies and closes, or sends back. */
@Service
@Transactional
public class Completions {

    /** Working days that a supervisor has for verifying. */
    static final int WORKING_DAYS = 5;

    /** Longest statement, in characters. */
    public static final int LONGEST_STATEMENT = 4000;

    private final DutyAccess access;
    private final Faster faster;
    private final KeyTaskRepository tasks;
    private final CompletionRepository completions;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    Completions(
            DutyAccess access,
            Faster faster,
            KeyTaskRepository tasks,
            CompletionRepository completions,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.access = access;
        this.faster = faster;
        this.tasks = tasks;
        this.completions = completions;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.events = events;
    }

    /**
     * The caller's department, which leads or answers jointly, applies for completion of the key task.
     *
     * @param statement what was achieved
     * @throws Refusal if the duty is not the caller's, only cooperates or is unsigned, somebody applied before, or
     *     it has missed reports that no other tells of
     */
    public void apply(DutyId dutyId, String statement) {
        LockedDuty locked = access.lockForDepartment(dutyId);
        Duty duty = locked.duty();
        KeyTask task = locked.task();
        if (!duty.reports()) {
            throw new Refusal("refusal.completion.notReporting");
        }
        if (duty.state() != Duty.State.ACKNOWLEDGED) {
            throw new Refusal("refusal.signFirst");
        }
        if (task.state() != KeyTask.State.RUNNING) {
            throw faster.refusal(task.id(), TimelineEntry.Kind.COMPLETION_APPLIED);
        }
        events.publishEvent(new KeyTaskEvents.CompletionApplying(dutyId));
        String words = Words.required(statement, LONGEST_STATEMENT, "refusal.completion.statementMissing");
        Caller me = caller.get();
        long id = completions.insert(task.id(), dutyId, words, me.accountId(), calendar.now());
        tasks.setState(task.id(), KeyTask.State.COMPLETION_APPLIED);
        books.waitsForSupervisors(
                duty.departmentId(),
                ItemKind.VERIFY,
                id,
                task,
                calendar.plusWorkingDays(calendar.today(), WORKING_DAYS));
        books.enter(task.id(), TimelineEntry.Kind.COMPLETION_APPLIED, me, duty.departmentId(), words, null);
        workflow.completionAppliedFor(task.id());
    }

    /**
     * The supervisor verifies the completion and closes the key task; whatever was open about it is void. The outcome is
     * a verdict of its own: the percentages stay as they were reported and accepted.
     *
     * @param read the application that the caller read, by {@link Completion#id}
     * @throws Refusal if the caller does not supervise it, it was decided before, or another application waits now
     */
    public void close(KeyTaskId id, long read, Outcome outcome, String reason) {
        Completion completion = lockUndecided(id, read);
        Caller me = caller.get();
        String words = Words.optional(reason, Acknowledgements.LONGEST_REASON);
        completions.decide(completion.id(), outcome, words, me.accountId(), calendar.now());
        tasks.close(id, outcome, calendar.now());
        books.nothingWaitsAbout(id);
        books.enter(id, TimelineEntry.Kind.CLOSED, me, null, words, outcome.name());
        events.publishEvent(new KeyTaskEvents.Closed(id));
        workflow.completionVerified(id);
    }

    /**
     * The supervisor sends the key task back to its departments.
     *
     * @param read the application that the caller read, by {@link Completion#id}
     * @throws Refusal if the caller does not supervise it, it was decided before, another application waits now, or the
     *     reason is missing
     */
    public void sendBack(KeyTaskId id, long read, String reason) {
        Completion completion = lockUndecided(id, read);
        Caller me = caller.get();
        String words = Words.required(reason, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
        completions.decide(completion.id(), null, words, me.accountId(), calendar.now());
        tasks.setState(id, KeyTask.State.RUNNING);
        books.waitsNoMore(ItemKind.VERIFY, completion.id());
        books.enter(id, TimelineEntry.Kind.COMPLETION_SENT_BACK, me, null, words, null);
        workflow.completionSentBack(id);
    }

    private Completion lockUndecided(KeyTaskId id, long read) {
        access.lockForSupervisor(id);
        return completions
                .undecided(id)
                .filter(waiting -> waiting.id() == read)
                .orElseThrow(() -> faster.refusal(id, TimelineEntry.Kind.COMPLETION_SENT_BACK));
    }
}
