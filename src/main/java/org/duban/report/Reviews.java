package org.duban.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.HandledBefore;
import org.duban.account.Handling;
import org.duban.account.Role;
import org.duban.base.DueKey;
import org.duban.base.Refusal;
import org.duban.base.Slice;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Directives;
import org.duban.inbox.Inbox;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.inbox.OpenItems;
import org.duban.task.Deed;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.DutyReports;
import org.duban.task.LockedDuty;
import org.duban.task.TimelineEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审核: supervisors accept reports or return them. */
@Service
@Transactional
public class Reviews {

    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 2000;

    private static final int COUNTED_AT_MOST = 100;
    private static final int AMENDMENT_WORKING_DAYS = 5;

    private final ReportRepository reports;
    private final SubmissionRepository submissions;
    private final DutyReports duties;
    private final Inbox inbox;
    private final OpenItems items;
    private final ReportWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;

    Reviews(
            ReportRepository reports,
            SubmissionRepository submissions,
            DutyReports duties,
            Inbox inbox,
            OpenItems items,
            ReportWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            HandledBefore handledBefore) {
        this.reports = reports;
        this.submissions = submissions;
        this.duties = duties;
        this.inbox = inbox;
        this.items = items;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.handledBefore = handledBefore;
    }

    /** Reports that wait for the caller's review, by the day on which it is due, behind {@code after}. */
    @Transactional(readOnly = true)
    public Slice<ReviewRow> queue(DueKey after, int limit) {
        caller.require(Role.SUPERVISOR);
        Slice<OpenItem> page = inbox.mine(EnumSet.of(ItemKind.REVIEW), after, limit);
        List<ReportId> ids =
                page.rows().stream().map(item -> new ReportId(item.subjectId())).toList();
        Map<ReportId, Submission> handedIn = submissions.undecided(ids);
        Map<ReportId, ReportRepository.Queued> queued = reports.queued(ids);
        List<ReviewRow> rows = new ArrayList<>();
        for (OpenItem item : page.rows()) {
            ReportId id = new ReportId(item.subjectId());
            // a colleague may have reviewed it since the items were read a moment ago
            if (handedIn.containsKey(id)) {
                rows.add(new ReviewRow(
                        item,
                        id,
                        queued.get(id).report().period(),
                        handedIn.get(id),
                        queued.get(id).previousPercent()));
            }
        }
        return new Slice<>(rows, page.more());
    }

    /** How many reports wait for the caller's review; counting stops at 100. */
    @Transactional(readOnly = true)
    public int count() {
        return reports.countSubmittedTo(caller.require(Role.SUPERVISOR), COUNTED_AT_MOST);
    }

    /** Those of the hand-ins, by {@link Submission#id}, that still wait for the caller's review. */
    @Transactional(readOnly = true)
    public Set<Long> stillWaiting(Collection<Long> handIns) {
        return submissions.undecidedOf(caller.require(Role.SUPERVISOR), handIns);
    }

    /**
     * The first day that an amendment can be due on: the department's clock stood still while the supervisors had the report,
     * so that it has the working days again that it had left when it handed in.
     *
     * @param dueOn the day that held
     * @param handedIn when it was handed in last
     */
    public LocalDate earliestDue(LocalDate dueOn, Instant handedIn) {
        return calendar.plusWorkingDays(
                calendar.today(), Math.max(0, calendar.workingDaysBetween(calendar.dayOf(handedIn), dueOn)));
    }

    /** A new due day to offer for an amendment: some working days from now, or more where the department had more left. */
    public LocalDate proposedDue(LocalDate dueOn, Instant handedIn) {
        LocalDate some = calendar.plusWorkingDays(calendar.today(), AMENDMENT_WORKING_DAYS);
        LocalDate earliest = earliestDue(dueOn, handedIn);
        return earliest.isAfter(some) ? earliest : some;
    }

    /**
     * Accepts a report; its percentage counts from now on, unless one for a later period was accepted before it.
     *
     * @param read the hand-in that the caller read, by {@link Submission#id}
     * @param comment or {@code null}
     * @throws Refusal if the caller does not supervise it, it was reviewed before, or another hand-in waits now
     */
    public void accept(ReportId id, long read, String comment) {
        Waiting waiting = lock(id, read);
        String words = Words.optional(comment, LONGEST_REASON);
        decide(waiting, Submission.Decision.ACCEPTED, words, null);
        reports.markFinished(id, ProgressReport.State.ACCEPTED, calendar.now());
        int percent = waiting.handIn().percent();
        if (!reports.laterOneAccepted(waiting.report())) {
            duties.accepted(waiting.duty(), percent);
        }
        note(waiting, TimelineEntry.Kind.REPORT_ACCEPTED, words, String.valueOf(percent));
        workflow.accepted(id);
    }

    /**
     * Returns a report (单独退回) for amendment.
     *
     * @param read the hand-in that the caller read, by {@link Submission#id}
     * @param newDueOn last day in time for the amended report; not before {@link #earliestDue}
     * @throws Refusal if the caller does not supervise it, it was reviewed before, another hand-in waits now, the reason is
     *     missing, or the date is missing, too early or too far away
     */
    public void returnForAmendment(ReportId id, long read, String reason, LocalDate newDueOn) {
        Waiting waiting = lock(id, read);
        String words = Words.required(reason, LONGEST_REASON, "refusal.reasonMissing");
        requireSensible(
                newDueOn, earliestDue(waiting.report().dueOn(), waiting.handIn().submittedAt()), calendar.today());
        giveBack(waiting.report(), waiting.locked(), waiting.handIn(), words, newDueOn);
    }

    static void requireSensible(LocalDate newDueOn, LocalDate earliest, LocalDate today) {
        if (newDueOn == null || newDueOn.isBefore(earliest)) {
            throw new Refusal("refusal.review.newDue", earliest);
        }
        Directives.requireSensible(newDueOn, today);
    }

    /** To be amended; all is checked. */
    void giveBack(ProgressReport report, LockedDuty locked, Submission handIn, String words, LocalDate newDueOn) {
        Waiting waiting = new Waiting(report, locked, handIn);
        decide(waiting, Submission.Decision.RETURNED, words, newDueOn);
        reports.markReturned(report.id(), newDueOn);
        items.openFor(
                waiting.duty().departmentId(),
                ItemKind.AMEND,
                report.id().value(),
                locked.directiveId().value(),
                locked.taskId().value(),
                newDueOn);
        long entry = note(waiting, TimelineEntry.Kind.REPORT_RETURNED, words, newDueOn.toString());
        duties.tell(Deed.reportReturned(entry, locked.id(), handIn.id(), handIn.departmentId()));
        workflow.returned(report.id());
    }

    /** What the caller decides on, read under the lock. */
    private record Waiting(ProgressReport report, LockedDuty locked, Submission handIn) {

        Duty duty() {
            return locked.duty();
        }
    }

    /** Words that nobody has read are neither accepted nor returned. */
    private Waiting lock(ReportId id, long read) {
        DutyId duty = reports.find(id).orElseThrow(Refusal::notFound).dutyId();
        LockedDuty locked = duties.lockForSupervisor(duty);
        ProgressReport report = reports.find(id).orElseThrow();
        if (report.state() == ProgressReport.State.VOID) {
            throw Refusal.alreadyHandled();
        }
        Submission handIn = submissions
                .undecided(id)
                .filter(waiting -> waiting.id() == read)
                .orElseThrow(() -> handledBefore.refusal(submissions.handling(id, read)));
        return new Waiting(report, locked, handIn);
    }

    private void decide(Waiting waiting, Submission.Decision decision, String words, LocalDate newDueOn) {
        Caller me = caller.get();
        AccountId behalf = duties.onBehalf(waiting.locked().taskId(), me).orElse(null);
        submissions.decide(
                waiting.handIn().id(), decision, words, newDueOn, new Handling(me.accountId(), behalf, calendar.now()));
        items.close(ItemKind.REVIEW, waiting.report().id().value());
    }

    private long note(Waiting waiting, TimelineEntry.Kind kind, String words, String figure) {
        return duties.note(waiting.duty(), kind, caller.get(), words, figure);
    }
}
