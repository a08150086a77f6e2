package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.duban.directive.ReportingFrequency;
import org.duban.ladder.Urges;
import org.duban.score.AppealId;
import org.duban.score.LedgerId;
import org.duban.score.LineFilter;
import org.duban.score.ScoreAppeals;
import org.duban.score.ScoreFilter;
import org.duban.score.ScoreLedgers;
import org.duban.score.ScoreLine;
import org.duban.score.Scores;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people on one line, appeal or ledger at the same moment. */
class ScoreCollisionTests extends TwoAtOnceTest {

    @Autowired
    Scores scores;

    @Autowired
    ScoreAppeals appeals;

    @Autowired
    ScoreLedgers ledgers;

    @Autowired
    Urges urges;

    @Test
    void oneOfTwoAppealsOrDecides() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
            sign(task, lead);
            DutyId duty = duty(task, lead).id();
            fixture.as(supervisor, () -> urges.urge(duty, "请加快"));
            ScoreLine line = newest();

            oneSucceeds(
                    new Attempt(lead.head(), () -> appeals.appeal(line.id(), "当日已报告")),
                    new Attempt(lead.head(), () -> appeals.appeal(line.id(), "已说明情况")));
            AppealId id = newest().appeal().id();
            oneSucceeds(
                    new Attempt(supervisor, () -> appeals.uphold(id, "情况属实")),
                    new Attempt(supervisor, () -> appeals.refuse(id, "催办有据")));
        }
        assertThat(count("score_line WHERE part = 'COUNTER'")).isEqualTo(count("score_appeal WHERE state = 'UPHELD'"));
    }

    @Test
    void isTakenBackOrDecidedButNotBoth() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
            sign(task, lead);
            DutyId duty = duty(task, lead).id();
            fixture.as(supervisor, () -> urges.urge(duty, "请加快"));
            ScoreLine line = newest();
            AppealId id = fixture.as(lead.head(), () -> appeals.appeal(line.id(), "当日已报告"));

            oneSucceeds(
                    new Attempt(lead.head(), () -> appeals.takeBack(id)),
                    new Attempt(supervisor, () -> appeals.uphold(id, "情况属实")));
        }
        assertThat(count("score_line WHERE part = 'COUNTER'")).isEqualTo(count("score_appeal WHERE state = 'UPHELD'"));
    }

    @Test
    void twoSupervisorsGoOnWithOneLedger() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
            sign(task, lead);
            LedgerId ledger = fixture.as(supervisor, () -> ledgers.begin("试算"));

            assertThat(together(
                            new Attempt(supervisor, () -> ledgers.goOn(ledger)),
                            new Attempt(supervisor, () -> ledgers.goOn(ledger))))
                    .isEmpty();

            assertThat(count("score_line WHERE ledger_id = " + ledger.value())).isEqualTo(count("score_event"));
        }
    }

    private ScoreLine newest() {
        return fixture.as(
                        lead.head(),
                        () -> scores.lines(
                                new ScoreFilter(LedgerId.RUNNING, 2026, null),
                                lead.id(),
                                LineFilter.ALL,
                                Scores.NEWEST,
                                1))
                .rows()
                .getFirst();
    }
}
