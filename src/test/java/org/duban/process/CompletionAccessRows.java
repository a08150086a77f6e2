package org.duban.process;

import java.time.LocalDate;
import org.duban.task.CheckSamples;
import org.duban.task.Completions;
import org.duban.task.Countersignatures;
import org.duban.task.Reopenings;
import org.duban.task.SiteChecks;
import org.duban.task.SiteVisit;
import org.duban.task.Withdrawals;
import org.springframework.context.ApplicationContext;

/** The part of the {@link AccessTable} that is about ends of key tasks: countersigning, checks, withdrawal, reopening. */
final class CompletionAccessRows {

    private static final SiteVisit VISIT = new SiteVisit(LocalDate.of(2026, 12, 1), null, "督查一组");

    private final AccessTable table;
    private final AccessWorld.Completing world;
    private final ApplicationContext application;

    CompletionAccessRows(AccessTable table, AccessWorld world, ApplicationContext application) {
        this.table = table;
        this.world = world.completing;
        this.application = application;
    }

    void enter() {
        Completions completions = application.getBean(Completions.class);
        //                                 staff head fellow other superv. other leader admin
        table.act(
                "Completions.takeBack",
                " ok   ok   -      -     -       -     -      -",
                () -> completions.takeBack(world.own()));
        Countersignatures countersignatures = application.getBean(Countersignatures.class);
        table.act("Countersignatures.agree", "ok ok - - - - - -", () -> countersignatures.agree(world.asked(), null));
        table.act(
                "Countersignatures.giveBack",
                "ok ok - - - - - -",
                () -> countersignatures.giveBack(world.asked(), "尚未完成"));
        table.act(
                "Countersignatures.waitNoLonger",
                "x x x x ok - x x",
                () -> countersignatures.waitNoLonger(world.countersigned(), world.own()));
        SiteChecks checks = application.getBean(SiteChecks.class);
        table.act(
                "SiteChecks.order",
                "x x x x ok - x x",
                () -> checks.order(world.applied(), world.application(), VISIT, "核实情况"));
        table.act("SiteChecks.record", "x x x x ok - x x", () -> checks.record(world.check(), true, "属实"));
        CheckSamples samples = application.getBean(CheckSamples.class);
        table.see("CheckSamples.waiting", "x x x x ok - x x", () -> samples.waiting(world.directive()));
        table.act("CheckSamples.draw", "x x x x ok - x x", () -> samples.draw(world.directive(), 100, VISIT));
        table.see("CheckSamples.of", "x x x x 0 - x x", () -> samples.of(world.directive(), 10));
        Withdrawals withdrawals = application.getBean(Withdrawals.class);
        table.act("Withdrawals.withdraw", "x x x x ok - x x", () -> withdrawals.withdraw(world.applied(), "任务调整"));
        Reopenings reopenings = application.getBean(Reopenings.class);
        table.act(
                "Reopenings.reopen",
                "x x x x ok - x x",
                () -> reopenings.reopen(world.withdrawn(), LocalDate.of(2026, 12, 1), "需整改"));
    }
}
