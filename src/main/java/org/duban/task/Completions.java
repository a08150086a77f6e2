package org.duban.task;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 办结: a reporting department applies with what was reached of each target, the other departments countersign
 * ({@link Countersignatures}), a supervisor verifies and closes, or sends back; or has it checked on site before
 * ({@link SiteChecks}).
 */
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
    private final DutyRepository duties;
    private final CompletionRepository completions;
    private final ClosingRepository closings;
    private final CompletionSteps steps;
    private final ReachedTargets reachedTargets;
    private final List<Hurdle> hurdles;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    Completions(
            DutyAccess access,
            Faster faster,
            KeyTaskRepository tasks,
            DutyRepository duties,
            CompletionRepository completions,
            ClosingRepository closings,
            CompletionSteps steps,
            ReachedTargets reachedTargets,
            List<Hurdle> hurdles,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.access = access;
        this.faster = faster;
        this.tasks = tasks;
        this.duties = duties;
        this.completions = completions;
        this.closings = closings;
        this.steps = steps;
        this.reachedTargets = reachedTargets;
        this.hurdles = hurdles;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.events = events;
    }

    /**
     * What stands in the way of completing the key task, for whoever thinks of applying for it.
     *
     * @throws Refusal if the duty is not the caller's
     */
    @Transactional(readOnly = true)
    public List<Hurdle.InTheWay> inTheWay(DutyId dutyId) {
        Duty duty = duties.find(dutyId)
                .filter(each -> caller.get().actsFor(each.departmentId()))
                .orElseThrow(Refusal::notFound);
        return hurdlesBefore(duty).toList();
    }

    private Stream<Hurdle.InTheWay> hurdlesBefore(Duty duty) {
        return hurdles.stream().flatMap(hurdle -> hurdle.before(duty).stream());
    }

    /** As {@link #apply(DutyId, String, List)}, for a key task without targets. */
    public void apply(DutyId dutyId, String statement) {
        apply(dutyId, statement, List.of());
    }

    /**
     * The caller's department, which leads or answers jointly, applies for completion of the key task. All others that
     * signed for a duty on it are asked to countersign; where there is none, the supervisor verifies at once.
     *
     * @param statement what was achieved
     * @param claims what was reached of each target of the key task
     * @throws Refusal if the duty is not the caller's, only cooperates or is unsigned, somebody applied before, what is
     *     said of a target is incomplete, or a {@link Hurdle} stands in the way
     */
    public void apply(DutyId dutyId, String statement, List<TargetClaim> claims) {
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
        hurdlesBefore(duty).filter(Hurdle.InTheWay::applying).findFirst().ifPresent(first -> {
            throw first.why();
        });
        String words = Words.required(statement, LONGEST_STATEMENT, "refusal.completion.statementMissing");
        List<CompletionTarget> reached = reachedTargets.checked(task, claims);
        Caller me = caller.get();
        long id = completions.insert(duty, task.dueOn(), words, me.accountId(), calendar.now());
        completions.insertTargets(id, reached);
        List<Duty> others = duties.of(task.id()).stream()
                .filter(other -> other.state() == Duty.State.ACKNOWLEDGED)
                .filter(other -> !other.id().equals(dutyId))
                .toList();
        List<Long> asked = List.of();
        if (others.isEmpty()) {
            steps.toVerification(task, completions.find(id).orElseThrow());
        } else {
            asked = steps.askToCountersign(task, id, others);
        }
        books.enter(task.id(), TimelineEntry.Kind.COMPLETION_APPLIED, me, duty.departmentId(), words, null);
        workflow.completionAppliedFor(task.id(), asked);
    }

    /**
     * The applicant's department takes the application back while it is countersigned (撤回); the work goes on.
     *
     * @param read the application, by {@link Completion#id}
     * @throws Refusal if it is not the caller's, or is not countersigned any more
     */
    public void takeBack(long read) {
        DutyId duty = completions.find(read).orElseThrow(Refusal::notFound).dutyId();
        KeyTask task = access.lockForDepartment(duty).task();
        Completion completion = completions.find(read).orElseThrow();
        if (completion.state() != Completion.State.COUNTERSIGNING) {
            throw faster.refusal(
                    task.id(),
                    TimelineEntry.Kind.COMPLETION_TAKEN_BACK,
                    TimelineEntry.Kind.COUNTERSIGNED,
                    TimelineEntry.Kind.COUNTERSIGN_RETURNED,
                    TimelineEntry.Kind.COUNTERSIGN_WAIVED,
                    TimelineEntry.Kind.COMPLETION_SENT_BACK);
        }
        Caller me = caller.get();
        steps.toExecution(completion, Completion.State.TAKEN_BACK, null, me.accountId());
        books.enter(task.id(), TimelineEntry.Kind.COMPLETION_TAKEN_BACK, me, completion.departmentId(), null, null);
        workflow.completionTakenBack(task.id());
    }

    /**
     * The supervisor verifies the completion and closes the key task; whatever was open about it is void. The outcome is
     * a verdict of its own: the percentages stay as they were reported and accepted. {@link Outcome#ONGOING} closes it for
     * this plan, too.
     *
     * @param read the application that the caller read, by {@link Completion#id}
     * @throws Refusal if the caller does not supervise it, it was decided before, another application waits now, or
     *     something must be done before ({@link KeyTaskEvents.Closing})
     */
    public void close(KeyTaskId id, long read, Outcome outcome, String reason) {
        KeyTask task = access.lockForSupervisor(id);
        Completion completion = verifying(id, read);
        events.publishEvent(new KeyTaskEvents.Closing(id));
        Caller me = caller.get();
        String words = Words.optional(reason, Acknowledgements.LONGEST_REASON);
        completions.decide(completion.id(), Completion.State.CLOSED, outcome, words, me.accountId(), calendar.now());
        closings.insert(task, KeyTask.State.CLOSED, outcome, words, me.accountId(), calendar.now());
        tasks.close(id, outcome, calendar.now());
        books.nothingWaitsAbout(id);
        long entry = books.enter(id, TimelineEntry.Kind.CLOSED, me, null, words, outcome.name());
        LocalDate appliedOn = calendar.dayOf(completion.appliedAt());
        duties.of(id).stream()
                .filter(duty -> duty.state() == Duty.State.ACKNOWLEDGED)
                .forEach(duty -> events.publishEvent(
                        Deed.completed(entry, duty.id(), completion.id(), completion.dueOn(), appliedOn, outcome)));
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
        access.lockForSupervisor(id);
        Completion completion = verifying(id, read);
        Caller me = caller.get();
        String words = Words.required(reason, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
        steps.toExecution(completion, Completion.State.SENT_BACK, words, me.accountId());
        long entry = books.enter(id, TimelineEntry.Kind.COMPLETION_SENT_BACK, me, null, words, null);
        events.publishEvent(Deed.completionReturned(entry, completion.dutyId(), completion.id()));
        workflow.completionSentBack(id);
    }

    /** The application, which lies before the supervisor now. The key task is locked. */
    Completion verifying(KeyTaskId id, long read) {
        Completion waiting = completions
                .undecided(id)
                .filter(each -> each.id() == read && each.state() != Completion.State.ON_SITE_CHECK)
                .orElseThrow(() -> faster.refusal(
                        id, TimelineEntry.Kind.COMPLETION_SENT_BACK, TimelineEntry.Kind.SITE_CHECK_ORDERED));
        if (waiting.state() == Completion.State.COUNTERSIGNING) {
            throw new Refusal("refusal.completion.countersigning");
        }
        return waiting;
    }
}
