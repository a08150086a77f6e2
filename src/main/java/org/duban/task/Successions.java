package org.duban.task;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.account.Staffing;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.duban.organisation.Register;
import org.duban.organisation.Resolution;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 职责承接: the supervisor gives the duty of an abolished department to its successor, or leaves it where it is.
 *
 * <p>The successor enters into the duty as it stands: what was signed for stays signed for, with all dates, and what was
 * accepted stays accepted; what was not signed for yet is signed for by the successor, with a clock of its own. Where it
 * has a duty on the key task already, the two become one, in the stronger role. The timeline keeps whose it was.
 */
@Service
@Transactional
public class Successions {

    private final DutyAccess access;
    private final Faster faster;
    private final DutyRepository duties;
    private final DisputeRepository disputes;
    private final DisputeWaits waits;
    private final SuccessionRepository successions;
    private final ProposedSuccessions proposed;
    private final CompletionRepository completions;
    private final SigningClocks clocks;
    private final Acknowledgements acknowledgements;
    private final Percentages percentages;
    private final Departments departments;
    private final Register register;
    private final Staffing staffing;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    Successions(
            DutyAccess access,
            Faster faster,
            DutyRepository duties,
            DisputeRepository disputes,
            DisputeWaits waits,
            SuccessionRepository successions,
            ProposedSuccessions proposed,
            CompletionRepository completions,
            SigningClocks clocks,
            Acknowledgements acknowledgements,
            Percentages percentages,
            Departments departments,
            Register register,
            Staffing staffing,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.access = access;
        this.faster = faster;
        this.duties = duties;
        this.disputes = disputes;
        this.waits = waits;
        this.successions = successions;
        this.proposed = proposed;
        this.completions = completions;
        this.clocks = clocks;
        this.acknowledgements = acknowledgements;
        this.percentages = percentages;
        this.departments = departments;
        this.register = register;
        this.staffing = staffing;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.events = events;
    }

    /**
     * The successor has the duty from now on.
     *
     * @param opinion what the supervisor says about it; may be empty
     * @throws Refusal if the caller does not supervise it, nothing is proposed any more, the successor is abolished itself
     *     or nobody can act for it, or its duty on the key task was withdrawn or can't take in the other one now: unsigned
     *     as long as the other department's application for completion waits, or while a report of it does
     */
    public void accept(DutyId id, DepartmentId successor, String opinion) {
        LockedDuty locked = proposed(id);
        String words = Words.optional(opinion, Acknowledgements.LONGEST_REASON);
        requireAbleToSucceed(successor);
        Duty duty = locked.duty();
        Optional<Duty> own = duties.of(duty.taskId()).stream()
                .filter(other -> other.departmentId().equals(successor))
                .findFirst();
        if (own.filter(other -> other.state() == Duty.State.WITHDRAWN).isPresent()) {
            throw new Refusal("refusal.dispute.departmentTaken");
        }
        Caller me = caller.get();
        successions.decide(
                id, SuccessionRepository.Decision.ACCEPTED, successor, words, me.accountId(), calendar.now());
        books.waitsNoMore(ItemKind.DECIDE_SUCCESSION, id.value());
        own.ifPresentOrElse(other -> merge(locked, other, me), () -> handOver(locked, successor, me));
        events.publishEvent(new KeyTaskEvents.DutySucceeded(
                id, duty.departmentId(), successor, own.map(Duty::id).orElse(null)));
        books.handOver(duty.taskId(), duty.departmentId(), successor);
        percentages.recompute(duty.taskId());
        books.enter(duty.taskId(), TimelineEntry.Kind.DUTY_SUCCEEDED, me, successor, words, duty.departmentName());
    }

    /**
     * What is proposed about those of the duties that the caller supervises.
     *
     * @throws org.springframework.security.access.AccessDeniedException for anybody but supervisors
     */
    @Transactional(readOnly = true)
    public List<SuccessionProposal> proposals(Collection<DutyId> duties) {
        return proposed.of(duties, caller.require(Role.SUPERVISOR));
    }

    /**
     * As {@link #accept}, where the register knows one successor only.
     *
     * @throws Refusal also if there are several, or none
     */
    public void acceptOnlyHeir(DutyId id) {
        LockedDuty locked = proposed(id);
        DepartmentId predecessor = locked.duty().departmentId();
        List<Resolution.Heir> heirs =
                register.heirs(Set.of(predecessor), calendar.today()).getOrDefault(predecessor, List.of());
        if (heirs.size() != 1) {
            throw new Refusal("refusal.succession.choose", locked.duty().departmentName());
        }
        accept(id, heirs.getFirst().department().id(), null);
    }

    /**
     * The duty stays where it is, and is not proposed again.
     *
     * @throws Refusal if the caller does not supervise it, nothing is proposed any more, or the reason is missing
     */
    public void decline(DutyId id, String reason) {
        LockedDuty locked = proposed(id);
        String words = Words.required(reason, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
        Caller me = caller.get();
        successions.decide(id, SuccessionRepository.Decision.DECLINED, null, words, me.accountId(), calendar.now());
        books.waitsNoMore(ItemKind.DECIDE_SUCCESSION, id.value());
        books.enter(
                locked.taskId(),
                TimelineEntry.Kind.SUCCESSION_DECLINED,
                me,
                locked.duty().departmentId(),
                words,
                null);
    }

    private void handOver(LockedDuty locked, DepartmentId successor, Caller me) {
        Duty duty = locked.duty();
        if (duty.state() == Duty.State.ACKNOWLEDGED) {
            duties.succeed(duty.id(), successor);
            return;
        }
        SigningClock clock = clocks.start(locked.directiveId());
        endAcknowledgement(locked, me);
        duties.reassign(duty.id(), successor, duty.role(), clock);
        acknowledgements.openItem(duty.id(), successor, locked.task(), clock.acknowledge());
        workflow.dutiesAssigned(duty.taskId(), List.of(duty.id()), clock.acknowledgeBy());
    }

    private void merge(LockedDuty locked, Duty other, Caller me) {
        Duty duty = locked.duty();
        requireNoApplicationOfAnUnsigned(duty, other);
        duties.setRole(other.id(), other.role().or(duty.role()));
        duties.setState(duty.id(), Duty.State.WITHDRAWN);
        if (duty.state() != Duty.State.ACKNOWLEDGED) {
            endAcknowledgement(locked, me);
        }
    }

    /** Whose an unsigned duty is may still change, and nobody would have applied then. */
    private void requireNoApplicationOfAnUnsigned(Duty duty, Duty other) {
        if (other.state() != Duty.State.ACKNOWLEDGED
                && completions
                        .undecided(duty.taskId())
                        .filter(application -> application.dutyId().equals(duty.id()))
                        .isPresent()) {
            throw new Refusal("refusal.succession.applicationFirst");
        }
    }

    /** Whoever waits for the signature, or for a decision on the dispute, waits no more. */
    private void endAcknowledgement(LockedDuty locked, Caller me) {
        DutyId id = locked.id();
        waits.over(locked.duty());
        disputes.decide(id, TimelineEntry.Kind.DUTY_SUCCEEDED.name(), null, me.accountId(), calendar.now());
        List.of(ItemKind.ACKNOWLEDGE, ItemKind.SIGN_DISPUTE, ItemKind.DECIDE_DISPUTE)
                .forEach(kind -> books.waitsNoMore(kind, id.value()));
        workflow.dutyGone(locked.taskId(), id);
    }

    /** @throws Refusal if nobody can act for the department, or it is abolished itself */
    void requireAbleToSucceed(DepartmentId successor) {
        Set<DepartmentId> staffed = staffing.holdAsSystem(Set.of(successor));
        Department department = departments.get(successor);
        if (department.abolishedBy(calendar.today())) {
            throw new Refusal("refusal.succession.abolished", department.shortName());
        }
        if (staffed.isEmpty()) {
            throw new Refusal("refusal.dispute.unstaffed");
        }
    }

    private LockedDuty proposed(DutyId id) {
        LockedDuty locked = access.lockForSupervisor(id);
        if (successions.open(id).isEmpty()) {
            throw faster.refusal(
                    locked.taskId(),
                    TimelineEntry.Kind.DUTY_SUCCEEDED,
                    TimelineEntry.Kind.SUCCESSION_DECLINED,
                    TimelineEntry.Kind.DUTY_CHANGED,
                    TimelineEntry.Kind.DUTY_TRANSFERRED,
                    TimelineEntry.Kind.DUTY_WITHDRAWN);
        }
        return locked;
    }
}
