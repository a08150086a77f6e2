package org.duban.ladder;

import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers to instructions that departments owe by their duties on the key task. Returned ones have a new due day, so that
 * the time in which the supervisor read them does not count.
 */
@Component
class InstructionDeadlines extends DeadlineQuery {

    InstructionDeadlines(JdbcClient jdbc, WorkingCalendar calendar) {
        super(
                jdbc,
                calendar,
                DeadlineKind.INSTRUCTION,
                new Columns(
                        "w.id",
                        "y.id",
                        "w.due_on",
                        false,
                        "w.times_returned",
                        "0",
                        """
                        FROM instruction_answer w
                        JOIN instruction n ON n.id = w.instruction_id
                        JOIN key_task t ON t.id = n.key_task_id
                        JOIN duty y ON y.key_task_id = t.id AND y.department_id = w.department_id AND y.state <> 'WITHDRAWN'
                        WHERE t.closed_at IS NULL AND t.suspended_at IS NULL AND w.state IN ('OPEN', 'RETURNED')"""));
    }
}
