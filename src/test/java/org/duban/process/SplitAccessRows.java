package org.duban.process;

import java.time.LocalDate;
import java.util.List;
import org.duban.task.Decompositions;
import org.duban.task.KeyTasks;
import org.duban.task.SubTaskDraft;
import org.springframework.context.ApplicationContext;

/** The part of the {@link AccessTable} that is about sub-tasks; what each of them shows, {@link DecompositionScopeTests} says. */
final class SplitAccessRows {

    private final AccessTable table;
    private final AccessWorld world;
    private final ApplicationContext application;

    SplitAccessRows(AccessTable table, AccessWorld world, ApplicationContext application) {
        this.table = table;
        this.world = world;
        this.application = application;
    }

    /** The lead's head has split its duty; the completion of that key task is not waited for. */
    void enter() {
        Decompositions decompositions = application.getBean(Decompositions.class);
        KeyTasks tasks = application.getBean(KeyTasks.class);
        SubTaskDraft part = new SubTaskDraft("汇总情况", null, LocalDate.of(2026, 4, 1), world.splitting.lead(), List.of());
        //                                       staff head fellow other superv. other leader admin
        table.act(
                "Decompositions.split",
                "        x    ok   -      -     x       x     x      x",
                () -> decompositions.split(world.splitting.duty(), List.of(part)));
        table.see(
                "Decompositions.candidates",
                "   ok   ok   -      -     -       -     -      -",
                () -> decompositions.candidates(world.splitting.duty(), "", 0, 5));
        table.act(
                "Decompositions.waive",
                "        x    x    x      x     ok      -     x      x",
                () -> decompositions.waive(world.splitting.task(), "另行考核"));
        table.act(
                "Decompositions.revokeWaiver",
                " x    x    x      x     ok      -     x      x",
                () -> decompositions.revokeWaiver(world.splitting.waived()));
        table.see(
                "Decompositions.openBelow",
                "    x    x    x      x     ok      -     x      x",
                () -> decompositions.openBelow(world.splitting.waived()));
        table.see(
                "Decompositions.waiver",
                "       ok   ok   ok     -     ok      -     ok     -",
                () -> decompositions.waiver(world.splitting.waived()));
        table.see(
                "KeyTasks.subTasks",
                "           ok   ok   0      -     ok      -     ok     -",
                () -> tasks.subTasks(world.splitting.task()));
    }
}
