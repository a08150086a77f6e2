package org.duban.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.HandledBefore;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.base.Stop;
import org.duban.base.StoppedClocks;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.organisation.DepartmentId;
import org.duban.task.Deed;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.DutyReports;
import org.duban.task.DutyReports.CooperatingDuty;
import org.duban.task.KeyTaskDetails;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.LockedDuty;
import org.duban.task.TimelineEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 配合意见: asked of cooperating departments before the lead's report is due, which does not have to wait for them. */
@Service
@Transactional
public class Contributions {

    private final ContributionRepository contributions;
    private final ReportRepository reports;
    private final SubmissionRepository submissions;
    private final PeriodRepository periods;
    private final DutyReports duties;
    private final KeyTasks tasks;
    private final OpenItems items;
    private final StoppedClocks clocks;
    private final ReportWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;
    private final Ids ids;

    Contributions(
            ContributionRepository contributions,
            ReportRepository reports,
            SubmissionRepository submissions,
            PeriodRepository periods,
            DutyReports duties,
            KeyTasks tasks,
            OpenItems items,
            StoppedClocks clocks,
            ReportWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            HandledBefore handledBefore,
            Ids ids) {
        this.contributions = contributions;
        this.reports = reports;
        this.submissions = submissions;
        this.periods = periods;
        this.duties = duties;
        this.tasks = tasks;
        this.items = items;
        this.clocks = clocks;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.handledBefore = handledBefore;
        this.ids = ids;
    }

    /** @throws Refusal if there is none on a key task that the caller may see */
    @Transactional(readOnly = true)
    public ContributionDetails details(ContributionId id) {
        Contribution contribution = contributions.find(id).orElseThrow(Refusal::notFound);
        KeyTaskDetails task = tasks.details(contribution.task());
        return new ContributionDetails(
                contribution,
                reports.find(contribution.report()).orElseThrow().withoutDraft(),
                task.task().no(),
                task.task().title(),
                task.text(),
                task.directiveLabel(),
                task.task().suspended(),
                !task.task().suspended()
                        && contribution.state() == Contribution.State.OPEN
                        && caller.get().actsFor(contribution.department()));
    }

    /** What the caller's department was writing. @throws Refusal if it is not the caller's */
    @Transactional(readOnly = true)
    public Contribution.Draft draft(ContributionId id) {
        contributions
                .find(id)
                .filter(each -> caller.get().actsFor(each.department()))
                .orElseThrow(Refusal::notFound);
        return contributions.draft(id);
    }

    /**
     * Keeps what is being written, exactly as typed.
     *
     * @param basedOn the revision that the writer had before their eyes
     * @return the draft as it is now
     * @throws Refusal if it is not the caller's, was handed in before, the report went without it, the text is too long, or
     *     somebody saved another draft since; theirs is kept
     */
    public Contribution.Draft saveDraft(ContributionId id, String text, int basedOn) {
        duties.lockForDepartment(
                contributions.find(id).orElseThrow(Refusal::notFound).duty());
        requireOpen(id);
        Contribution.Draft last = contributions.draft(id);
        if (last.revision() != basedOn) {
            throw new Refusal("refusal.report.newerDraft", last.savedBy(), last.savedAt());
        }
        if (text.length() > Contribution.LONGEST) {
            throw new Refusal("refusal.textTooLong", Contribution.LONGEST);
        }
        contributions.saveDraft(id, text, caller.get().accountId(), calendar.now());
        return contributions.draft(id);
    }

    private Contribution requireOpen(ContributionId id) {
        Contribution contribution = contributions.find(id).orElseThrow();
        if (contribution.state() != Contribution.State.OPEN) {
            throw ended(contribution);
        }
        return contribution;
    }

    /**
     * Hands the contribution in.
     *
     * @throws Refusal if it is not the caller's, was handed in before, the report went without it, the duty is unsigned, or
     *     the text is missing or too long
     */
    public void submit(ContributionId id, String text) {
        DutyId duty = contributions.find(id).orElseThrow(Refusal::notFound).duty();
        LockedDuty locked = duties.lockForDepartment(duty);
        Contribution contribution = requireOpen(id);
        if (locked.duty().state() != Duty.State.ACKNOWLEDGED) {
            throw new Refusal("refusal.signFirst");
        }
        String words = Words.required(text, Contribution.LONGEST, "refusal.contribution.textMissing");
        Caller me = caller.get();
        contributions.submit(id, words, me.accountId(), calendar.now());
        items.close(ItemKind.CONTRIBUTE, id.value());
        long entry = duties.note(locked.duty(), TimelineEntry.Kind.CONTRIBUTED, me, null, null);
        duties.tell(Deed.contributed(entry, duty, id.value(), contribution.dueOn()));
        workflow.contributed(id);
    }

    private Refusal ended(Contribution contribution) {
        return switch (contribution.state()) {
            case NOT_WAITED_FOR -> new Refusal("refusal.contribution.notWaitedFor", contribution.closedAt());
            case SUBMITTED -> handledBefore.refusal(submissions.contributed(contribution.id()));
            default -> Refusal.alreadyHandled();
        };
    }

    /**
     * Asks the cooperating departments that have signed, once per period: for the report of the lead, or of the first who
     * reports where nobody leads. Called by the process when a report begins; nobody is asked again for one that comes
     * back. Returns what is awaited.
     */
    public List<ContributionId> askAsSystem(ReportId id) {
        ProgressReport report = reports.find(id).orElseThrow();
        int days = periods.plan(report.period().id()).contributionDays();
        if (days == 0
                || report.state() != ProgressReport.State.OPEN
                || report.finalReport()
                || !reports.leads(report)) {
            return List.of();
        }
        LocalDate dueOn = dueOn(report.dueOn(), days);
        List<DutyId> asked = contributions.of(report.taskId(), report.period().id()).stream()
                .map(Contribution::duty)
                .toList();
        List<ContributionId> awaited = new ArrayList<>();
        for (CooperatingDuty duty : duties.cooperatingAsSystem(report.taskId())) {
            if (!asked.contains(duty.duty())) {
                awaited.add(ask(report, duty, dueOn));
            }
        }
        return awaited;
    }

    private ContributionId ask(ProgressReport report, CooperatingDuty duty, LocalDate dueOn) {
        ContributionId id = new ContributionId(ids.next());
        contributions.insert(id, report, duty, dueOn);
        items.openFor(
                duty.department(),
                ItemKind.CONTRIBUTE,
                id.value(),
                duty.directive().value(),
                report.taskId().value(),
                dueOn);
        return id;
    }

    /** Earlier than the report where there is time for it. */
    private LocalDate dueOn(LocalDate reportDueOn, int days) {
        LocalDate wanted = calendar.minusWorkingDays(reportDueOn, days);
        LocalDate soonest = calendar.plusWorkingDays(calendar.today(), 1);
        LocalDate possible = wanted.isAfter(soonest) ? wanted : soonest;
        return possible.isBefore(reportDueOn) ? possible : reportDueOn;
    }

    /** The report goes without those that did not come, and the record says so. */
    void goOnWithout(ReportId report) {
        List<Contribution> awaited = contributions.awaited(report);
        for (Contribution late : awaited) {
            end(late, Contribution.State.NOT_WAITED_FOR);
            long entry = duties.noteAsSystem(
                    late.duty(),
                    TimelineEntry.Kind.CONTRIBUTION_NOT_WAITED_FOR,
                    late.dueOn().toString());
            // a lead that does not wait for the due day leaves nothing to answer for
            if (calendar.today().isAfter(late.dueOn())) {
                duties.tell(
                        Deed.contributionMissed(entry, late.duty(), late.id().value(), late.dueOn()));
            }
        }
        if (!awaited.isEmpty()) {
            workflow.contributionsEnded(report);
        }
    }

    /** With the report, whose process ends as a whole. */
    void voidOf(ReportId report) {
        contributions.awaited(report).forEach(each -> end(each, Contribution.State.VOID));
    }

    /** With the duty, or for a department that does not cooperate on it any more. */
    void voidOf(DutyId duty) {
        for (Contribution awaited : contributions.awaited(duty)) {
            end(awaited, Contribution.State.VOID);
            workflow.contributed(awaited.id());
        }
    }

    /** After a decision on the duty: nothing is asked of a department that need not cooperate any more. */
    void followDecision(DutyId duty) {
        for (Contribution awaited : contributions.awaited(duty)) {
            boolean stands = duties.cooperatingAsSystem(awaited.task()).stream()
                    .anyMatch(each ->
                            each.duty().equals(duty) && each.department().equals(awaited.department()));
            if (!stands) {
                voidOf(duty);
                return;
            }
        }
    }

    /** Nobody could contribute for so long. */
    void giveBack(DutyId duty, KeyTaskId task, Stop stop) {
        items.giveBack(
                EnumSet.of(ItemKind.CONTRIBUTE),
                contributions.awaited(duty).stream()
                        .map(each -> each.id().value())
                        .toList(),
                task.value(),
                stop);
        clocks.moveDays(
                "contribution",
                "due_on",
                "key_task_id = :task AND state = 'OPEN' AND duty_id = " + duty.value(),
                task.value(),
                stop);
    }

    void handOver(DutyId duty, DepartmentId to) {
        contributions.handOver(duty, to);
    }

    void voidAllOf(KeyTaskId task) {
        contributions.voidAllOf(task, calendar.now());
    }

    List<Contribution> of(ProgressReport report) {
        return contributions.of(report.taskId(), report.period().id());
    }

    private void end(Contribution contribution, Contribution.State state) {
        contributions.close(contribution.id(), state, calendar.now());
        items.close(ItemKind.CONTRIBUTE, contribution.id().value());
    }
}
