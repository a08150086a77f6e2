package org.duban.watchdog;

import org.duban.watchdog.Trouble.Group;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * The component {@code work} of the server's health: whether the system's own work fails. Its status is none of those
 * that count for the whole, since a load balancer must not take a node out because one job failed.
 */
@Component("workHealthIndicator")
class WorkHealth implements HealthIndicator {

    static final Status ATTENTION = new Status("ATTENTION");

    private final Watchdog watchdog;

    WorkHealth(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    @Override
    public Health health() {
        int jobs = watchdog.countAsSystem(Group.JOB);
        int items = watchdog.countAsSystem(Group.ROUND);
        return Health.status(jobs + items == 0 ? Status.UP : ATTENTION)
                .withDetail("failedJobs", jobs)
                .withDetail("failedRoundItems", items)
                .build();
    }
}
