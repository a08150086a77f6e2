package org.duban.process;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Wires the engine into the application's own transactions (READ COMMITTED). The official starter stops at an older
 * Spring Boot, and would bring the web applications that must not be here.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Name of what comes with the application. */
    static final String DEPLOYMENT = "duban";

    /** The system's own work is tried three times, and the last time late enough for a database to be back. */
    private static final String RETRIES = "PT5S,PT10M";

    /** After the migrations: they refuse a database in which they find the engine's tables and none of their own. */
    @Bean
    @DependsOnDatabaseInitialization
    SpringProcessEngineConfiguration processEngineConfiguration(
            DataSource dataSource,
            PlatformTransactionManager transactionManager,
            Map<String, JavaDelegate> delegates,
            List<ProcessEnginePlugin> plugins)
            throws IOException, MetaDataAccessException {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("duban");
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactionManager);
        configuration.setDatabaseType(databaseType(dataSource));
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(HistoryLevel.HISTORY_LEVEL_ACTIVITY.getName());
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJdbcBatchProcessing(true);
        configuration.setFailedJobRetryTimeCycle(RETRIES);
        configuration.setJobExecutor(jobExecutor());
        configuration.setJobExecutorActivate(false);
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        configuration.setAuthorizationEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        // nothing that a user types is ever evaluated
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setEnableExpressionsInStoredQueries(false);
        configuration.setAutoStoreScriptVariables(false);
        configuration.setEnableScriptEngineLoadExternalResources(false);
        // expressions in models see the delegates and no other bean
        configuration.setBeans(new HashMap<>(delegates));
        // the small interpreter of unary tests; the large one is not on the class path
        configuration.setDmnFeelEnableLegacyBehavior(true);
        configuration.setDeploymentName(DEPLOYMENT);
        configuration.setDeployChangedOnly(true);
        configuration.setDeploymentResources(
                new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn"));
        configuration.setProcessEnginePlugins(plugins);
        return configuration;
    }

    /**
     * A node that dies leaves its jobs locked; the others take them over after two minutes. That is longer than any job
     * takes; one that took longer would be begun a second time, and one of the two rolled back.
     */
    private static JobExecutor jobExecutor() {
        JobExecutor executor = new DefaultJobExecutor();
        executor.setLockTimeInMillis(120_000);
        return executor;
    }

    /** The engine speaks MySQL's dialect to MariaDB, too, which it no longer knows by name. */
    private static String databaseType(DataSource dataSource) throws MetaDataAccessException {
        return JdbcUtils.extractDatabaseMetaData(
                dataSource, metaData -> metaData.getURL().startsWith("jdbc:h2:") ? "h2" : "mysql");
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration configuration) {
        ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(configuration);
        return factory;
    }

    @Bean("engineRuntimeService")
    RuntimeService engineRuntimeService(@Qualifier("processEngine") ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean("engineTaskService")
    TaskService engineTaskService(@Qualifier("processEngine") ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean("engineManagementService")
    ManagementService engineManagementService(@Qualifier("processEngine") ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean("engineRepositoryService")
    RepositoryService engineRepositoryService(@Qualifier("processEngine") ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean("engineDecisionService")
    DecisionService engineDecisionService(@Qualifier("processEngine") ProcessEngine engine) {
        return engine.getDecisionService();
    }
}
