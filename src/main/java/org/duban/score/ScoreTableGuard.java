package org.duban.score;

import java.util.List;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableGuard;
import org.duban.task.Deed;
import org.springframework.stereotype.Component;

/** Whatever an office makes of its rules, nobody earns points by a failure. */
@Component
class ScoreTableGuard implements TableGuard {

    private static final List<Deed.Kind> FAILURES = List.of(
            Deed.Kind.REPORT_MISSED,
            Deed.Kind.REPORT_RETURNED,
            Deed.Kind.CONTRIBUTION_MISSED,
            Deed.Kind.URGED,
            Deed.Kind.ESCALATED,
            Deed.Kind.COMPLETION_RETURNED);

    @Override
    public String table() {
        return ScoreRules.TABLE;
    }

    @Override
    public void check(DecisionTable table) {
        for (int at = 0; at < table.rows().size(); at++) {
            DecisionTable.Row row = table.rows().get(at);
            boolean failure = FAILURES.stream().anyMatch(kind -> table.covers(row, "kind", kind.name()));
            if (failure && Integer.parseInt(table.output(row, ScoreRules.POINTS)) > 0) {
                throw new Refusal("refusal.table.failureIsRewarded", at + 1, table.ruleOf(row));
            }
        }
    }
}
