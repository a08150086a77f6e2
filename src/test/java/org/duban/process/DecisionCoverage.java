package org.duban.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.duban.rule.DecisionTable;
import org.springframework.stereotype.Component;

/** Notes each rule by which any engine of this test JVM decides. */
@Component
class DecisionCoverage extends AbstractProcessEnginePlugin {

    private static final Map<String, Set<String>> DECIDED = new ConcurrentHashMap<>();

    /** What was decided on engines of this database type, as {@code table/rule}. */
    static Set<String> decided(String databaseType) {
        return DECIDED.getOrDefault(databaseType, Set.of());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Set<String> decided =
                DECIDED.computeIfAbsent(configuration.getDatabaseType(), type -> ConcurrentHashMap.newKeySet());
        DmnDecisionTableEvaluationListener noting = event -> note(event, decided);
        DefaultDmnEngineConfiguration tables = new DefaultDmnEngineConfiguration();
        tables.setCustomPostDecisionTableEvaluationListeners(List.of(noting));
        configuration.setDmnEngineConfiguration(tables);
    }

    private static void note(DmnDecisionTableEvaluationEvent event, Set<String> decided) {
        event.getMatchingRules().stream()
                .flatMap(rule -> rule.getOutputEntries().values().stream())
                .filter(output -> output.getOutputName().equals(DecisionTable.RULE))
                .map(DmnEvaluatedOutput::getValue)
                .forEach(rule -> decided.add(event.getDecisionTable().getKey() + "/" + rule.getValue()));
    }
}
