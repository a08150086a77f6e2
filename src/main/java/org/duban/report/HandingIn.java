package org.duban.report;

import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.Handling;
import org.duban.account.Role;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.task.Deed;
import org.duban.task.DutyReports;
import org.duban.task.KeyTask;
import org.duban.task.LockedDuty;
import org.duban.task.TimelineEntry;
import org.springframework.stereotype.Component;

/** The moment at which a report leaves its department: from then on it waits for the supervisors, and its clock stands still. */
@Component
class HandingIn {

    /** Working days that a supervisor has for a review. */
    private static final int REVIEW_WORKING_DAYS = 3;

    private final ReportRepository reports;
    private final MissedReportRepository missedReports;
    private final SubmissionRepository submissions;
    private final AttachmentRepository attachments;
    private final DutyReports duties;
    private final OpenItems items;
    private final WorkingCalendar calendar;

    HandingIn(
            ReportRepository reports,
            MissedReportRepository missedReports,
            SubmissionRepository submissions,
            AttachmentRepository attachments,
            DutyReports duties,
            OpenItems items,
            WorkingCalendar calendar) {
        this.reports = reports;
        this.missedReports = missedReports;
        this.submissions = submissions;
        this.attachments = attachments;
        this.duties = duties;
        this.items = items;
        this.calendar = calendar;
    }

    /**
     * @param approval what became of the head's approval, or {@code null} where none is asked for
     * @param approvedBy the head or who stands in for the head, or {@code null}
     */
    void handIn(
            LockedDuty locked,
            ProgressReport report,
            ReportContent content,
            AccountId writer,
            Submission.Approval approval,
            Caller approvedBy,
            Caller actor) {
        ReportId id = report.id();
        KeyTask task = locked.task();
        submissions.insert(
                id,
                locked.duty().departmentId(),
                report.timesReturned() + 1,
                content,
                writer,
                approval,
                approvedBy == null
                        ? null
                        : new Handling(
                                approvedBy.accountId(),
                                approvedBy.lender(Role.HEAD).orElse(null),
                                calendar.now()),
                calendar.now(),
                calendar.today().isAfter(report.dueOn()));
        attachments.markSubmitted(id);
        reports.markSubmitted(id, calendar.now());
        missedReports.uncovered(report.dutyId()).stream()
                .filter(report::couldTellOf)
                .forEach(missed -> missedReports.cover(missed.id(), id));
        items.openForSupervisors(
                locked.duty().departmentId(),
                ItemKind.REVIEW,
                id.value(),
                task.directiveId().value(),
                task.id().value(),
                calendar.count(calendar.today(), REVIEW_WORKING_DAYS));
        if (approval == Submission.Approval.NOBODY) {
            duties.note(locked.duty(), TimelineEntry.Kind.HEAD_APPROVAL_SKIPPED, actor, null, null);
        }
        long entry = duties.note(
                locked.duty(), TimelineEntry.Kind.REPORT_SUBMITTED, actor, null, String.valueOf(content.percent()));
        duties.tell(Deed.reported(entry, locked.id(), id.value(), report.timesReturned() + 1, report.dueOn()));
    }
}
