package org.duban.score;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.duban.base.Ids;
import org.duban.base.WorkingCalendar;
import org.duban.score.ScoreEventRepository.Concerned;
import org.duban.task.Deed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps each deed as a fact, with its line in the running ledger, in the transaction of what happened: or neither. */
@Component
class ScoreBook {

    /** What falls due day by day; for the key task as a whole answers whoever completes it. */
    private static final Set<Deed.Kind> PERIODIC = EnumSet.of(
            Deed.Kind.REPORTED,
            Deed.Kind.AMENDED,
            Deed.Kind.REPORT_MISSED,
            Deed.Kind.CONTRIBUTED,
            Deed.Kind.CONTRIBUTION_MISSED);

    private final ScoreEventRepository events;
    private final ScoreLineRepository lines;
    private final ScoreRules rules;
    private final WorkingCalendar calendar;
    private final Ids ids;

    ScoreBook(
            ScoreEventRepository events,
            ScoreLineRepository lines,
            ScoreRules rules,
            WorkingCalendar calendar,
            Ids ids) {
        this.events = events;
        this.lines = lines;
        this.rules = rules;
        this.calendar = calendar;
        this.ids = ids;
    }

    /** What was told before is counted already. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Deed deed) {
        int late = workingDaysLate(deed);
        Concerned concerned = events.concerned(deed.duty(), deed.department(), lateSince(deed, late));
        ScoreFact fact = new ScoreFact(
                deed.kind(),
                concerned.role(),
                late,
                deed.level(),
                deed.outcome(),
                basis(deed, concerned),
                concerned.ownPart());
        long id = ids.next();
        if (events.insert(id, deed, concerned, fact, calendar.now())) {
            lines.insert(LedgerId.RUNNING, id, rules.decide(fact), fact, calendar.now());
        }
    }

    private int workingDaysLate(Deed deed) {
        LocalDate on = deed.on() == null ? calendar.today() : deed.on();
        return deed.dueOn() == null || !on.isAfter(deed.dueOn())
                ? 0
                : Math.max(1, calendar.workingDaysBetween(deed.dueOn(), on));
    }

    /** Whoever gets a duty by a transfer does not answer for a day that had passed before. */
    private Instant lateSince(Deed deed, int late) {
        return late > 0 && PERIODIC.contains(deed.kind())
                ? calendar.startOf(deed.dueOn().plusDays(1))
                : null;
    }

    private static DueBasis basis(Deed deed, Concerned concerned) {
        if (deed.kind() != Deed.Kind.COMPLETED) {
            return DueBasis.ORIGINAL;
        }
        if (concerned.completedBefore()) {
            return DueBasis.REOPENED;
        }
        return concerned.extended() ? DueBasis.EXTENDED : DueBasis.ORIGINAL;
    }
}
