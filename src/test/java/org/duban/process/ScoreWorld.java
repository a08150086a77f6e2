package org.duban.process;

import java.util.List;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.ladder.Urges;
import org.duban.score.AppealId;
import org.duban.score.LedgerId;
import org.duban.score.ScoreAppeals;
import org.duban.score.ScoreLedgers;
import org.duban.score.ScoreLine;
import org.duban.score.Scores;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.springframework.context.ApplicationContext;

/** A line against the lead, another against which it appeals, a ledger that is finished and one that is begun. */
final class ScoreWorld {

    final KeyTaskId task;
    final ScoreLine line;
    final AppealId appeal;
    final ScoreLine appealed;
    final LedgerId ledger;

    ScoreWorld(ProcessTest test, ApplicationContext application) {
        Scores scores = application.getBean(Scores.class);
        DirectiveId directive = test.fixture.directive(
                test.supervisor, 2, ProcessTest.leads(test.lead), ProcessTest.helps(test.helper));
        test.fixture.launch(test.supervisor, directive, ReportingFrequency.NONE, ProcessTest.YEAR_END);
        List<KeyTaskId> tasks = test.tasksOf(directive);
        Urges urges = application.getBean(Urges.class);
        for (KeyTaskId each : tasks) {
            DutyId duty = test.duty(each, test.lead).id();
            test.fixture.as(test.supervisor, () -> urges.urge(duty, "请加快"));
        }
        task = tasks.getFirst();
        line = of(test, scores, task);
        ScoreLine other = of(test, scores, tasks.getLast());
        appeal = test.fixture.as(
                test.lead.head(), () -> application.getBean(ScoreAppeals.class).appeal(other.id(), "当日已报告"));
        appealed = of(test, scores, tasks.getLast());
        ScoreLedgers ledgers = application.getBean(ScoreLedgers.class);
        test.fixture.as(test.supervisor, () -> ledgers.goOn(ledgers.begin("年中试算")));
        ledger = test.fixture.as(test.supervisor, () -> ledgers.begin("试算"));
    }

    private static ScoreLine of(ProcessTest test, Scores scores, KeyTaskId task) {
        return test.fixture.as(test.supervisor, () -> scores.of(task)).getFirst();
    }
}
