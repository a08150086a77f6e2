package org.duban.task;

import java.time.LocalDate;
import java.util.List;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 升级督办: what happens to key tasks whose due date has passed. Runs without a caller. */
@Service
@Transactional
public class Escalations {

    private static final int FIRST_LEVEL = 1;
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
     * Open key tasks whose due date has passed and that were not escalated for it, however many days the round was not
     * run; the next ones in ascending order, behind {@code after}.
     */
    @Transactional(readOnly = true)
    public List<KeyTaskId> overdueAsSystem(KeyTaskId after, int limit) {
        return overdue("t.id > :id ORDER BY t.id LIMIT :limit", after, limit);
    }

    /** Tells the process that the due date has passed, once per due date, unless somebody acted on it meanwhile. */
    public void dueDatePassedAsSystem(KeyTaskId id) {
        tasks.lock(id).orElseThrow();
        overdue("t.id = :id LIMIT :limit", id, 1).forEach(workflow::dueDatePassed);
    }

    private List<KeyTaskId> overdue(String which, KeyTaskId id, int limit) {
        return jdbc.sql(
                        """
                        SELECT t.id FROM key_task t
                         WHERE t.closed_at IS NULL AND t.due_on < :today AND NOT EXISTS (
                               SELECT 1 FROM escalation e
                                WHERE e.key_task_id = t.id AND e.level_no = :level AND e.due_on = t.due_on)
                           AND """
                                + " " + which)
                .param("today", calendar.today())
                .param("level", FIRST_LEVEL)
                .param("id", id.value())
                .param("limit", limit)
                .query((row, number) -> new KeyTaskId(row.getLong("id")))
                .list();
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
