package org.duban.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableCheck;
import org.duban.rule.TableReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the tables that come with the application, if they are sound: otherwise it does not start. A table that an
 * administrator has changed stays as it is, also when the application brings another one later; unless its inputs or
 * outputs are others now, so that nobody could decide by the old one.
 */
@Component
class TablesOfTheApplication {

    private static final Logger LOG = LoggerFactory.getLogger(TablesOfTheApplication.class);

    private final RepositoryService repository;

    TablesOfTheApplication(RepositoryService engineRepositoryService) throws IOException {
        this.repository = engineRepositoryService;
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.dmn")) {
            deploy(file.getFilename(), file.getContentAsByteArray());
        }
    }

    /** @throws IllegalStateException if the table is not sound, with what is wrong in which row */
    void deploy(String fileName, byte[] file) {
        DecisionTable table = sound(fileName, file);
        Optional<DecisionTable> offices = StoredTables.newest(repository, table.key())
                .filter(StoredTables.Stored::byAnAdministrator)
                .map(StoredTables.Stored::table);
        if (offices.isPresent() && offices.get().standsInFor(table)) {
            return;
        }
        offices.ifPresent(changed -> LOG.warn(
                "The changed table {} does not fit this version of the application, which takes its own instead",
                changed.key()));
        repository
                .createDeployment()
                .name(EngineConfiguration.DEPLOYMENT)
                .addInputStream("bpmn/" + fileName, new ByteArrayInputStream(file))
                .enableDuplicateFiltering(true)
                .deploy();
    }

    private static DecisionTable sound(String fileName, byte[] file) {
        try {
            DecisionTable table = TableReader.read(file);
            TableCheck.check(table);
            return table;
        } catch (Refusal refusal) {
            throw new IllegalStateException("bpmn/" + fileName + " is not sound: " + refusal.getMessage(), refusal);
        }
    }
}
