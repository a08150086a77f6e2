package org.duban.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableCheck;
import org.duban.rule.TableReader;
import org.duban.rule.TableVersion;
import org.duban.rule.TableVersions;
import org.duban.rule.TableWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables as the engine keeps them. An administrator's come in deployments named after the table, by their source. */
@Component
class StoredTables implements TableVersions {

    private static final String OF_AN_ADMINISTRATOR = "rules/";

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    /** @param deployed what came with the application is there before anybody asks */
    StoredTables(RepositoryService engineRepositoryService, JdbcClient jdbc, TablesOfTheApplication deployed) {
        this.repository = engineRepositoryService;
        this.jdbc = jdbc;
    }

    record Stored(TableVersion version, boolean byAnAdministrator) {

        DecisionTable table() {
            return version.table();
        }
    }

    static Optional<Stored> newest(RepositoryService repository, String key) {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).latestVersion().list().stream()
                .findFirst()
                .map(definition -> stored(repository, definition));
    }

    @Override
    public List<TableVersion> newest() {
        return repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                .map(definition -> stored(repository, definition).version())
                .sorted(Comparator.comparing(version -> version.table().key()))
                .toList();
    }

    @Override
    public List<TableVersion> of(String table) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .orderByDecisionDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(definition -> stored(repository, definition).version())
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void deploy(DecisionTable table, int follows, String by) {
        lockDeployments();
        TableVersion newest =
                newest(repository, table.key()).orElseThrow(Refusal::notFound).version();
        if (newest.version() != follows) {
            throw new Refusal(
                    "refusal.table.changedMeanwhile",
                    newest.version(),
                    newest.deployedAt(),
                    Optional.ofNullable(newest.deployedBy()).orElse(""));
        }
        DecisionTable canonical = TableCheck.canonical(table);
        byte[] file = TableWriter.write(canonical);
        TableTrial.run(canonical, file);
        repository
                .createDeployment()
                .name(OF_AN_ADMINISTRATOR + table.key())
                .source(by)
                .addInputStream(OF_AN_ADMINISTRATOR + table.key() + ".dmn", new ByteArrayInputStream(file))
                .deploy();
    }

    /** The engine's own lock, taken before the look at what is there and not after it. */
    private void lockDeployments() {
        jdbc.sql("SELECT VALUE_ FROM ACT_GE_PROPERTY WHERE NAME_ = 'deployment.lock' FOR UPDATE")
                .query(String.class)
                .list();
    }

    private static Stored stored(RepositoryService repository, DecisionDefinition definition) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        boolean administrators = deployment.getName().startsWith(OF_AN_ADMINISTRATOR);
        try (InputStream file =
                repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return new Stored(
                    new TableVersion(
                            TableReader.read(file.readAllBytes()),
                            definition.getVersion(),
                            deployment.getDeploymentTime().toInstant(),
                            administrators ? deployment.getSource() : null),
                    administrators);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
