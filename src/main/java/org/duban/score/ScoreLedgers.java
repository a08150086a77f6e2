package org.duban.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.rule.Decision;
import org.duban.rule.TableVersions;
import org.duban.score.ScoreEventRepository.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 重新计分: counts all events anew by the newest version of {@code score.dmn}, into a ledger beside the others, which stay as
 * they are. It goes on in batches, each a transaction of its own: what was begun can be gone on with by any supervisor, also
 * after a crash. Supervisors do this, who answer for the scores; the administrator who deploys a rule sees none.
 */
@Service
@Transactional
public class ScoreLedgers {

    /** Longest note, in characters. */
    public static final int LONGEST_NOTE = 200;

    private static final int BATCH = 500;
    private static final int LISTED = 50;

    private final LedgerRepository ledgers;
    private final ScoreEventRepository events;
    private final ScoreLineRepository lines;
    private final ScoreRules rules;
    private final TableVersions tables;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final Ids ids;

    ScoreLedgers(
            LedgerRepository ledgers,
            ScoreEventRepository events,
            ScoreLineRepository lines,
            ScoreRules rules,
            TableVersions tables,
            WorkingCalendar calendar,
            CurrentCaller caller,
            Ids ids) {
        this.ledgers = ledgers;
        this.events = events;
        this.lines = lines;
        this.rules = rules;
        this.tables = tables;
        this.calendar = calendar;
        this.caller = caller;
        this.ids = ids;
    }

    /**
     * Those beside the running one, the newest first; unfinished ones for supervisors, who can go on with them. Whose lines of
     * them the caller may see is asked with the lines.
     */
    @Transactional(readOnly = true)
    public List<ScoreLedger> list() {
        Caller me = caller.get();
        return new ScoreScope(me).anything() ? ledgers.list(me.is(Role.SUPERVISOR), LISTED) : List.of();
    }

    /**
     * Begins a ledger; {@link #goOn} fills it.
     *
     * @param note what it is for
     * @throws Refusal if the note is missing or too long, or nothing was counted yet
     */
    public LedgerId begin(String note) {
        Caller me = caller.require(Role.SUPERVISOR);
        String words = Words.required(note, LONGEST_NOTE, "refusal.score.noteMissing");
        long upTo = events.newest();
        if (upTo == 0) {
            throw new Refusal("refusal.score.nothingCounted");
        }
        LedgerId id = new LedgerId(ids.next());
        int version = tables.of(ScoreRules.TABLE).getFirst().version();
        ledgers.insert(id, me.accountId(), words, version, upTo, events.count(upTo), calendar.now());
        return id;
    }

    /**
     * Counts the next batch; at the end also what has come in behind, from actions that took longer than others.
     *
     * @return the ledger as it is now
     * @throws Refusal if there is none, or the rules were changed since it was begun, so that it can't be finished
     */
    public ScoreLedger goOn(LedgerId id) {
        caller.require(Role.SUPERVISOR);
        ScoreLedger ledger = ledgers.lock(id).orElseThrow(Refusal::notFound);
        if (ledger.finished()) {
            return ledger;
        }
        List<Event> next = events.between(ledger.reached(), ledger.upTo(), BATCH);
        count(ledger, next);
        int counted = ledger.counted() + next.size();
        boolean finished = false;
        if (next.size() < BATCH) {
            List<Event> late = events.leftOut(id, ledger.upTo(), BATCH);
            count(ledger, late);
            counted += late.size();
            finished = late.size() < BATCH;
        }
        ledgers.reach(
                id,
                next.isEmpty() ? ledger.reached() : next.getLast().id(),
                counted,
                finished ? counted : Math.max(ledger.events(), counted),
                finished ? calendar.now() : null);
        return ledgers.find(id).orElseThrow();
    }

    private void count(ScoreLedger ledger, List<Event> batch) {
        Map<ScoreFact, Decision> decided = new HashMap<>();
        for (Event event : batch) {
            Decision decision = decided.computeIfAbsent(event.fact(), rules::decide);
            if (decision.version() != ledger.ruleVersion()) {
                throw new Refusal("refusal.score.rulesChanged", ledger.ruleVersion(), decision.version());
            }
            lines.insert(ledger.id(), event.id(), decision, event.fact(), calendar.now());
            if (event.cancelled()) {
                lines.counter(ledger.id(), event.id(), calendar.now());
            }
        }
    }
}
