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

    /** What is a failure when it is late; a completion is something also then. */
    private static final List<Deed.Kind> FAILURES_WHEN_LATE =
            List.of(Deed.Kind.SIGNED, Deed.Kind.REPORTED, Deed.Kind.AMENDED, Deed.Kind.CONTRIBUTED);

    @Override
    public String table() {
        return ScoreRules.TABLE;
    }

    @Override
    public void check(DecisionTable table) {
        for (int at = 0; at < table.rows().size(); at++) {
            DecisionTable.Row row = table.rows().get(at);
            boolean failure = covers(table, row, FAILURES)
                    || covers(table, row, FAILURES_WHEN_LATE)
                            && table.covers(row, "workingDaysLate", 1, Integer.MAX_VALUE);
            if (failure && Integer.parseInt(table.output(row, ScoreRules.POINTS)) > 0) {
                throw new Refusal("refusal.table.failureIsRewarded", at + 1, table.ruleOf(row));
            }
        }
    }

    private static boolean covers(DecisionTable table, DecisionTable.Row row, List<Deed.Kind> kinds) {
        return kinds.stream().anyMatch(kind -> table.covers(row, "kind", kind.name()));
    }
}
