package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.organisation.DepartmentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 签收: departments sign for their duties or dispute them; supervisors decide on disputes. */
@Service
@Transactional
public class Acknowledgements {

    /** Working days that a department has for signing, and a supervisor for deciding on a dispute. */
    static final int WORKING_DAYS = 2;

    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 2000;

    private final DutyAccess access;
    private final KeyTaskRepository tasks;
    private final DutyRepository duties;
    private final DisputeRepository disputes;
    private final UrgeRepository urges;
    private final Percentages percentages;
    private final OpenItems items;
    private final Timeline timeline;
    private final Lights lights;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    Acknowledgements(
            DutyAccess access,
            KeyTaskRepository tasks,
            DutyRepository duties,
            DisputeRepository disputes,
            UrgeRepository urges,
            Percentages percentages,
            OpenItems items,
            Timeline timeline,
            Lights lights,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.access = access;
        this.tasks = tasks;
        this.duties = duties;
        this.disputes = disputes;
        this.urges = urges;
        this.percentages = percentages;
        this.items = items;
        this.timeline = timeline;
        this.lights = lights;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.events = events;
    }

    /**
     * The caller's department signs for its duty.
     *
     * @throws Refusal if it is not the caller's, or was signed or disputed already
     */
    public void acknowledge(DutyId id) {
        Duty duty = awaiting(access.lockForDepartment(id));
        Caller me = caller.get();
        duties.acknowledge(id, me.accountId(), calendar.now());
        items.close(ItemKind.ACKNOWLEDGE, id.value());
        timeline.record(duty.taskId(), TimelineEntry.Kind.ACKNOWLEDGED, me, duty.departmentId(), null, null);
        workflow.acknowledged(duty.taskId(), id);
        lights.reread(duty.taskId());
    }

    /**
     * The caller, head of the department, disputes its duty (异议); the supervisor will decide.
     *
     * @throws Refusal if it is not the caller's, was signed or disputed already, or no reason is given
     */
    public void dispute(DutyId id, String reason) {
        Caller me = caller.require(Role.HEAD);
        Duty duty = awaiting(access.lockForDepartment(id));
        String words = reason(reason);
        disputes.insert(id, words, me.accountId(), calendar.now());
        duties.setState(id, Duty.State.DISPUTED);
        items.close(ItemKind.ACKNOWLEDGE, id.value());
        items.openForSupervisors(
                duty.departmentId(),
                ItemKind.DECIDE_DISPUTE,
                id.value(),
                directiveOf(duty).value(),
                duty.taskId().value(),
                calendar.plusWorkingDays(calendar.today(), WORKING_DAYS));
        timeline.record(duty.taskId(), TimelineEntry.Kind.DISPUTED, me, duty.departmentId(), words, null);
        workflow.disputed(duty.taskId(), id);
        lights.reread(duty.taskId());
    }

    /** The supervisor upholds the duty as it is; the department signs, with a new clock. */
    public void confirm(DutyId id, String reason) {
        Duty duty = disputed(id);
        uphold(duty, duty.departmentId(), duty.role(), reason, TimelineEntry.Kind.DUTY_CONFIRMED);
    }

    /**
     * The supervisor gives the duty to another department, or another role; whoever has it then signs, with a new clock.
     *
     * @throws Refusal if that department has a duty on the key task already, or nobody would be left to report
     */
    public void change(DutyId id, DepartmentId department, DutyRole role, String reason) {
        Duty duty = disputed(id);
        List<Duty> others = othersOf(duty);
        if (others.stream().anyMatch(other -> other.departmentId().equals(department))) {
            throw new Refusal("refusal.dispute.departmentTaken");
        }
        if (!role.reports()) {
            requireAReporter(others);
        }
        uphold(duty, department, role, reason, TimelineEntry.Kind.DUTY_CHANGED);
        events.publishEvent(new KeyTaskEvents.DutyChanged(duty.taskId(), id));
    }

    /** The supervisor withdraws the duty. @throws Refusal if nobody would be left to report */
    public void withdraw(DutyId id, String reason) {
        Duty duty = disputed(id);
        requireAReporter(othersOf(duty));
        Caller me = caller.get();
        String words = reason(reason);
        disputes.decide(id, "WITHDRAWN", words, me.accountId(), calendar.now());
        duties.setState(id, Duty.State.WITHDRAWN);
        percentages.recompute(duty.taskId());
        items.close(ItemKind.DECIDE_DISPUTE, id.value());
        timeline.record(duty.taskId(), TimelineEntry.Kind.DUTY_WITHDRAWN, me, duty.departmentId(), words, null);
        events.publishEvent(new KeyTaskEvents.DutyChanged(duty.taskId(), id));
        workflow.dutyWithdrawn(duty.taskId(), id);
        lights.reread(duty.taskId());
    }

    private void uphold(Duty duty, DepartmentId department, DutyRole role, String reason, TimelineEntry.Kind kind) {
        Caller me = caller.get();
        String words = reason(reason);
        Instant by = deadline();
        disputes.decide(duty.id(), kind.name(), words, me.accountId(), calendar.now());
        duties.reassign(duty.id(), department, role, by);
        percentages.recompute(duty.taskId());
        items.close(ItemKind.DECIDE_DISPUTE, duty.id().value());
        openItem(duty.id(), department, directiveOf(duty), duty.taskId(), by);
        timeline.record(duty.taskId(), kind, me, department, words, role.name());
        workflow.dutyUpheld(duty.taskId(), duty.id(), by);
        lights.reread(duty.taskId());
    }

    /**
     * The clock for signing ran out: the department is urged, once per clock. Called by the process, without a caller.
     */
    public void urgeAsSystem(DutyId id) {
        tasks.lock(duties.find(id).orElseThrow().taskId());
        Duty duty = duties.find(id).orElseThrow();
        if (duty.state() == Duty.State.AWAITING
                && urges.record(
                        id, UrgeRepository.Cause.ACKNOWLEDGEMENT_LATE, id.value(), dayOf(duty.acknowledgeBy()))) {
            timeline.record(
                    duty.taskId(),
                    TimelineEntry.Kind.ACKNOWLEDGEMENT_URGED,
                    null,
                    duty.departmentId(),
                    null,
                    dayOf(duty.acknowledgeBy()).toString());
            lights.reread(duty.taskId());
        }
    }

    /** End of the clock for signing that starts now: the last second of the last working day. */
    Instant deadline() {
        return calendar.at(calendar.plusWorkingDays(calendar.today(), WORKING_DAYS), LocalTime.MAX.withNano(0));
    }

    /** Puts a duty that waits for its signature before its department. */
    void openItem(DutyId id, DepartmentId department, DirectiveId directive, KeyTaskId task, Instant by) {
        items.openFor(department, ItemKind.ACKNOWLEDGE, id.value(), directive.value(), task.value(), dayOf(by));
    }

    private LocalDate dayOf(Instant moment) {
        return calendar.dayOf(moment);
    }

    private DirectiveId directiveOf(Duty duty) {
        return tasks.lock(duty.taskId()).orElseThrow().directiveId();
    }

    private List<Duty> othersOf(Duty duty) {
        return duties.of(duty.taskId()).stream()
                .filter(other -> !other.id().equals(duty.id()))
                .toList();
    }

    private static void requireAReporter(List<Duty> duties) {
        if (duties.stream().noneMatch(Duty::reports)) {
            throw new Refusal("refusal.dispute.nobodyLeft");
        }
    }

    private static Duty awaiting(Duty duty) {
        if (duty.state() != Duty.State.AWAITING) {
            throw Refusal.alreadyHandled();
        }
        return duty;
    }

    private Duty disputed(DutyId id) {
        Duty duty = access.lockForSupervisor(id);
        if (duty.state() != Duty.State.DISPUTED) {
            throw Refusal.alreadyHandled();
        }
        return duty;
    }

    private static String reason(String text) {
        return Words.required(text, LONGEST_REASON, "refusal.reasonMissing");
    }
}
