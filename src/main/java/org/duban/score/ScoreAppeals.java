package org.duban.score;

import java.time.LocalDate;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.HandledBefore;
import org.duban.account.Role;
import org.duban.base.CountedDays;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkChanged;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.task.KeyTask;
import org.duban.task.TaskRequests;
import org.duban.task.Timeline;
import org.duban.task.TimelineEntry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 申诉: the head of a department appeals once against a line that counts against it, and a supervisor of the directive
 * decides. An appeal is about the past: it outlives the end of the key task.
 */
@Service
@Transactional
public class ScoreAppeals {

    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 2000;

    private final AppealRepository appeals;
    private final ScoreLineRepository lines;
    private final Scores scores;
    private final ScoreSettings settings;
    private final TaskRequests requests;
    private final OpenItems items;
    private final Timeline timeline;
    private final AppealWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;
    private final ApplicationEventPublisher events;
    private final Ids ids;

    ScoreAppeals(
            AppealRepository appeals,
            ScoreLineRepository lines,
            Scores scores,
            ScoreSettings settings,
            TaskRequests requests,
            OpenItems items,
            Timeline timeline,
            AppealWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            HandledBefore handledBefore,
            ApplicationEventPublisher events,
            Ids ids) {
        this.appeals = appeals;
        this.lines = lines;
        this.scores = scores;
        this.settings = settings;
        this.requests = requests;
        this.items = items;
        this.timeline = timeline;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.handledBefore = handledBefore;
        this.events = events;
        this.ids = ids;
    }

    /**
     * The caller, head of the department, appeals.
     *
     * @throws Refusal if the line is not of the caller's department in the running ledger, counts nothing against it, was
     *     appealed against before, is too old, or no reason is given
     */
    public AppealId appeal(ScoreLineId id, String reason) {
        Caller me = caller.require(Role.HEAD);
        ScoreLine found = lines.find(id)
                .filter(line -> me.actsFor(line.departmentId()))
                .filter(line -> line.ledger().running() && !line.counter())
                .orElseThrow(Refusal::notFound);
        KeyTask task = requests.lockAsSystem(found.taskId());
        ScoreLine line = lines.find(id).orElseThrow();
        if (line.appeal() != null) {
            throw handledBefore.refusal(appeals.lastHandling(line.appeal().id()));
        }
        if (line.points() >= 0) {
            throw new Refusal("refusal.score.notAgainst");
        }
        LocalDate last = scores.lastAppealDay(line);
        if (calendar.today().isAfter(last)) {
            throw new Refusal("refusal.score.appealTooLate", last.toString());
        }
        String words = Words.required(reason, LONGEST_REASON, "refusal.reasonMissing");
        AppealId appeal = new AppealId(ids.next());
        CountedDays due = calendar.count(calendar.today(), settings.decisionDays());
        appeals.insert(appeal, id, words, due.to(), me.accountId(), calendar.now());
        items.openForSupervisors(
                line.departmentId(),
                ItemKind.DECIDE_SCORE_APPEAL,
                appeal.value(),
                task.directiveId().value(),
                task.id().value(),
                due);
        note(task, line, TimelineEntry.Kind.SCORE_APPEALED, me, words);
        workflow.appealed(appeal);
        return appeal;
    }

    /**
     * The supervisor takes the line back, by a counter line beside it; it stays taken back in ledgers of later days.
     *
     * @throws Refusal if the caller does not supervise the directive, it was decided before, or no reason is given
     */
    public void uphold(AppealId id, String reason) {
        decide(id, Appeal.State.UPHELD, TimelineEntry.Kind.SCORE_APPEAL_UPHELD, reason);
        lines.counter(LedgerId.RUNNING, appeals.event(id), calendar.now());
        workflow.upheld(id);
    }

    /** The supervisor lets the line stand. @throws Refusal as {@link #uphold} */
    public void refuse(AppealId id, String reason) {
        decide(id, Appeal.State.REFUSED, TimelineEntry.Kind.SCORE_APPEAL_REFUSED, reason);
        workflow.refused(id);
    }

    /**
     * The caller, head of the department, takes the appeal back before it is decided. There is none other against the line.
     *
     * @throws Refusal if it is not of the caller's department, or was decided or taken back before
     */
    public void takeBack(AppealId id) {
        Caller me = caller.require(Role.HEAD);
        ScoreLine found =
                lines.find(id).filter(line -> me.actsFor(line.departmentId())).orElseThrow(Refusal::notFound);
        KeyTask task = requests.lockAsSystem(found.taskId());
        ScoreLine line = lines.find(id).orElseThrow();
        if (!line.appeal().open()) {
            throw handledBefore.refusal(appeals.lastHandling(id));
        }
        appeals.decide(id, Appeal.State.TAKEN_BACK, null, me.accountId(), calendar.now());
        items.close(ItemKind.DECIDE_SCORE_APPEAL, id.value());
        note(task, line, TimelineEntry.Kind.SCORE_APPEAL_TAKEN_BACK, me, null);
        workflow.takenBack(id);
    }

    private void decide(AppealId id, Appeal.State state, TimelineEntry.Kind kind, String reason) {
        Caller me = caller.require(Role.SUPERVISOR);
        ScoreLine found = lines.find(id).orElseThrow(Refusal::notFound);
        KeyTask task = requests.lockEvenEndedForSupervisor(found.taskId());
        ScoreLine line = lines.find(id).orElseThrow();
        if (!line.appeal().open()) {
            throw handledBefore.refusal(appeals.lastHandling(id));
        }
        String words = Words.required(reason, LONGEST_REASON, "refusal.reasonMissing");
        appeals.decide(id, state, words, me.accountId(), calendar.now());
        items.close(ItemKind.DECIDE_SCORE_APPEAL, id.value());
        note(task, line, kind, me, words);
    }

    /** The light has nothing to do with it, and that of an ended key task is not read any more. */
    private void note(KeyTask task, ScoreLine line, TimelineEntry.Kind kind, Caller me, String words) {
        timeline.record(task.id(), kind, me, line.departmentId(), words, String.valueOf(line.points()));
        events.publishEvent(
                new WorkChanged(task.directiveId().value(), task.id().value()));
    }
}
