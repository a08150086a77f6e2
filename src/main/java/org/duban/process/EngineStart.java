package org.duban.process;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.duban.base.BusinessStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts the one instance of the daily round, and lets the timers run once everything else is ready. */
@Component
class EngineStart implements BusinessStart {

    private final ProcessEngine processEngine;
    private final Engine engine;
    private final TransactionTemplate transactions;
    private final boolean timersRun;

    EngineStart(
            ProcessEngine processEngine,
            Engine engine,
            TransactionTemplate transactions,
            @Value("${duban.timers:true}") boolean timersRun) {
        this.processEngine = processEngine;
        this.engine = engine;
        this.transactions = transactions;
        this.timersRun = timersRun;
    }

    @Override
    public void begin() {
        try {
            transactions.executeWithoutResult(status -> engine.start("daily-supervision", "duban", Map.of()));
        } catch (DuplicateKeyException startedBefore) {
            // another node, or an earlier start of this one
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(100)
    void letTimersRun() {
        begin();
        if (timersRun) {
            ((ProcessEngineConfigurationImpl) processEngine.getProcessEngineConfiguration())
                    .getJobExecutor()
                    .start();
        }
    }
}
