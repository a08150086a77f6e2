package org.duban.task;

import java.time.LocalDate;
import java.util.List;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 升级督办: what happens to key tasks whose due date has passed. Runs without a caller. */
@Service
@Transactional
public class Escalations {

    private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);

    private static final int FIRST_LEVEL = 1;
    private static final int AT_ONCE = 100;
    private static final String RULE = "DUE_DATE_PASSED";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final KeyTaskRepository tasks;
    private final Bookkeeping books;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;

    Escalations(
            JdbcClient jdbc,
            Ids ids,
            KeyTaskRepository tasks,
            Bookkeeping books,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.tasks = tasks;
        this.books = books;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /**
     * Tells the process of a batch of open key tasks that their due date has passed, each once per due date however many
     * days the sweep was not run. A key task on which somebody acts at this moment waits for the next sweep.
     *
     * @return whether more may be left
     */
    public boolean sweepAsSystem() {
        List<KeyTaskId> late = jdbc.sql(
                        """
                        SELECT t.id FROM key_task t
                         WHERE t.closed_at IS NULL AND t.due_on < :today AND NOT EXISTS (
                               SELECT 1 FROM escalation e
                                WHERE e.key_task_id = t.id AND e.level_no = :level AND e.due_on = t.due_on)
                         ORDER BY t.due_on, t.id LIMIT :limit FOR UPDATE SKIP LOCKED""")
                .param("today", calendar.today())
                .param("level", FIRST_LEVEL)
                .param("limit", AT_ONCE)
                .query((row, number) -> new KeyTaskId(row.getLong("id")))
                .list();
        late.forEach(this::tellThatDueDatePassed);
        return late.size() == AT_ONCE;
    }

    /** All of a batch is rolled back with the one that fails, so that the log has to name it. */
    private void tellThatDueDatePassed(KeyTaskId id) {
        try {
            workflow.dueDatePassed(id);
        } catch (RuntimeException failed) {
            LOG.error("Key task {} stops the sweep of overdue ones", Ids.format(id.value()), failed);
            throw failed;
        }
    }

    /** Raises the key task to the first level; called by the process. */
    public void escalateAsSystem(KeyTaskId id) {
        KeyTask task = tasks.lock(id).orElseThrow();
        LocalDate today = calendar.today();
        int daysLate = KeyTask.daysLate(task.dueOn(), null, today);
        jdbc.sql(
                        """
                        INSERT INTO escalation (id, key_task_id, level_no, due_on, days_late, rule_name, raised_at)
                        VALUES (:id, :task, :level, :due, :days, :rule, :now)""")
                .param("id", ids.next())
                .param("task", id.value())
                .param("level", FIRST_LEVEL)
                .param("due", task.dueOn())
                .param("days", daysLate)
                .param("rule", RULE)
                .param("now", Moments.toDatabase(calendar.now()))
                .update();
        tasks.setEscalationLevel(id, FIRST_LEVEL);
        books.enter(id, TimelineEntry.Kind.ESCALATED, null, null, null, String.valueOf(FIRST_LEVEL));
    }
}
