package org.duban.process;

import java.time.LocalDate;
import org.duban.task.Merges;
import org.duban.task.SimilarTasks;
import org.duban.task.Suspensions;
import org.springframework.context.ApplicationContext;

/** The part of the {@link AccessTable} that is about key tasks that stand still, and doubles. */
final class SuspensionAccessRows {

    private static final LocalDate LATER = LocalDate.of(2026, 12, 1);

    private final AccessTable table;
    private final AccessWorld world;
    private final ApplicationContext application;

    SuspensionAccessRows(AccessTable table, AccessWorld world, ApplicationContext application) {
        this.table = table;
        this.world = world;
        this.application = application;
    }

    void enter() {
        Suspensions suspensions = application.getBean(Suspensions.class);
        //                             staff head fellow other superv. other leader admin
        table.see(
                "Suspensions.of",
                "           ok   ok   ok     -     ok      -     ok     -",
                () -> suspensions.of(world.suspended));
        table.see("Suspensions.moveAsOfToday", "x x x x ok - x x", () -> suspensions.moveAsOfToday(world.suspended));
        table.act(
                "Suspensions.suspend",
                "x x x x ok - x x",
                () -> suspensions.suspend(world.transferring, LATER, "等待政策"));
        table.act(
                "Suspensions.reviewLater",
                "x x x x ok - x x",
                () -> suspensions.reviewLater(world.suspended, LATER, "政策未定"));
        table.act("Suspensions.resume", "x x x x ok - x x", () -> suspensions.resume(world.suspended, "政策已明确"));
        Merges merges = application.getBean(Merges.class);
        table.act(
                "Merges.merge", "x x x x ok - x x", () -> merges.merge(world.transferring, world.task, false, "重复任务"));
        table.see("Merges.survivor", "ok ok ok - ok - ok -", () -> merges.survivor(world.merged));
        SimilarTasks similar = application.getBean(SimilarTasks.class);
        table.see("SimilarTasks.to", "0 0 0 - 0 - 0 -", () -> similar.to(world.suspended).stream()
                .filter(each -> each.likeness() == 0)
                .toList());
    }
}
