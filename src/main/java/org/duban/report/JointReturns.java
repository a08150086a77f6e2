package org.duban.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.HandledBefore;
import org.duban.account.Handling;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.task.Deed;
import org.duban.task.DutyReports;
import org.duban.task.KeyTasks;
import org.duban.task.LockedDuty;
import org.duban.task.TimelineEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 整体退回: every report on the key task for one period that the supervisors have goes back, accepted ones as well, with one
 * reason and one new date. What a department still has stays with it.
 */
@Service
@Transactional
public class JointReturns {

    /**
     * One of those that go back together.
     *
     * @param latest its latest hand-in
     */
    public record Concerned(ProgressReport report, Submission latest) {}

    /** @param proposedDue a new due day to offer */
    public record Preview(List<Concerned> concerned, LocalDate earliestDue, LocalDate proposedDue) {}

    private final ReportRepository reports;
    private final SubmissionRepository submissions;
    private final Reviews reviews;
    private final DutyReports duties;
    private final KeyTasks tasks;
    private final OpenItems items;
    private final ReportWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;

    JointReturns(
            ReportRepository reports,
            SubmissionRepository submissions,
            Reviews reviews,
            DutyReports duties,
            KeyTasks tasks,
            OpenItems items,
            ReportWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            HandledBefore handledBefore) {
        this.reports = reports;
        this.submissions = submissions;
        this.reviews = reviews;
        this.duties = duties;
        this.tasks = tasks;
        this.items = items;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.handledBefore = handledBefore;
    }

    /** What would go back with the report. @throws Refusal if the caller does not supervise it */
    @Transactional(readOnly = true)
    public Preview preview(ReportId id) {
        ProgressReport report = reports.find(id).orElseThrow(Refusal::notFound);
        if (!tasks.details(report.taskId()).supervised()) {
            throw Refusal.notFound();
        }
        List<Concerned> concerned = concerned(report);
        LocalDate proposed = concerned.stream()
                .map(each ->
                        reviews.proposedDue(each.report().dueOn(), each.latest().submittedAt()))
                .max(Comparator.naturalOrder())
                .orElse(calendar.today());
        return new Preview(concerned, earliestDue(concerned), proposed);
    }

    /**
     * Returns them all.
     *
     * @param id one of them that waits for a review
     * @param read the hand-ins that the caller had on the screen, by {@link Submission#id}
     * @param newDueOn last day in time for the amended reports; not before any department has the working days again that it
     *     had left when it handed in
     * @throws Refusal if the caller does not supervise them, the one was reviewed before, others were handed in or reviewed
     *     meanwhile, reason or date are missing, or the date is too early or too far away
     */
    public void returnAll(ReportId id, Set<Long> read, String reason, LocalDate newDueOn) {
        LockedDuty first = duties.lockForSupervisor(
                reports.find(id).orElseThrow(Refusal::notFound).dutyId());
        ProgressReport report = reports.find(id).orElseThrow();
        if (report.state() != ProgressReport.State.SUBMITTED) {
            throw report.state() == ProgressReport.State.VOID
                    ? Refusal.alreadyHandled()
                    : handledBefore.refusal(submissions.lastHandling(id));
        }
        List<Concerned> all = concerned(report);
        if (!all.stream()
                .map(each -> each.latest().id())
                .collect(Collectors.toSet())
                .equals(read)) {
            throw new Refusal("refusal.review.othersChanged");
        }
        String words = Words.required(reason, Reviews.LONGEST_REASON, "refusal.reasonMissing");
        Reviews.requireSensible(newDueOn, earliestDue(all), calendar.today());
        Caller me = caller.get();
        List<ReportId> again = new ArrayList<>();
        for (Concerned each : all) {
            if (each.report().state() == ProgressReport.State.ACCEPTED) {
                recall(each, words, newDueOn, me);
                again.add(each.report().id());
            } else {
                reviews.giveBack(
                        each.report(),
                        duties.lockForSupervisor(each.report().dutyId()),
                        each.latest(),
                        words,
                        newDueOn);
            }
        }
        if (!again.isEmpty()) {
            workflow.opened(first.taskId(), again);
        }
    }

    /** Accepted is not over any more: the percentage before counts again, and the report's process begins anew. */
    private void recall(Concerned each, String words, LocalDate newDueOn, Caller me) {
        ProgressReport report = each.report();
        LockedDuty locked = duties.lockForSupervisor(report.dutyId());
        AccountId behalf = duties.onBehalf(locked.taskId(), me).orElse(null);
        submissions.recall(each.latest().id(), words, newDueOn, new Handling(me.accountId(), behalf, calendar.now()));
        reports.markReturned(report.id(), newDueOn);
        duties.recalled(locked.duty(), reports.acceptedPercent(report.dutyId()));
        items.openFor(
                report.departmentId(),
                ItemKind.AMEND,
                report.id().value(),
                locked.directiveId().value(),
                locked.taskId().value(),
                newDueOn);
        long entry = duties.note(locked.duty(), TimelineEntry.Kind.REPORT_RECALLED, me, words, newDueOn.toString());
        duties.tell(Deed.reportReturned(
                entry, locked.id(), each.latest().id(), each.latest().departmentId()));
    }

    /** A duty that went to another department since, or is withdrawn, writes nothing about the period any more. */
    private List<Concerned> concerned(ProgressReport report) {
        return reports.withSupervisors(report.taskId(), report.period().id()).stream()
                .map(each -> new Concerned(each, submissions.of(each.id()).getFirst()))
                .toList();
    }

    private LocalDate earliestDue(List<Concerned> concerned) {
        return concerned.stream()
                .map(each ->
                        reviews.earliestDue(each.report().dueOn(), each.latest().submittedAt()))
                .max(Comparator.naturalOrder())
                .orElse(calendar.today());
    }
}
