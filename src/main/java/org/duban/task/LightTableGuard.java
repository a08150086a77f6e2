package org.duban.task;

import java.util.stream.Stream;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableGuard;
import org.springframework.stereotype.Component;

/**
 * Late stays late, whatever an office makes of its rules: what was closed late, and what is overdue and does not stand still,
 * is neither plain green nor without a colour; nor is anything overdue green.
 */
@Component
class LightTableGuard implements TableGuard {

    @Override
    public String table() {
        return LightRules.TABLE;
    }

    @Override
    public void check(DecisionTable table) {
        for (int at = 0; at < table.rows().size(); at++) {
            DecisionTable.Row row = table.rows().get(at);
            boolean closedLate = covers(table, row, LightInputs.State.CLOSED_LATE);
            boolean pastDue = table.covers(row, "daysToDue", Integer.MIN_VALUE, -1);
            boolean overdue = pastDue
                    && Stream.of(LightInputs.State.NOT_STARTED, LightInputs.State.RUNNING)
                            .anyMatch(state -> covers(table, row, state));
            boolean overdueAtRest = pastDue && covers(table, row, LightInputs.State.SUSPENDED);
            boolean green = says(table, row, Light.GREEN);
            boolean grey = says(table, row, Light.GREY);
            refuseIf(closedLate && green, "refusal.table.lateIsGreen", table, at);
            refuseIf(closedLate && grey, "refusal.table.lateIsGrey", table, at);
            refuseIf((overdue || overdueAtRest) && green, "refusal.table.overdueIsGreen", table, at);
            refuseIf(overdue && grey, "refusal.table.overdueIsGrey", table, at);
        }
    }

    private static boolean covers(DecisionTable table, DecisionTable.Row row, LightInputs.State state) {
        return table.covers(row, "state", state.name());
    }

    private static boolean says(DecisionTable table, DecisionTable.Row row, Light light) {
        return table.output(row, "light").equals('"' + light.name() + '"');
    }

    private static void refuseIf(boolean broken, String key, DecisionTable table, int at) {
        if (broken) {
            throw new Refusal(key, at + 1, table.ruleOf(table.rows().get(at)));
        }
    }
}
