package org.duban.process;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.duban.base.Timers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/** Fires what is due by the application's clock, in the order of the due dates, on the calling thread. */
@Component
class EngineTimers implements Timers {

    private final ManagementService management;

    EngineTimers(ManagementService engineManagementService) {
        this.management = engineManagementService;
    }

    @Override
    public int fireDue() {
        Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(), "Timers fire in no transaction");
        int fired = 0;
        List<Job> due;
        do {
            due = management
                    .createJobQuery()
                    .executable()
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1);
            for (Job job : due) {
                management.executeJob(job.getId());
                fired++;
            }
        } while (!due.isEmpty());
        return fired;
    }
}
