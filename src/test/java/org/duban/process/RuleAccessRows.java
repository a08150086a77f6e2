package org.duban.process;

import java.util.ArrayList;
import java.util.List;
import org.duban.administration.DecisionRules;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableVersion;
import org.duban.rule.TableWriter;
import org.duban.task.LightHistory;
import org.duban.task.Verdict;
import org.duban.task.Verdicts;
import org.springframework.context.ApplicationContext;

/** The part of the {@link AccessTable} that is about rules, and what is read and judged by them. */
final class RuleAccessRows {

    private final AccessTable table;
    private final AccessWorld world;
    private final ApplicationContext application;

    RuleAccessRows(AccessTable table, AccessWorld world, ApplicationContext application) {
        this.table = table;
        this.world = world;
        this.application = application;
    }

    void enter() {
        rules();
        LightHistory history = application.getBean(LightHistory.class);
        Verdicts verdicts = application.getBean(Verdicts.class);
        //                              staff head fellow other superv. other leader admin
        table.see(
                "LightHistory.of",
                "   ok    ok   ok     -     ok      -     ok     -",
                () -> history.of(world.task, 9));
        table.see(
                "Verdicts.last",
                "     0     0    0      -     0       -     0      -",
                () -> verdicts.last(world.task));
        table.act(
                "Verdicts.give",
                "x x x x ok - x x",
                () -> verdicts.give(world.task, Verdicts.NEVER, Verdict.BEHIND, "滞后"));
        table.act("Verdicts.takeBack", "x x x x refusal.alreadyHandled - x x", () -> {
            verdicts.takeBack(world.task, Verdicts.NEVER, "情况有变");
        });
    }

    private void rules() {
        DecisionRules rules = application.getBean(DecisionRules.class);
        TableVersion light =
                world.fixture.as(world.admin, () -> rules.versions("light")).getFirst();
        DecisionTable changed = changed(light.table());
        table.see("DecisionRules.tables", "x x x x x x x ok", rules::tables);
        table.see("DecisionRules.versions", "x x x x x x x ok", () -> rules.versions("light"));
        table.see("DecisionRules.read", "x x x x x x x ok", () -> rules.read(TableWriter.write(changed)));
        table.act("DecisionRules.check", "x x x x x x x ok", () -> rules.check(changed));
        table.act("DecisionRules.deploy", "x x x x x x x ok", () -> rules.deploy(changed, light.version()));
    }

    private static DecisionTable changed(DecisionTable table) {
        List<DecisionTable.Row> rows = new ArrayList<>(table.rows());
        DecisionTable.Row first = rows.getFirst();
        rows.set(0, new DecisionTable.Row(first.conditions(), first.outputs(), first.note() + "。"));
        return table.with(rows);
    }
}
