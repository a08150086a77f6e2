package org.duban.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Target;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.DutyReports;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.TimelineEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Progress reports as a department writes them and everybody concerned reads them. */
@Service
@Transactional
public class Reports {

    /** Working days that a supervisor has for a review. */
    static final int REVIEW_WORKING_DAYS = 3;

    private final ReportRepository reports;
    private final SubmissionRepository submissions;
    private final AttachmentRepository attachments;
    private final DutyReports duties;
    private final KeyTasks tasks;
    private final OpenItems items;
    private final ReportWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;

    Reports(
            ReportRepository reports,
            SubmissionRepository submissions,
            AttachmentRepository attachments,
            DutyReports duties,
            KeyTasks tasks,
            OpenItems items,
            ReportWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller) {
        this.reports = reports;
        this.submissions = submissions;
        this.attachments = attachments;
        this.duties = duties;
        this.tasks = tasks;
        this.items = items;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
    }

    /** @throws Refusal if there is none on a key task that the caller may see */
    @Transactional(readOnly = true)
    public ReportDetails details(ReportId id) {
        ProgressReport report = reports.findWithDraft(id).orElseThrow(Refusal::notFound);
        KeyTaskDetails task = tasks.details(report.taskId());
        boolean own = own(report);
        Duty duty = task.duties().stream()
                .filter(each -> each.id().equals(report.dutyId()))
                .findFirst()
                .orElseThrow();
        return new ReportDetails(
                own ? report : report.withoutDraft(),
                task.task().no(),
                task.task().title(),
                task.directiveLabel(),
                task.targets(),
                submissions.of(id),
                attachments.of(id).stream()
                        .filter(attachment -> own || attachment.submitted())
                        .toList(),
                own && report.writable() && duty.departmentId().equals(report.departmentId()),
                task.supervised() && report.state() == ProgressReport.State.SUBMITTED,
                duty.state() == Duty.State.ACKNOWLEDGED,
                duty.percent());
    }

    /** Reports on a key task, newest period first, without drafts. @throws Refusal if the caller may not see it */
    @Transactional(readOnly = true)
    public List<ReportSummary> of(KeyTaskId task) {
        if (!tasks.visible(task)) {
            throw Refusal.notFound();
        }
        Map<ReportId, Submission> latest = submissions.of(task).stream()
                .collect(Collectors.toMap(Submission::reportId, each -> each, (newest, older) -> newest));
        return reports.of(task).stream()
                .map(report -> new ReportSummary(report.withoutDraft(), latest.get(report.id()), own(report)))
                .toList();
    }

    /**
     * Keeps what is being written, finished or not.
     *
     * @throws Refusal if it is not the caller's, was handed in meanwhile, or a text is too long
     */
    public void saveDraft(ReportId id, ReportContent content) {
        Duty duty = duties.lockForDepartment(dutyOf(id));
        requireWritable(id);
        reports.saveDraft(
                id,
                content.percent(),
                Words.optional(content.body(), ReportContent.LONGEST_BODY),
                Words.optional(content.problems(), ReportContent.LONGEST_PROBLEMS),
                ownTargets(duty, content.actuals()),
                caller.get().accountId(),
                calendar.now());
    }

    /**
     * Hands the report in; its evidence goes with it.
     *
     * @throws Refusal if it is not the caller's, the duty is unsigned, it was handed in before, or it is incomplete
     */
    public void submit(ReportId id, ReportContent content) {
        Duty duty = duties.lockForDepartment(dutyOf(id));
        ProgressReport report = requireWritable(id);
        if (duty.state() != Duty.State.ACKNOWLEDGED) {
            throw new Refusal("refusal.signFirst");
        }
        if (content.percent() == null || content.percent() < 0 || content.percent() > 100) {
            throw new Refusal("refusal.report.percent");
        }
        ReportContent checked = new ReportContent(
                content.percent(),
                Words.required(content.body(), ReportContent.LONGEST_BODY, "refusal.report.bodyMissing"),
                Words.optional(content.problems(), ReportContent.LONGEST_PROBLEMS),
                ownTargets(duty, content.actuals()));
        Caller me = caller.get();
        boolean late = calendar.today().isAfter(report.dueOn());
        reports.saveDraft(
                id, checked.percent(), checked.body(), checked.problems(), checked.actuals(), me.accountId(), now());
        submissions.insert(id, report.timesReturned() + 1, checked, me.accountId(), now(), late);
        attachments.markSubmitted(id);
        reports.markSubmitted(id, now());
        KeyTask task = duties.taskOf(duty);
        items.close(report.state() == ProgressReport.State.OPEN ? ItemKind.REPORT : ItemKind.AMEND, id.value());
        items.openForSupervisors(
                duty.departmentId(),
                ItemKind.REVIEW,
                id.value(),
                task.directiveId().value(),
                task.id().value(),
                calendar.plusWorkingDays(calendar.today(), REVIEW_WORKING_DAYS));
        duties.note(duty, TimelineEntry.Kind.REPORT_SUBMITTED, me, null, String.valueOf(checked.percent()));
        workflow.submitted(id);
    }

    /** The report, as its writer sees it. @throws Refusal if it is not the caller's or not to be written now */
    ProgressReport requireWritable(ReportId id) {
        ProgressReport report = reports.find(id).orElseThrow(Refusal::notFound);
        if (!own(report)) {
            throw Refusal.notFound();
        }
        if (!report.writable()) {
            throw Refusal.alreadyHandled();
        }
        return report;
    }

    private boolean own(ProgressReport report) {
        return caller.get().actsFor(report.departmentId());
    }

    private DutyId dutyOf(ReportId id) {
        return reports.find(id).orElseThrow(Refusal::notFound).dutyId();
    }

    /** Only figures for targets of this key task count; a foreign target's identifier is not taken. */
    private Map<Long, BigDecimal> ownTargets(Duty duty, Map<Long, BigDecimal> actuals) {
        if (actuals.isEmpty()) {
            return actuals;
        }
        List<Long> targets =
                tasks.details(duty.taskId()).targets().stream().map(Target::id).toList();
        if (!targets.containsAll(actuals.keySet())) {
            throw Refusal.notFound();
        }
        return actuals;
    }

    private Instant now() {
        return calendar.now();
    }
}
