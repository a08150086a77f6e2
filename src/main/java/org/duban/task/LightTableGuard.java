package org.duban.task;

import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableGuard;
import org.springframework.stereotype.Component;

/** Late stays late, whatever an office makes of its rules: what was closed late is never plain green. */
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
            if (table.covers(row, "state", LightInputs.State.CLOSED_LATE.name())
                    && table.output(row, "light").equals("\"GREEN\"")) {
                throw new Refusal("refusal.table.lateIsGreen", at + 1, table.ruleOf(row));
            }
        }
    }
}
