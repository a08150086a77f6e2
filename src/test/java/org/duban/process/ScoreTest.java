package org.duban.process;

import java.util.List;
import org.duban.account.Account;
import org.duban.score.AppealId;
import org.duban.score.LedgerId;
import org.duban.score.LineFilter;
import org.duban.score.ScoreAppeals;
import org.duban.score.ScoreFilter;
import org.duban.score.ScoreLedger;
import org.duban.score.ScoreLedgers;
import org.duban.score.ScoreLine;
import org.duban.score.Scores;
import org.duban.support.Fixture.Office;
import org.springframework.beans.factory.annotation.Autowired;

/** Reads the score ledger as its people do. */
abstract class ScoreTest extends ProcessTest {

    static final ScoreFilter THIS_YEAR = new ScoreFilter(LedgerId.RUNNING, 2026, null);

    @Autowired
    Scores scores;

    @Autowired
    ScoreLedgers ledgers;

    @Autowired
    ScoreAppeals appeals;

    /** The lines of the office in the running ledger, the oldest first. */
    List<ScoreLine> lines(Office office) {
        return lines(office, LedgerId.RUNNING);
    }

    List<ScoreLine> lines(Office office, LedgerId ledger) {
        return lines(office.staff(), office, ledger);
    }

    List<ScoreLine> lines(Account reader, Office office, LedgerId ledger) {
        return fixture.as(
                        reader,
                        () -> scores.lines(
                                new ScoreFilter(ledger, 2026, null), office.id(), LineFilter.ALL, Scores.NEWEST, 200))
                .rows()
                .reversed();
    }

    /** By the names of the rules. */
    List<String> rules(Office office) {
        return lines(office).stream().map(ScoreLine::rule).toList();
    }

    ScoreLine last(Office office) {
        return lines(office).getLast();
    }

    int total(Office office) {
        return lines(office).stream().mapToInt(ScoreLine::points).sum();
    }

    AppealId appeal(Office office, ScoreLine line) {
        return fixture.as(office.head(), () -> appeals.appeal(line.id(), "当日已口头报告"));
    }

    /** All of it, by the newest rules. */
    LedgerId recompute() {
        LedgerId id = fixture.as(supervisor, () -> ledgers.begin("试算"));
        ScoreLedger ledger;
        do {
            ledger = fixture.as(supervisor, () -> ledgers.goOn(id));
        } while (!ledger.finished());
        return id;
    }
}
