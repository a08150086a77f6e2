package org.duban.process;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.duban.base.BusinessStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts the one instance of the daily round, and lets the timers run once everything else is ready. */
@Component
class EngineStart implements BusinessStart {

    private static final Logger LOG = LoggerFactory.getLogger(EngineStart.class);

    private static final String DAILY_ROUND = "daily-supervision";
    private static final int TRIES = 3;

    private final ProcessEngine processEngine;
    private final Engine engine;
    private final TransactionTemplate transactions;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final boolean timersRun;

    EngineStart(
            ProcessEngine processEngine,
            Engine engine,
            ManagementService engineManagementService,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            @Value("${duban.timers:true}") boolean timersRun) {
        this.processEngine = processEngine;
        this.engine = engine;
        this.transactions = transactions;
        this.management = engineManagementService;
        this.jdbc = jdbc;
        this.timersRun = timersRun;
    }

    @Override
    public void begin() {
        try {
            transactions.executeWithoutResult(status -> engine.start(DAILY_ROUND, "duban", Map.of()));
        } catch (DuplicateKeyException startedBefore) {
            // another node, or an earlier start of this one
        }
    }

    /**
     * The daily round never ends by itself, so that without this it would for ever go by the model of the day on which
     * the system was first started. Of servers that start at once only one moves it; and it may strike at that moment.
     * The engine has several words for either, so whatever it says, another look tells whether there is anything left.
     */
    void followTheNewestModel() {
        for (int attempt = 1; ; attempt++) {
            try {
                moveToTheNewestModel();
                return;
            } catch (ProcessEngineException overtaken) {
                if (attempt == TRIES) {
                    throw overtaken;
                }
                LOG.info("Looking again which model the daily round follows: {}", overtaken.getMessage());
            }
        }
    }

    private void moveToTheNewestModel() {
        String newest = processEngine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(DAILY_ROUND)
                .latestVersion()
                .singleResult()
                .getId();
        RuntimeService runtime = processEngine.getRuntimeService();
        for (ProcessInstance round : runtime.createProcessInstanceQuery()
                .processDefinitionKey(DAILY_ROUND)
                .list()) {
            String model = round.getProcessDefinitionId();
            if (!model.equals(newest)) {
                MigrationPlan plan = runtime.createMigrationPlan(model, newest)
                        .mapEqualActivities()
                        .build();
                runtime.newMigration(plan).processInstanceIds(round.getId()).execute();
            }
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(100)
    void letTimersRun() {
        begin();
        followTheNewestModel();
        tryAgainWhatFailed();
        if (timersRun) {
            ProcessEngineConfigurationImpl configuration =
                    (ProcessEngineConfigurationImpl) processEngine.getProcessEngineConfiguration();
            if (configuration.getDatabaseType().equals("h2")) {
                releaseLocksOfADeadServer();
            }
            configuration.getJobExecutor().start();
        }
    }

    /**
     * Work that failed as often as it may is tried again after a restart, which is what an administrator does about it:
     * otherwise nobody and nothing would move its instance any more.
     */
    void tryAgainWhatFailed() {
        for (Job job : management.createJobQuery().noRetriesLeft().list()) {
            LOG.warn("Trying again what failed before the restart: {}", job.getExceptionMessage());
            try {
                management.setJobRetries(job.getId(), 1);
            } catch (ProcessEngineException overtaken) {
                LOG.info("Another server tries it already: {}", overtaken.getMessage());
            }
        }
    }

    /**
     * What a server that was killed had begun goes on at once instead of after the expiry of its locks. H2 lets one
     * process open the file, so whoever holds a lock now is dead. On MySQL the locks may be those of a living node:
     * there they expire, and {@link EngineConfiguration} says after how long.
     */
    private void releaseLocksOfADeadServer() {
        jdbc.sql("UPDATE ACT_RU_JOB SET LOCK_OWNER_ = NULL, LOCK_EXP_TIME_ = NULL WHERE LOCK_OWNER_ IS NOT NULL")
                .update();
    }
}
