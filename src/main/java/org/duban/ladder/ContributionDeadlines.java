package org.duban.ladder;

import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Contributions that cooperating departments owe to the report of the lead, as long as it waits for them and it is settled whose
 * the duty is.
 */
@Component
class ContributionDeadlines extends DeadlineQuery {

    ContributionDeadlines(JdbcClient jdbc, WorkingCalendar calendar) {
        super(
                jdbc,
                calendar,
                DeadlineKind.CONTRIBUTION,
                new Columns(
                        "c.id",
                        "c.duty_id",
                        "c.due_on",
                        false,
                        "0",
                        "0",
                        "FROM contribution c JOIN key_task t ON t.id = c.key_task_id JOIN duty y ON y.id = c.duty_id"
                                + " WHERE y.state <> 'DISPUTED' AND t.closed_at IS NULL AND t.suspended_at IS NULL AND c.state = 'OPEN'"));
    }
}
