package org.duban.process;

import org.duban.account.Account;
import org.duban.organisation.DepartmentId;
import org.duban.score.LedgerId;
import org.duban.score.LineFilter;
import org.duban.score.ScoreAppeals;
import org.duban.score.ScoreFilter;
import org.duban.score.ScoreLedgers;
import org.duban.score.Scores;
import org.duban.task.TaskRequests;
import org.springframework.context.ApplicationContext;

/** The part of the {@link AccessTable} that is about scores. */
final class ScoreAccessRows {

    private final AccessTable table;
    private final AccessWorld everybody;
    private final ScoreWorld world;
    private final ApplicationContext application;

    ScoreAccessRows(AccessTable table, AccessWorld everybody, ApplicationContext application) {
        this.table = table;
        this.everybody = everybody;
        this.world = everybody.scores;
        this.application = application;
    }

    void enter() {
        Scores scores = application.getBean(Scores.class);
        Account staff = everybody.people().get("its staff");
        DepartmentId lead = staff.departmentId();
        ScoreFilter all = new ScoreFilter(LedgerId.RUNNING, 2026, null);
        ScoreFilter ofDirective = new ScoreFilter(LedgerId.RUNNING, 2026, everybody.directive);
        //                           staff head fellow other superv. other leader admin
        table.see(
                "Scores.ranking",
                "         ok    ok   ok     0     ok      0     ok     0",
                () -> scores.ranking(ofDirective));
        table.see(
                "Scores.lines",
                "           ok    ok   0      0     ok      0     ok     0",
                () -> scores.lines(all, lead, LineFilter.ALL, Scores.NEWEST, 50));
        table.see("Scores.tasks", "ok ok 0 0 ok 0 ok 0", () -> scores.tasks(all, lead));
        table.see("Scores.of", "ok ok 0 0 ok 0 ok 0", () -> scores.of(world.task));
        table.see("Scores.appealedAgainst", "0 0 0 0 ok 0 0 0", scores::appealedAgainst);
        table.see("Scores.appealable", "0 ok 0 0 0 0 0 0", () -> scores.appealable(world.line));
        table.see("Scores.retractable", "0 ok 0 0 0 0 0 0", () -> scores.retractable(world.appealed));
        table.see("Scores.since", "ok ok ok ok ok ok ok ok", scores::since);
        ScoreLedgers ledgers = application.getBean(ScoreLedgers.class);
        table.see("ScoreLedgers.list", "ok ok ok ok ok ok ok 0", ledgers::list);
        table.see("ScoreLedgers.begin", "x x x x ok ok x x", () -> ledgers.begin("年终试算"));
        table.see("ScoreLedgers.goOn", "x x x x ok ok x x", () -> ledgers.goOn(world.ledger));
        ScoreAppeals appeals = application.getBean(ScoreAppeals.class);
        table.see("ScoreAppeals.appeal", "x ok - - x x x x", () -> appeals.appeal(world.line.id(), "当日已报告"));
        table.act("ScoreAppeals.takeBack", "x ok - - x x x x", () -> appeals.takeBack(world.appeal));
        table.act("ScoreAppeals.uphold", "x x x x ok - x x", () -> appeals.uphold(world.appeal, "情况属实"));
        table.act("ScoreAppeals.refuse", "x x x x ok - x x", () -> appeals.refuse(world.appeal, "催办有据"));
        TaskRequests requests = application.getBean(TaskRequests.class);
        table.see(
                "TaskRequests.lockEvenEndedForSupervisor",
                "x x x x ok - x x",
                () -> requests.lockEvenEndedForSupervisor(everybody.completing.withdrawn()));
    }
}
