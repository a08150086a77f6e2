package org.duban.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.duban.rule.Decision;
import org.duban.rule.DecisionTable;
import org.duban.rule.DecisionTables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Decides by the engine. Which version is the newest is asked of the database once per transaction: another node may have
 * deployed one a moment ago, and a night's round decides a hundred thousand times.
 */
@Component
class CamundaDecisionTables implements DecisionTables {

    private record Definition(String id, int version) {}

    private final DecisionService decisions;
    private final RepositoryService repository;

    /** @param deployed what came with the application is there before anybody decides */
    CamundaDecisionTables(
            DecisionService engineDecisionService,
            RepositoryService engineRepositoryService,
            TablesOfTheApplication deployed) {
        this.decisions = engineDecisionService;
        this.repository = engineRepositoryService;
    }

    @Override
    public Decision decide(String table, Map<String, Object> inputs) {
        Definition definition = newest(table);
        List<Map<String, Object>> rows =
                decisions.evaluateDecisionTableById(definition.id(), inputs).getResultList();
        if (rows.size() != 1) {
            throw new IllegalArgumentException(
                    table + " version " + definition.version() + " has no row for " + inputs);
        }
        Map<String, Object> outputs = rows.getFirst();
        return new Decision(
                table, definition.version(), String.valueOf(outputs.get(DecisionTable.RULE)), Map.copyOf(outputs));
    }

    private Definition newest(String table) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return find(table);
        }
        @SuppressWarnings("unchecked")
        Map<String, Definition> known = (Map<String, Definition>) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        }
        return known.computeIfAbsent(table, this::find);
    }

    private Definition find(String table) {
        DecisionDefinition newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult();
        if (newest == null) {
            throw new IllegalArgumentException("There is no table " + table);
        }
        return new Definition(newest.getId(), newest.getVersion());
    }

    /** What one transaction knows is not known to one that runs in between. */
    private final class Forgetting implements TransactionSynchronization {

        private Object held;

        @Override
        public void suspend() {
            held = TransactionSynchronizationManager.unbindResource(CamundaDecisionTables.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(CamundaDecisionTables.this, held);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CamundaDecisionTables.this);
        }
    }
}
