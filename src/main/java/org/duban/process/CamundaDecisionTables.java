package org.duban.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.DecisionTableEvaluationBuilderImpl;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionTableCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
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

    private record Answer(List<Map<String, Object>> rows, RuntimeException unreadable) {}

    private final CommandExecutor commands;
    private final RepositoryService repository;

    /** @param deployed what came with the application is there before anybody decides */
    CamundaDecisionTables(
            ProcessEngine processEngine, RepositoryService engineRepositoryService, TablesOfTheApplication deployed) {
        this.commands = ((ProcessEngineConfigurationImpl) processEngine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.repository = engineRepositoryService;
    }

    @Override
    public Decision decide(String table, Map<String, Object> inputs) {
        Definition definition = newest(table);
        List<Map<String, Object>> rows = rows(definition, inputs);
        if (rows.size() != 1) {
            throw new IllegalArgumentException(
                    table + " version " + definition.version() + " has no row for " + inputs);
        }
        Map<String, Object> outputs = rows.getFirst();
        return new Decision(
                table, definition.version(), String.valueOf(outputs.get(DecisionTable.RULE)), Map.copyOf(outputs));
    }

    /**
     * The engine's own service would doom the transaction where a table can't be evaluated, also for those who go on
     * without an answer, such as the night's round; so what goes wrong ends here.
     */
    private List<Map<String, Object>> rows(Definition definition, Map<String, Object> inputs) {
        DecisionTableEvaluationBuilderImpl question = (DecisionTableEvaluationBuilderImpl)
                DecisionTableEvaluationBuilderImpl.evaluateDecisionTableById(commands, definition.id())
                        .variables(inputs);
        Answer answer = commands.execute(context -> {
            try {
                return new Answer(
                        new EvaluateDecisionTableCmd(question).execute(context).getResultList(), null);
            } catch (ProcessEngineException | DmnEngineException | FeelException unreadable) {
                return new Answer(List.of(), unreadable);
            }
        });
        if (answer.unreadable() != null) {
            throw new IllegalArgumentException(
                    "Version " + definition.version() + " of a table can't be evaluated for " + inputs,
                    answer.unreadable());
        }
        return answer.rows();
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
