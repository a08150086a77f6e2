package org.duban.ladder;

import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports that are to be written, amended or signed by the head. Returned ones have a new due day, so that no review counts
 * against them; as long as it is open whose the duty is, nobody is late with them.
 */
@Component
class ReportDeadlines extends DeadlineQuery {

    ReportDeadlines(JdbcClient jdbc, WorkingCalendar calendar) {
        super(
                jdbc,
                calendar,
                DeadlineKind.REPORT,
                new Columns(
                        "g.id",
                        "g.duty_id",
                        "g.due_on",
                        false,
                        "g.times_returned",
                        "0",
                        "FROM progress_report g JOIN key_task t ON t.id = g.key_task_id JOIN duty y ON y.id = g.duty_id"
                                + " WHERE y.state <> 'DISPUTED' AND t.closed_at IS NULL AND t.suspended_at IS NULL AND g.state IN ('OPEN', 'WITH_HEAD', 'RETURNED')"));
    }
}
