package org.duban.ladder;

import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Duties that are to be signed for. While one is disputed, its clock does not run. */
@Component
class AcknowledgementDeadlines extends DeadlineQuery {

    AcknowledgementDeadlines(JdbcClient jdbc, WorkingCalendar calendar) {
        super(
                jdbc,
                calendar,
                DeadlineKind.ACKNOWLEDGEMENT,
                new Columns(
                        "y.id",
                        "y.id",
                        "y.acknowledge_by",
                        true,
                        "0",
                        "0",
                        "FROM duty y JOIN key_task t ON t.id = y.key_task_id"
                                + " WHERE t.closed_at IS NULL AND t.suspended_at IS NULL AND y.state = 'AWAITING'"));
    }
}
