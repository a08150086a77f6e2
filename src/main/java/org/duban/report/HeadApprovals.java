package org.duban.report;

import org.duban.account.Account;
import org.duban.account.AccountClosing;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.HandledBefore;
import org.duban.account.Role;
import org.duban.account.Staffing;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.organisation.Departments;
import org.duban.task.DutyId;
import org.duban.task.DutyReports;
import org.duban.task.LockedDuty;
import org.duban.task.TimelineEntry;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审签: where the plan says so, the head of the department approves a report before the supervisors see it. */
@Service
@Transactional
public class HeadApprovals {

    private final ReportRepository reports;
    private final ApprovalRepository heads;
    private final SubmissionRepository submissions;
    private final HandingIn handingIn;
    private final DutyReports duties;
    private final Staffing staffing;
    private final Departments departments;
    private final OpenItems items;
    private final ReportWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;

    HeadApprovals(
            ReportRepository reports,
            ApprovalRepository heads,
            SubmissionRepository submissions,
            HandingIn handingIn,
            DutyReports duties,
            Staffing staffing,
            Departments departments,
            OpenItems items,
            ReportWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            HandledBefore handledBefore) {
        this.reports = reports;
        this.heads = heads;
        this.submissions = submissions;
        this.handingIn = handingIn;
        this.duties = duties;
        this.staffing = staffing;
        this.departments = departments;
        this.items = items;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.handledBefore = handledBefore;
    }

    /**
     * Approves a report, which the supervisors have from now on.
     *
     * @throws Refusal if it is not of the caller's department, or was decided on before
     */
    public void approve(ReportId id) {
        caller.require(Role.HEAD);
        LockedDuty locked = lock(id);
        ProgressReport report = requireWithHead(id);
        ProgressReport.Draft draft = report.draft();
        Caller me = caller.get();
        items.close(ItemKind.APPROVE_REPORT, id.value());
        handingIn.handIn(
                locked,
                report,
                new ReportContent(draft.percent(), draft.body(), draft.problems(), draft.actuals()),
                heads.toHead(id).by(),
                Submission.Approval.GIVEN,
                me,
                me);
        workflow.approved(id);
    }

    /**
     * Sends a report back to whoever writes it in the department; its due day stays.
     *
     * @throws Refusal if it is not of the caller's department, was decided on before, or the reason is missing
     */
    public void holdBack(ReportId id, String reason) {
        caller.require(Role.HEAD);
        LockedDuty locked = lock(id);
        ProgressReport report = requireWithHead(id);
        String words = Words.required(reason, Reviews.LONGEST_REASON, "refusal.reasonMissing");
        Caller me = caller.get();
        ProgressReport.State before = report.beforeHead();
        heads.takeFromHead(id, before);
        heads.holdBack(id, words, me.accountId(), calendar.now());
        items.close(ItemKind.APPROVE_REPORT, id.value());
        items.openFor(
                report.departmentId(),
                before == ProgressReport.State.OPEN ? ItemKind.REPORT : ItemKind.AMEND,
                id.value(),
                locked.directiveId().value(),
                locked.taskId().value(),
                report.dueOn());
        // the words stay in the department
        duties.note(locked.duty(), TimelineEntry.Kind.REPORT_HELD_BACK, me, null, null);
        workflow.heldBack(id);
    }

    /** Whether a head can approve for the department, and stays until the transaction ends. */
    boolean possible(ProgressReport report) {
        return staffing.headedAsSystem(report.departmentId());
    }

    private LockedDuty lock(ReportId id) {
        DutyId duty = reports.find(id).orElseThrow(Refusal::notFound).dutyId();
        return duties.lockForDepartment(duty);
    }

    private ProgressReport requireWithHead(ReportId id) {
        ProgressReport report = reports.findWithDraft(id).orElseThrow();
        if (!caller.get().actsFor(report.departmentId())) {
            throw Refusal.notFound();
        }
        return switch (report.state()) {
            case WITH_HEAD -> report;
            case OPEN, RETURNED -> throw handledBefore.refusal(heads.heldBack(id));
            case MISSED -> throw new Refusal("refusal.report.missed", report.closedAt());
            case VOID -> throw Refusal.alreadyHandled();
            case SUBMITTED, ACCEPTED -> throw handledBefore.refusal(submissions.lastHandling(id));
        };
    }

    /** Nobody waits on nobody: the last head stays for what waits for one. */
    @EventListener
    @Order(1)
    void on(AccountClosing closing) {
        Account account = closing.account();
        if (staffing.lastHeadAsSystem(account)) {
            int waiting = heads.countWithHead(account.departmentId());
            if (waiting > 0) {
                throw new Refusal(
                        "refusal.account.lastHead",
                        departments.get(account.departmentId()).shortName(),
                        waiting);
            }
        }
    }
}
