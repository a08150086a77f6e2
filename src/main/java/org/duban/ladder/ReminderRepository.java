package org.duban.ladder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.directive.DirectiveId;
import org.duban.organisation.DepartmentId;
import org.duban.rule.Decision;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReminderRepository {

    /** A stage before one due day of a subject. */
    record Stage(long subject, LocalDate dueOn, int lead) {}

    private final JdbcClient jdbc;
    private final Ids ids;

    ReminderRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * Whatever else of the key task can't be read does not stand in the way of reminding. Returns its directive. Nobody
     * locks a sub-task who has not locked the root before, so the root's lock is enough.
     */
    DirectiveId lock(KeyTaskId task) {
        return jdbc.sql("SELECT t.directive_id FROM key_task t"
                        + " WHERE t.id = (SELECT r.root_id FROM key_task r WHERE r.id = :id) FOR UPDATE")
                .param("id", task.value())
                .query((row, number) -> new DirectiveId(row.getLong("directive_id")))
                .single();
    }

    /** What was sent about the subjects. */
    Set<Stage> sent(Collection<Long> subjects) {
        return subjects.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(
                                "SELECT subject_id, due_on, lead_days FROM reminder WHERE subject_id IN (:subjects)")
                        .param("subjects", subjects)
                        .query((row, number) -> new Stage(
                                row.getLong("subject_id"), Moments.readDay(row, "due_on"), row.getInt("lead_days")))
                        .list());
    }

    void insert(Deadline due, int workingDaysLeft, Decision decision, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO reminder
                               (id, kind, subject_id, key_task_id, duty_id, department_id, due_on, lead_days,
                                working_days_left, rule_name, table_version, sent_at)
                        VALUES (:id, :kind, :subject, :task, :duty,
                                (SELECT y.department_id FROM duty y WHERE y.id = :duty), :due, :lead,
                                :left, :rule, :version, :now)""")
                .param("id", ids.next())
                .param("kind", due.kind().name())
                .param("subject", due.subject())
                .param("task", due.task().value())
                .param("duty", due.duty() == null ? null : due.duty().value())
                .param("due", due.dueOn())
                .param("lead", decision.number("lead"))
                .param("left", workingDaysLeft)
                .param("rule", decision.rule())
                .param("version", decision.version())
                .param("now", Moments.toDatabase(now))
                .update();
    }

    /**
     * Newest first.
     *
     * @param reader whose own ones, by the department of the time, beside those of the key task itself; {@code null} for all
     */
    List<SentReminder> of(KeyTaskId task, DepartmentId reader) {
        return jdbc.sql(
                        """
                        SELECT m.kind, p.short_name, m.due_on, m.working_days_left, m.sent_at
                          FROM reminder m
                          LEFT JOIN department p ON p.id = m.department_id
                         WHERE m.key_task_id = :task
                           AND (:reader IS NULL OR m.duty_id IS NULL OR m.department_id = :reader)
                         ORDER BY m.id DESC""")
                .param("task", task.value())
                .param("reader", reader == null ? null : reader.value())
                .query((row, number) -> new SentReminder(
                        DeadlineKind.valueOf(row.getString("kind")),
                        row.getString("short_name"),
                        Moments.readDay(row, "due_on"),
                        row.getInt("working_days_left"),
                        Moments.read(row, "sent_at")))
                .list();
    }

    /** Key tasks on which the department reports and of whose present due day it was reminded, by due day. */
    List<DueSoon> dueSoon(DepartmentId department, LocalDate today, int limit) {
        return jdbc.sql(
                        """
                        SELECT t.id, t.row_no, t.title, t.due_on FROM key_task t
                          JOIN duty y ON y.key_task_id = t.id AND y.department_id = :department
                         WHERE t.closed_at IS NULL AND t.suspended_at IS NULL AND t.state = 'RUNNING'
                           AND t.due_on >= :today
                           AND y.duty_role <> 'COOPERATING' AND y.state IN ('AWAITING', 'ACKNOWLEDGED')
                           AND EXISTS (SELECT 1 FROM reminder m WHERE m.subject_id = t.id AND m.due_on = t.due_on)
                         ORDER BY t.due_on, t.id LIMIT :limit""")
                .param("department", department.value())
                .param("today", today)
                .param("limit", limit)
                .query((row, number) -> new DueSoon(
                        new KeyTaskId(row.getLong("id")),
                        row.getString("row_no"),
                        row.getString("title"),
                        Moments.readDay(row, "due_on"),
                        0))
                .list();
    }
}
