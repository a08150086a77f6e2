package org.duban.ladder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.duban.ladder.EscalationRepository.Raised;
import org.duban.rule.Decision;
import org.duban.rule.DecisionTables;
import org.duban.task.Deed;
import org.duban.task.Duty;
import org.duban.task.DutyLadder;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 升级督办: raises what is late, as high as {@code escalation.dmn} says that it should be tonight. Whatever stood longer
 * than a step takes goes right there; the steps in between are not made up. Nothing is raised twice to one level for one
 * due day, nor ever down. Runs without a caller.
 */
@Service
@Transactional
public class Ladder {

    private static final String TABLE = "escalation";
    private static final int PAGE = 500;
    private static final LocalDate EVER = LocalDate.EPOCH;

    /** Something that is to be raised now. */
    public record Missed(long subject, KeyTaskId task) {}

    private final Map<DeadlineKind, Deadlines> deadlines = new HashMap<>();
    private final EscalationRepository escalations;
    private final ConfirmationRepository confirmations;
    private final Confirming confirming;
    private final DecisionTables tables;
    private final DutyLadder duties;
    private final LadderWorkflow workflow;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Ids ids;

    Ladder(
            List<Deadlines> deadlines,
            EscalationRepository escalations,
            ConfirmationRepository confirmations,
            Confirming confirming,
            DecisionTables tables,
            DutyLadder duties,
            LadderWorkflow workflow,
            WorkingCalendar calendar,
            ApplicationEventPublisher events,
            Ids ids) {
        deadlines.forEach(each -> this.deadlines.put(each.kind(), each));
        this.escalations = escalations;
        this.confirmations = confirmations;
        this.confirming = confirming;
        this.tables = tables;
        this.duties = duties;
        this.workflow = workflow;
        this.calendar = calendar;
        this.events = events;
        this.ids = ids;
    }

    /** All of the kinds, however late: the next ones in ascending order, behind {@code after}. */
    @Transactional(readOnly = true)
    public List<Missed> missedAsSystem(Set<DeadlineKind> kinds, long after, int limit) {
        Stream<Missed> late = kinds.stream().flatMap(kind -> missed(deadlines.get(kind), after, limit).stream());
        return late.sorted(Comparator.comparingLong(Missed::subject))
                .limit(limit)
                .toList();
    }

    private List<Missed> missed(Deadlines all, long after, int limit) {
        Map<Map<String, Object>, Decision> decided = new HashMap<>();
        List<Missed> found = new ArrayList<>();
        long reached = after;
        List<Deadline> page;
        do {
            page = all.between(EVER, calendar.today().minusDays(1), reached, PAGE);
            Map<Raised, Integer> levels = escalations.levels(
                    all.kind(), page.stream().map(Deadline::subject).toList());
            page.stream()
                    .filter(late -> rises(late, levels, decided))
                    .map(late -> new Missed(late.subject(), late.task()))
                    .forEach(found::add);
            reached = page.isEmpty() ? reached : page.getLast().subject();
        } while (page.size() == PAGE && found.size() < limit);
        return found;
    }

    /** What the table can't answer is tried by itself: it fails there, is kept as a fact, and stops nobody else. */
    private boolean rises(Deadline late, Map<Raised, Integer> levels, Map<Map<String, Object>, Decision> decided) {
        if (workingDaysLate(late) < 1) {
            return false;
        }
        try {
            return decided.computeIfAbsent(inputs(late), inputs -> tables.decide(TABLE, inputs))
                            .number("level")
                    > levels.getOrDefault(new Raised(late.subject(), late.dueOn()), 0);
        } catch (IllegalArgumentException undecidable) {
            return true;
        }
    }

    /** Tells the process, unless somebody acted on it meanwhile, or it was raised already. */
    public void climbAsSystem(long subject) {
        Optional<KeyTaskId> concerned = find(subject).map(Deadline::task);
        if (concerned.isEmpty()) {
            return;
        }
        KeyTask task = duties.lockAsSystem(concerned.get());
        if (find(subject).flatMap(this::step).isPresent()) {
            workflow.deadlineMissed(task.id(), subject);
        }
    }

    /**
     * Raises it; called by the process.
     *
     * @return what has to be confirmed now
     */
    public List<ReceiptId> raiseAsSystem(KeyTaskId id, long subject) {
        KeyTask task = duties.lockAsSystem(id);
        Deadline late = find(subject).orElseThrow(Refusal::alreadyHandled);
        Decision decision = step(late).orElseThrow(Refusal::alreadyHandled);
        int level = decision.number("level");
        LocalDate today = calendar.today();
        Duty own = late.duty() == null ? null : duties.dutyAsSystem(late.duty());
        long escalation = ids.next();
        escalations.insert(
                escalation,
                late,
                own,
                KeyTask.daysLate(late.dueOn(), null, today),
                workingDaysLate(late),
                decision,
                calendar.now());
        List<Duty> addressed = own == null ? holders(id) : List.of(own);
        List<Duty> urged = addressed.stream().filter(duty -> urge(late, duty)).toList();
        if (late.kind() == DeadlineKind.TASK) {
            duties.setLevelAsSystem(id, level);
        }
        // the urge of a department for what it owes stands in the timeline by itself
        if (late.kind() == DeadlineKind.TASK || level > 1) {
            long entry = duties.note(
                    id,
                    late.kind().escalated(),
                    null,
                    own == null ? null : own.departmentId(),
                    null,
                    String.valueOf(level));
            urged.forEach(duty -> events.publishEvent(
                    Deed.urged(entry, duty.id(), "TASK_LATE/" + duty.id().value() + "/" + late.dueOn())));
            if (level > 1) {
                addressed.forEach(
                        duty -> events.publishEvent(Deed.escalated(entry, duty.id(), escalation, late.dueOn(), level)));
            }
        }
        return Addressee.valueOf(decision.text("addressee")).confirmed()
                ? addressed.stream().map(duty -> ask(task, escalation, duty)).toList()
                : List.of();
    }

    /**
     * 催办 is part of every step, once per due day.
     *
     * @return whether this step has to tell of it: the urge of a department for what it owes tells of itself
     */
    private boolean urge(Deadline late, Duty duty) {
        return switch (late.kind()) {
            case TASK -> duties.urgeForTaskAsSystem(duty.id(), late.dueOn());
            case REPORT -> {
                duties.urgeForReportAsSystem(duty.id(), late.subject(), late.dueOn());
                yield false;
            }
            case CONTRIBUTION -> {
                duties.urgeForContributionAsSystem(duty, late.subject(), late.dueOn());
                yield false;
            }
            case ACKNOWLEDGEMENT -> {
                duties.urgeForSignatureAsSystem(duty.id());
                yield false;
            }
            case INSTRUCTION -> {
                duties.urgeForInstructionAsSystem(duty, late.subject(), late.dueOn());
                yield false;
            }
        };
    }

    private ReceiptId ask(KeyTask task, long escalation, Duty duty) {
        ReceiptId receipt = new ReceiptId(ids.next());
        confirmations.insertReceipt(receipt, escalation, duty);
        confirming.ofTheHead(task, duty.departmentId(), receipt);
        return receipt;
    }

    /** Whom the key task waits for: those who have not answered an application for completion, else those who work. */
    private List<Duty> holders(KeyTaskId task) {
        List<Duty> asked = duties.askedToCountersignAsSystem(task);
        return asked.isEmpty() ? unfinished(duties.dutiesAsSystem(task)) : asked;
    }

    /** Who still has something to do; where all is reported as done, all who can apply for completion. */
    private static List<Duty> unfinished(List<Duty> all) {
        List<Duty> reporting = all.stream()
                .filter(duty -> duty.reports() && duty.state() != Duty.State.DISPUTED)
                .toList();
        List<Duty> unfinished = reporting.stream()
                .filter(duty -> duty.percent() == null || duty.percent() < 100)
                .toList();
        return unfinished.isEmpty() ? reporting : unfinished;
    }

    private Optional<Deadline> find(long subject) {
        return deadlines.values().stream()
                .flatMap(each -> each.find(subject).stream())
                .findFirst();
    }

    /** What the table says, if that is higher than it stands. */
    private Optional<Decision> step(Deadline late) {
        if (workingDaysLate(late) < 1) {
            return Optional.empty();
        }
        int reached = escalations
                .levels(late.kind(), List.of(late.subject()))
                .getOrDefault(new Raised(late.subject(), late.dueOn()), 0);
        return Optional.of(tables.decide(TABLE, inputs(late))).filter(decision -> decision.number("level") > reached);
    }

    private Map<String, Object> inputs(Deadline late) {
        return Map.of(
                "kind",
                late.kind().name(),
                "workingDaysLate",
                workingDaysLate(late),
                "priority",
                late.priority().name(),
                "timesReturned",
                late.timesReturned(),
                "timesExtended",
                late.timesExtended());
    }

    private int workingDaysLate(Deadline late) {
        return WorkingDays.late(calendar, late.dueOn(), calendar.today()) - late.waited();
    }
}
