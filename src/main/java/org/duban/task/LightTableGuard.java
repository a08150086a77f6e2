package org.duban.task;

import java.util.stream.Stream;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableGuard;
import org.springframework.stereotype.Component;

/**
 * Late stays late, whatever an office makes of its rules: what was closed late is neither plain green nor without a colour,
 * and what is overdue is not green.
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
            boolean overdue = table.covers(row, "daysToDue", Integer.MIN_VALUE, -1)
                    && Stream.of(LightInputs.State.NOT_STARTED, LightInputs.State.RUNNING, LightInputs.State.SUSPENDED)
                            .anyMatch(state -> covers(table, row, state));
            boolean green = says(table, row, Light.GREEN);
            refuseIf(closedLate && green, "refusal.table.lateIsGreen", table, at);
            refuseIf(closedLate && says(table, row, Light.GREY), "refusal.table.lateIsGrey", table, at);
            refuseIf(overdue && green, "refusal.table.overdueIsGreen", table, at);
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
