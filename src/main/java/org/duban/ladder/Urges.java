package org.duban.ladder;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Staffing;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.OpenItems;
import org.duban.task.Deed;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.DutyLadder;
import org.duban.task.KeyTask;
import org.duban.task.LockedDuty;
import org.duban.task.TimelineEntry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 手工催办: a supervisor urges a department, which confirms it. */
@Service
@Transactional
public class Urges {

    /** Longest text, in characters. */
    public static final int LONGEST_WORDS = 2000;

    /** Between two urges to the same duty, whoever sent them. */
    static final Duration PAUSE = Duration.ofHours(24);

    private final DutyLadder duties;
    private final ConfirmationRepository confirmations;
    private final Confirming confirming;
    private final OpenItems items;
    private final Staffing staffing;
    private final LadderWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    Urges(
            DutyLadder duties,
            ConfirmationRepository confirmations,
            Confirming confirming,
            OpenItems items,
            Staffing staffing,
            LadderWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.duties = duties;
        this.confirmations = confirmations;
        this.confirming = confirming;
        this.items = items;
        this.staffing = staffing;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.events = events;
    }

    /**
     * Urges the department of the duty.
     *
     * @param words may be empty
     * @throws Refusal if the caller does not supervise it, it was urged less than 24 hours ago, the ball is with the
     *     supervisors, or nobody can act for the department
     */
    public void urge(DutyId id, String words) {
        LockedDuty locked = duties.lockForSupervisor(id);
        String text = Words.optional(words, LONGEST_WORDS);
        Duty duty = locked.duty();
        requireTheBallWithTheDepartment(locked);
        requirePause(id);
        if (staffing.holdAsSystem(Set.of(duty.departmentId())).isEmpty()) {
            throw new Refusal("refusal.urge.unstaffed", duty.departmentName());
        }
        Caller me = caller.get();
        UrgeId urge = confirmations.insertUrge(duty, text, me.accountId(), calendar.today(), calendar.now());
        confirming.ofTheDepartment(locked.task(), duty.departmentId(), urge);
        long entry = duties.note(duty.taskId(), TimelineEntry.Kind.URGED, me, duty.departmentId(), text, null);
        events.publishEvent(Deed.urged(entry, id, "BY_HAND/" + urge.value()));
        workflow.urged(duty.taskId(), urge);
    }

    private void requireTheBallWithTheDepartment(LockedDuty locked) {
        Duty duty = locked.duty();
        switch (duty.state()) {
            case WITHDRAWN -> throw Refusal.alreadyHandled();
            case DISPUTED -> throw new Refusal("refusal.urge.disputed", duty.departmentName());
            case AWAITING, ACKNOWLEDGED -> {}
        }
        KeyTask.State state = locked.task().state();
        if (state == KeyTask.State.COMPLETION_APPLIED || state == KeyTask.State.ON_SITE_CHECK) {
            throw new Refusal("refusal.urge.verifying");
        }
        if (items.onlyWithSupervisors(duty.taskId().value(), duty.departmentId())) {
            throw new Refusal("refusal.urge.reviewing", duty.departmentName());
        }
    }

    private void requirePause(DutyId id) {
        confirmations.lastUrged(id).ifPresent(last -> {
            Instant again = last.plus(PAUSE);
            if (calendar.now().isBefore(again)) {
                throw new Refusal("refusal.urge.tooSoon", last, again);
            }
        });
    }
}
