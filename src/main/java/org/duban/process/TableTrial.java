package org.duban.process;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableCheck;

/**
 * Asks a table before it is deployed, by an interpreter like the engine's: were there a cell that only our check
 * understands, everybody's next action and the night's round would fail at it.
 */
final class TableTrial {

    private static final DmnEngine INTERPRETER = interpreter();

    private TableTrial() {}

    private static DmnEngine interpreter() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(true);
        return configuration.buildEngine();
    }

    /** @throws Refusal {@code refusal.table.trial} with the row that does not apply where it should, or can't be read */
    static void run(DecisionTable table, byte[] file) {
        DmnDecision decision = INTERPRETER.parseDecision(table.key(), new ByteArrayInputStream(file));
        IntStream.range(0, table.rows().size()).forEach(at -> {
            DecisionTable.Row row = table.rows().get(at);
            if (!TableCheck.examples(table, row).stream()
                    .allMatch(example -> List.of(table.ruleOf(row)).equals(rules(decision, example)))) {
                throw new Refusal("refusal.table.trial", at + 1, table.ruleOf(row));
            }
        });
    }

    private static List<Object> rules(DmnDecision decision, Map<String, Object> inputs) {
        try {
            DmnDecisionTableResult result = INTERPRETER.evaluateDecisionTable(decision, inputs);
            return result.collectEntries(DecisionTable.RULE);
        } catch (DmnEngineException | FeelException unreadable) {
            return List.of();
        }
    }
}
