package org.duban.task;

import java.util.List;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 会签: the other departments agree to an application for completion, or return it. The first return ends it for all: the
 * work goes on, and whoever did not answer yet is not asked any more.
 */
@Service
@Transactional
public class Countersignatures {

    /** Working days that a department has for countersigning. */
    static final int WORKING_DAYS = 3;

    private final DutyAccess access;
    private final Faster faster;
    private final DutyRepository duties;
    private final CompletionRepository completions;
    private final CountersignatureRepository countersignatures;
    private final CompletionSteps steps;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;

    Countersignatures(
            DutyAccess access,
            Faster faster,
            DutyRepository duties,
            CompletionRepository completions,
            CountersignatureRepository countersignatures,
            CompletionSteps steps,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller) {
        this.access = access;
        this.faster = faster;
        this.duties = duties;
        this.completions = completions;
        this.countersignatures = countersignatures;
        this.steps = steps;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
    }

    /**
     * The caller's department agrees; after the last one the supervisor verifies.
     *
     * @param opinion may be empty
     * @throws Refusal if it is not asked, or not any more
     */
    public void agree(long id, String opinion) {
        LockedDuty locked = lock(id);
        Countersignature open = stillOpen(id);
        Caller me = caller.get();
        String words = Words.optional(opinion, Acknowledgements.LONGEST_REASON);
        steps.endCountersignature(open, Countersignature.State.AGREED, words, me.accountId());
        goOnAfterTheLast(locked.task(), open.completionId());
        books.enter(open.taskId(), TimelineEntry.Kind.COUNTERSIGNED, me, open.departmentId(), words, null);
        workflow.countersigned(open.taskId(), id);
    }

    /**
     * The caller's department does not agree; the application is over.
     *
     * @throws Refusal if it is not asked, or not any more, or no reason is given
     */
    public void giveBack(long id, String reason) {
        lock(id);
        Countersignature open = stillOpen(id);
        Caller me = caller.get();
        String words = Words.required(reason, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
        steps.endCountersignature(open, Countersignature.State.RETURNED, words, me.accountId());
        steps.toExecution(
                completions.find(open.completionId()).orElseThrow(), Completion.State.RETURNED, words, me.accountId());
        books.enter(open.taskId(), TimelineEntry.Kind.COUNTERSIGN_RETURNED, me, open.departmentId(), words, null);
        workflow.countersignatureReturned(open.taskId(), id);
    }

    /**
     * The supervisor waits no longer (不再等待) for departments whose time for countersigning is over, and verifies without
     * them; the record says so of each.
     *
     * @param read the application that the caller read, by {@link Completion#id}
     * @throws Refusal if the caller does not supervise it, nothing of it is countersigned any more, or there is still time
     */
    public void waitNoLonger(KeyTaskId id, long read) {
        KeyTask task = access.lockForSupervisor(id);
        Completion completion = completions
                .undecided(id)
                .filter(waiting -> waiting.id() == read && waiting.state() == Completion.State.COUNTERSIGNING)
                .orElseThrow(() -> faster.refusal(
                        id,
                        TimelineEntry.Kind.COUNTERSIGNED,
                        TimelineEntry.Kind.COUNTERSIGN_RETURNED,
                        TimelineEntry.Kind.COUNTERSIGN_WAIVED,
                        TimelineEntry.Kind.COMPLETION_TAKEN_BACK));
        List<Countersignature> awaited = countersignatures.open(id);
        for (Countersignature asked : awaited) {
            if (!calendar.today().isAfter(asked.dueOn())) {
                throw new Refusal(
                        "refusal.countersign.stillInTime",
                        asked.departmentName(),
                        asked.dueOn().toString());
            }
        }
        Caller me = caller.get();
        steps.toVerification(task, completion);
        for (Countersignature late : awaited) {
            steps.endCountersignature(late, Countersignature.State.WAIVED, null, me.accountId());
            books.enter(
                    id,
                    TimelineEntry.Kind.COUNTERSIGN_WAIVED,
                    me,
                    late.departmentId(),
                    null,
                    late.dueOn().toString());
        }
        workflow.countersigningCutShort(id);
    }

    /**
     * A duty is not its department's any more: withdrawn, disputed, or somebody else's who has to sign first. What it was
     * asked about an application waits for nobody. Joins the transaction of the action, in which the key task is locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dutyGoneAsSystem(DutyId id) {
        countersignatures.openOf(id).ifPresent(open -> {
            KeyTask task = access.lock(id).task();
            steps.endCountersignature(open, Countersignature.State.VOID, null, null);
            goOnAfterTheLast(task, open.completionId());
            books.enter(open.taskId(), TimelineEntry.Kind.COUNTERSIGN_VOID, null, open.departmentId(), null, null);
            workflow.countersigned(open.taskId(), open.id());
        });
    }

    @EventListener
    void on(KeyTaskEvents.DutyDecided decided) {
        Duty duty = duties.find(decided.duty()).orElseThrow();
        countersignatures
                .openOf(duty.id())
                .filter(open -> duty.state() != Duty.State.ACKNOWLEDGED
                        || !duty.departmentId().equals(open.departmentId()))
                .ifPresent(open -> dutyGoneAsSystem(duty.id()));
    }

    /**
     * The successor has what its predecessor applied for. Where it was asked itself, or applied itself, it is not asked a
     * second time; nor does it countersign what has become its own application.
     */
    @EventListener
    void on(KeyTaskEvents.DutySucceeded succeeded) {
        DutyId own = succeeded.mergedInto();
        completions.succeed(succeeded.duty(), own == null ? succeeded.duty() : own, succeeded.to());
        if (own != null) {
            dutyGoneAsSystem(succeeded.duty());
            countersignatures
                    .openOf(own)
                    .flatMap(open -> completions.find(open.completionId()))
                    .filter(application -> application.dutyId().equals(own))
                    .ifPresent(application -> dutyGoneAsSystem(own));
        } else {
            countersignatures
                    .openOf(succeeded.duty())
                    .ifPresent(open -> countersignatures.succeed(open.id(), succeeded.to()));
        }
    }

    private void goOnAfterTheLast(KeyTask task, long completion) {
        if (countersignatures.open(task.id()).isEmpty()) {
            steps.toVerification(task, completions.find(completion).orElseThrow());
        }
    }

    private LockedDuty lock(long id) {
        DutyId duty = countersignatures.find(id).orElseThrow(Refusal::notFound).dutyId();
        return access.lockForDepartment(duty);
    }

    private Countersignature stillOpen(long id) {
        Countersignature asked = countersignatures.find(id).orElseThrow();
        return switch (asked.state()) {
            case OPEN -> asked;
            case AGREED, RETURNED ->
                throw faster.refusal(
                        asked.taskId(),
                        asked.departmentId(),
                        TimelineEntry.Kind.COUNTERSIGNED,
                        TimelineEntry.Kind.COUNTERSIGN_RETURNED);
            case WAIVED, VOID ->
                throw faster.refusal(
                        asked.taskId(),
                        TimelineEntry.Kind.COUNTERSIGN_RETURNED,
                        TimelineEntry.Kind.COUNTERSIGN_WAIVED,
                        TimelineEntry.Kind.COMPLETION_TAKEN_BACK,
                        TimelineEntry.Kind.DUTY_CHANGED,
                        TimelineEntry.Kind.DUTY_WITHDRAWN,
                        TimelineEntry.Kind.DUTY_SUCCEEDED);
        };
    }
}
