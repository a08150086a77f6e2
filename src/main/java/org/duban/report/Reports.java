package org.duban.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.HandledBefore;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Directives;
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
import org.duban.task.LockedDuty;
import org.duban.task.TimelineEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Progress reports as a department writes them and everybody concerned reads them. */
@Service
@Transactional
public class Reports {

    private final ReportRepository reports;
    private final ApprovalRepository heads;
    private final MissedReportRepository missedReports;
    private final SubmissionRepository submissions;
    private final AttachmentRepository attachments;
    private final PeriodRepository periods;
    private final Contributions contributions;
    private final HandingIn handingIn;
    private final HeadApprovals approvals;
    private final DutyReports duties;
    private final KeyTasks tasks;
    private final Directives directives;
    private final OpenItems items;
    private final ReportWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;

    Reports(
            ReportRepository reports,
            ApprovalRepository heads,
            MissedReportRepository missedReports,
            SubmissionRepository submissions,
            AttachmentRepository attachments,
            PeriodRepository periods,
            Contributions contributions,
            HandingIn handingIn,
            HeadApprovals approvals,
            DutyReports duties,
            KeyTasks tasks,
            Directives directives,
            OpenItems items,
            ReportWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            HandledBefore handledBefore) {
        this.reports = reports;
        this.heads = heads;
        this.missedReports = missedReports;
        this.submissions = submissions;
        this.attachments = attachments;
        this.periods = periods;
        this.contributions = contributions;
        this.handingIn = handingIn;
        this.approvals = approvals;
        this.duties = duties;
        this.tasks = tasks;
        this.directives = directives;
        this.items = items;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.handledBefore = handledBefore;
    }

    /** @throws Refusal if there is none on a key task that the caller may see */
    @Transactional(readOnly = true)
    public ReportDetails details(ReportId id) {
        ProgressReport report = reports.findWithDraft(id).orElseThrow(Refusal::notFound);
        KeyTaskDetails task = tasks.details(report.taskId());
        boolean own = own(report);
        boolean running = !task.task().suspended();
        Duty duty = task.duties().stream()
                .filter(each -> each.id().equals(report.dutyId()))
                .findFirst()
                .orElseThrow();
        boolean reasons = own || tasks.overseen(report.taskId());
        List<Submission> handedIn = submissions.of(id).stream()
                .map(each -> reasons ? each : each.withoutReason())
                .toList();
        return new ReportDetails(
                own ? report : report.withoutDraft(),
                task.task().no(),
                task.task().title(),
                task.directiveLabel(),
                task.targets(),
                handedIn,
                attachments.of(id).stream()
                        .filter(attachment -> own || attachment.submitted())
                        .toList(),
                contributions.of(report),
                covers(report),
                items.countedAsSystem(report.taskId().value(), ItemKind.REPORT).get(id.value()),
                late(
                                report,
                                handedIn.isEmpty() ? null : handedIn.getFirst(),
                                reached(task, duties.disputedSinceAsSystem(report.taskId()), report))
                        || handedIn.stream().anyMatch(Submission::late),
                own && running && report.writable() && duty.departmentId().equals(report.departmentId()),
                own && running && caller.get().is(Role.HEAD) && report.state() == ProgressReport.State.WITH_HEAD,
                task.supervised() && running && report.state() == ProgressReport.State.SUBMITTED,
                !running,
                duty.state() == Duty.State.ACKNOWLEDGED,
                duty.percent());
    }

    private List<ReportingPeriod> covers(ProgressReport report) {
        return Stream.concat(
                        missedReports.coveredBy(report.id()).stream(),
                        report.inHouse()
                                ? missedReports.uncovered(report.dutyId()).stream()
                                        .filter(report::couldTellOf)
                                : Stream.of())
                .map(ProgressReport::period)
                .distinct()
                .toList();
    }

    /**
     * What the department last reported on the duty before this report, as far as it was accepted.
     *
     * @throws Refusal if there is no such report on a key task that the caller may see
     */
    @Transactional(readOnly = true)
    public Optional<PreviousReport> previous(ReportId id) {
        ProgressReport report = reports.find(id).orElseThrow(Refusal::notFound);
        if (!tasks.visible(report.taskId())) {
            throw Refusal.notFound();
        }
        return reports.acceptedBefore(report)
                .map(before -> new PreviousReport(
                        before.id(),
                        before.period(),
                        submissions.of(before.id()).getFirst().withoutReason()));
    }

    /**
     * Reports on a key task, newest period first, without drafts.
     *
     * @param periods how many periods, counted from the newest
     * @throws Refusal if the caller may not see it
     */
    @Transactional(readOnly = true)
    public List<ReportSummary> of(KeyTaskId task, int periods) {
        KeyTaskDetails details = tasks.details(task);
        Map<DutyId, Instant> disputed = duties.disputedSinceAsSystem(task);
        List<ProgressReport> found = reports.ofNewestPeriods(task, periods);
        List<ReportId> ids = found.stream().map(ProgressReport::id).toList();
        Map<ReportId, Submission> latest = submissions.latest(ids);
        boolean overseen = tasks.overseen(task);
        Set<ReportId> everLate = submissions.everLate(ids);
        return found.stream()
                .map(report -> new ReportSummary(
                        report.withoutDraft(),
                        overseen || own(report) ? latest.get(report.id()) : withoutReason(latest.get(report.id())),
                        everLate.contains(report.id())
                                || late(report, latest.get(report.id()), reached(details, disputed, report)),
                        own(report)))
                .toList();
    }

    private static Submission withoutReason(Submission submission) {
        return submission == null ? null : submission.withoutReason();
    }

    /**
     * Today, or the day on which the key task stopped or the report's duty was disputed: it is no later as long as nobody
     * can hand it in, and gets those days back.
     */
    private LocalDate reached(KeyTaskDetails task, Map<DutyId, Instant> disputed, ProgressReport report) {
        LocalDate reached = task.task().suspended() ? calendar.dayOf(task.task().suspendedAt()) : calendar.today();
        Instant since = disputed.get(report.dutyId());
        LocalDate stopped = since == null ? reached : calendar.dayOf(since);
        return stopped.isBefore(reached) ? stopped : reached;
    }

    /** Whether it is awaited past its due day, was when it became void, or was missed: what makes it void erases nothing. */
    private boolean late(ProgressReport report, Submission latest, LocalDate reached) {
        if (report.state() == ProgressReport.State.MISSED) {
            return true;
        }
        if (report.inHouse()) {
            return reached.isAfter(report.dueOn());
        }
        boolean awaited = latest == null || latest.sentBack();
        return report.state() == ProgressReport.State.VOID
                && awaited
                && calendar.dayOf(report.closedAt()).isAfter(report.dueOn());
    }

    /**
     * Keeps what is being written, finished or not, exactly as typed.
     *
     * @param basedOn the revision that the writer had before their eyes
     * @return the draft as it is now
     * @throws Refusal if it is not the caller's, was handed in meanwhile, a text is too long or a figure too exact, or
     *     somebody saved another draft since; theirs is kept
     */
    public ProgressReport.Draft saveDraft(ReportId id, ReportContent content, int basedOn) {
        KeyTask task = duties.lockForDepartment(dutyOf(id)).task();
        requireNoNewerDraft(requireWritable(id), basedOn);
        requireRoomFor(content.body(), ReportContent.LONGEST_BODY);
        requireRoomFor(content.problems(), ReportContent.LONGEST_PROBLEMS);
        reports.saveDraft(
                id,
                content.percent(),
                content.body(),
                content.problems(),
                checkedActuals(task, content.actuals()),
                caller.get().accountId(),
                now());
        return reports.findWithDraft(id).orElseThrow().draft();
    }

    /**
     * Hands the report in, without the contributions that did not come; its evidence goes with it. Where the head of the
     * department approves it comes before the head first, unless the caller is one; whoever stands in for the head approves
     * it in a step of its own, so that the trail says so.
     *
     * @param basedOn the revision of the draft that the writer had before their eyes
     * @throws Refusal if it is not the caller's, the duty is unsigned, it was handed in before, it is incomplete, or
     *     somebody saved another draft since; theirs is kept
     */
    public void submit(ReportId id, ReportContent content, int basedOn) {
        LockedDuty locked = duties.lockForDepartment(dutyOf(id));
        Duty duty = locked.duty();
        KeyTask task = locked.task();
        ProgressReport report = requireWritable(id);
        if (duty.state() != Duty.State.ACKNOWLEDGED) {
            throw new Refusal("refusal.signFirst");
        }
        requireNoNewerDraft(report, basedOn);
        if (content.percent() == null || content.percent() < 0 || content.percent() > 100) {
            throw new Refusal("refusal.report.percent");
        }
        ReportContent checked = new ReportContent(
                content.percent(),
                Words.required(content.body(), ReportContent.LONGEST_BODY, "refusal.report.bodyMissing"),
                Words.optional(content.problems(), ReportContent.LONGEST_PROBLEMS),
                checkedActuals(task, content.actuals()));
        Caller me = caller.get();
        reports.saveDraft(
                id, checked.percent(), checked.body(), checked.problems(), checked.actuals(), me.accountId(), now());
        items.close(report.state() == ProgressReport.State.OPEN ? ItemKind.REPORT : ItemKind.AMEND, id.value());
        contributions.goOnWithout(id);
        boolean asked = periods.plan(report.period().id()).headApproves();
        boolean byHead = asked && me.roles().contains(Role.HEAD);
        if (asked && !byHead && approvals.possible(report)) {
            putBeforeHead(locked, report, me);
            workflow.submitted(id, true);
            return;
        }
        Submission.Approval approval = !asked ? null : byHead ? Submission.Approval.GIVEN : Submission.Approval.NOBODY;
        handingIn.handIn(locked, report, checked, me.accountId(), approval, byHead ? me : null, me);
        workflow.submitted(id, false);
    }

    private void putBeforeHead(LockedDuty locked, ProgressReport report, Caller me) {
        heads.putBeforeHead(report.id(), me.accountId(), now());
        items.openFor(
                report.departmentId(),
                ItemKind.APPROVE_REPORT,
                report.id().value(),
                locked.directiveId().value(),
                locked.taskId().value(),
                report.dueOn());
        duties.note(locked.duty(), TimelineEntry.Kind.REPORT_TO_HEAD, me, null, null);
    }

    private static void requireNoNewerDraft(ProgressReport report, int basedOn) {
        if (report.draft().revision() != basedOn) {
            throw new Refusal(
                    "refusal.report.newerDraft",
                    report.draft().savedBy(),
                    report.draft().savedAt());
        }
    }

    private static void requireRoomFor(String typed, int longest) {
        if (typed != null && typed.length() > longest) {
            throw new Refusal("refusal.textTooLong", longest);
        }
    }

    /** The report, as its writer sees it. @throws Refusal if it is not the caller's or not to be written now */
    ProgressReport requireWritable(ReportId id) {
        ProgressReport report = reports.find(id).orElseThrow(Refusal::notFound);
        if (!own(report)) {
            throw Refusal.notFound();
        }
        if (!report.writable()) {
            throw handled(report);
        }
        return report;
    }

    private Refusal handled(ProgressReport report) {
        return switch (report.state()) {
            case VOID -> Refusal.alreadyHandled();
            case MISSED -> new Refusal("refusal.report.missed", report.closedAt());
            case WITH_HEAD -> handledBefore.refusal(Optional.of(heads.toHead(report.id())));
            default -> handledBefore.refusal(submissions.lastHandling(report.id()));
        };
    }

    private boolean own(ProgressReport report) {
        return caller.get().actsFor(report.departmentId());
    }

    private DutyId dutyOf(ReportId id) {
        return reports.find(id).orElseThrow(Refusal::notFound).dutyId();
    }

    /** Only figures for targets of this key task count; a foreign target's identifier is not taken. */
    private Map<Long, BigDecimal> checkedActuals(KeyTask task, Map<Long, BigDecimal> actuals) {
        if (actuals.isEmpty()) {
            return actuals;
        }
        List<Long> targets = directives.targetsAsSystem(task.rowId()).stream()
                .map(Target::id)
                .toList();
        if (!targets.containsAll(actuals.keySet())) {
            throw Refusal.notFound();
        }
        if (!actuals.values().stream().allMatch(ReportContent::storable)) {
            throw new Refusal("refusal.report.actual");
        }
        return actuals;
    }

    private Instant now() {
        return calendar.now();
    }
}
