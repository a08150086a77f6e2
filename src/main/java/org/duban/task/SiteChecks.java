package org.duban.task;

import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 现场核查: before deciding on a completion, the supervisor has somebody look at it on site. */
@Service
@Transactional
public class SiteChecks {

    private final DutyAccess access;
    private final Faster faster;
    private final Completions verification;
    private final KeyTaskRepository tasks;
    private final CompletionRepository completions;
    private final SiteCheckRepository siteChecks;
    private final CompletionSteps steps;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;

    SiteChecks(
            DutyAccess access,
            Faster faster,
            Completions verification,
            KeyTaskRepository tasks,
            CompletionRepository completions,
            SiteCheckRepository siteChecks,
            CompletionSteps steps,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller) {
        this.access = access;
        this.faster = faster;
        this.verification = verification;
        this.tasks = tasks;
        this.completions = completions;
        this.siteChecks = siteChecks;
        this.steps = steps;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
    }

    /**
     * The supervisor has the application checked on site; the verdict waits for the finding.
     *
     * @param read the application that the caller read, by {@link Completion#id}
     * @throws Refusal if the caller does not supervise it, it does not lie before the supervisor, the day is in the past,
     *     or it is not said who goes, or why
     */
    public void order(KeyTaskId id, long read, SiteVisit visit, String reason) {
        KeyTask task = access.lockForSupervisor(id);
        Completion completion = verification.verifying(id, read);
        SiteVisit planned = checked(visit);
        String words = Words.required(reason, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
        send(task, completion, planned, words, null);
    }

    /** Sends an application that lies before the supervisor; the key task is locked. @param sample or {@code null} */
    void send(KeyTask task, Completion completion, SiteVisit visit, String reason, Long sample) {
        Caller me = caller.get();
        long check = siteChecks.insert(completion, visit, reason, sample, me.accountId(), calendar.now());
        tasks.setState(task.id(), KeyTask.State.ON_SITE_CHECK);
        completions.setState(completion.id(), Completion.State.ON_SITE_CHECK);
        books.waitsNoMore(ItemKind.VERIFY, completion.id());
        books.waitsForSupervisors(completion.departmentId(), ItemKind.SITE_CHECK, check, task, visit.plannedOn());
        books.enter(
                task.id(),
                TimelineEntry.Kind.SITE_CHECK_ORDERED,
                me,
                null,
                reason,
                visit.plannedOn().toString());
        workflow.siteCheckOrdered(task.id());
    }

    /** @throws Refusal if the day is in the past or too far away, or nobody goes */
    SiteVisit checked(SiteVisit visit) {
        if (visit.plannedOn() == null || visit.plannedOn().isBefore(calendar.today())) {
            throw new Refusal("refusal.siteCheck.day");
        }
        if (visit.plannedOn().isAfter(calendar.today().plusYears(1))) {
            throw new Refusal("refusal.siteCheck.dayTooFar");
        }
        return new SiteVisit(
                visit.plannedOn(),
                Words.optional(visit.place(), SiteVisit.LONGEST),
                Words.required(visit.inspectors(), SiteVisit.LONGEST, "refusal.siteCheck.nobodyGoes"));
    }

    /**
     * The supervisor enters what was found on site, and verifies again.
     *
     * @param id the check, by {@link SiteCheck#id}
     * @throws Refusal if the caller does not supervise it, the finding is there already, or it is missing
     */
    public void record(long id, boolean confirmed, String finding) {
        caller.require(Role.SUPERVISOR);
        KeyTaskId taskId = siteChecks.find(id).orElseThrow(Refusal::notFound).taskId();
        KeyTask task = access.lockForSupervisor(taskId);
        SiteCheck check = siteChecks.find(id).orElseThrow();
        if (check.state() != SiteCheck.State.ORDERED) {
            throw faster.refusal(taskId, TimelineEntry.Kind.SITE_CHECK_RECORDED);
        }
        String words = Words.required(finding, Acknowledgements.LONGEST_REASON, "refusal.siteCheck.findingMissing");
        Caller me = caller.get();
        SiteCheck.State found = confirmed ? SiteCheck.State.CONFIRMED : SiteCheck.State.NOT_CONFIRMED;
        siteChecks.record(id, found, words, me.accountId(), calendar.now());
        books.waitsNoMore(ItemKind.SITE_CHECK, id);
        steps.toVerification(task, completions.find(check.completionId()).orElseThrow());
        books.enter(taskId, TimelineEntry.Kind.SITE_CHECK_RECORDED, me, null, words, found.name());
        workflow.siteCheckRecorded(taskId);
    }
}
