package org.duban.life;

import java.time.LocalDate;
import java.util.List;
import org.duban.account.AccountId;
import org.duban.base.Moments;
import org.duban.directive.DutyRole;
import org.duban.organisation.DepartmentId;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people know of the plan before they act, read past the services. In the order of the document. */
@Component
class PlanFacts {

    /** @param percent of the key task */
    record Task(KeyTaskId id, String state, LocalDate due, int percent) {}

    record Signed(DutyId duty, KeyTaskId task, DepartmentId department, DutyRole role, LocalDate due, int percent) {

        boolean reports() {
            return role.reports();
        }
    }

    private final JdbcClient jdbc;

    PlanFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open ones that wait, or will wait, for the leader's confirmation. */
    int instructionsToConfirm(AccountId leader) {
        return jdbc.sql(
                        """
                        SELECT COUNT(*) FROM instruction
                         WHERE COALESCE(confirmer_id, written_by) = :leader AND state NOT IN ('DONE', 'VOID')""")
                .param("leader", leader.value())
                .query(Integer.class)
                .single();
    }

    List<Task> openTasks() {
        return tasks("t.closed_at IS NULL");
    }

    /** Those of them that come from a row. */
    List<Task> openRows() {
        return tasks("t.closed_at IS NULL AND t.parent_id IS NULL");
    }

    List<Task> endedTasks() {
        return tasks("t.closed_at IS NOT NULL");
    }

    private List<Task> tasks(String which) {
        return jdbc.sql("SELECT t.id, t.state, t.due_on, t.percent FROM key_task t"
                        + " JOIN key_task top ON top.id = t.root_id JOIN division_row r ON r.id = top.division_row_id WHERE "
                        + which + " ORDER BY r.position_no, LENGTH(t.row_no), t.row_no")
                .query((row, number) -> new Task(
                        new KeyTaskId(row.getLong("id")),
                        row.getString("state"),
                        Moments.readDay(row, "due_on"),
                        row.getInt("percent")))
                .list();
    }

    /** Signed duties of key tasks in execution. */
    List<Signed> signed() {
        return jdbc.sql(
                        """
                        SELECT y.id, t.id AS task, y.department_id, y.duty_role, t.due_on, t.percent
                          FROM duty y JOIN key_task t ON t.id = y.key_task_id
                          JOIN key_task top ON top.id = t.root_id
                          JOIN division_row r ON r.id = top.division_row_id
                          JOIN department d ON d.id = y.department_id
                         WHERE t.state = 'RUNNING' AND y.state = 'ACKNOWLEDGED'
                         ORDER BY r.position_no, LENGTH(t.row_no), t.row_no, d.code""")
                .query((row, number) -> new Signed(
                        new DutyId(row.getLong("id")),
                        new KeyTaskId(row.getLong("task")),
                        new DepartmentId(row.getLong("department_id")),
                        DutyRole.valueOf(row.getString("duty_role")),
                        Moments.readDay(row, "due_on"),
                        row.getInt("percent")))
                .list();
    }

    /** Departments that a duty can go to. */
    List<DepartmentId> offices() {
        return jdbc.sql("SELECT id FROM department WHERE abolished_year IS NULL AND kind = 'OFFICE' ORDER BY code")
                .query((row, number) -> new DepartmentId(row.getLong("id")))
                .list();
    }

    /** Departments that have duties. */
    List<DepartmentId> holders() {
        return jdbc.sql(
                        """
                        SELECT d.id FROM department d
                         WHERE EXISTS (SELECT 1 FROM duty y WHERE y.department_id = d.id AND y.state <> 'WITHDRAWN')
                         ORDER BY d.code""")
                .query((row, number) -> new DepartmentId(row.getLong("id")))
                .list();
    }

    /** Departments with a part in the key task. */
    List<DepartmentId> departments(KeyTaskId task) {
        return jdbc.sql(
                        """
                        SELECT y.department_id FROM duty y JOIN department d ON d.id = y.department_id
                         WHERE y.key_task_id = :task AND y.state <> 'WITHDRAWN' ORDER BY d.code""")
                .param("task", task.value())
                .query((row, number) -> new DepartmentId(row.getLong("department_id")))
                .list();
    }

    /** Whether it is a sub-task of a duty that the department has now. */
    boolean splitOffBy(KeyTaskId task, DepartmentId department) {
        return jdbc.sql(
                                """
                                SELECT COUNT(*) FROM key_task t JOIN duty y ON y.id = t.parent_duty_id
                                 WHERE t.id = :task AND y.department_id = :department AND y.state <> 'WITHDRAWN'""")
                        .param("task", task.value())
                        .param("department", department.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @param by a department that has no duty on it */
    record SplitOff(KeyTaskId task, DepartmentId by) {}

    List<SplitOff> splitOff() {
        return jdbc.sql(
                        """
                        SELECT t.id, y.department_id FROM key_task t
                          JOIN duty y ON y.id = t.parent_duty_id AND y.state <> 'WITHDRAWN'
                          JOIN key_task top ON top.id = t.root_id
                          JOIN division_row r ON r.id = top.division_row_id
                         WHERE NOT EXISTS (SELECT 1 FROM duty o
                                            WHERE o.key_task_id = t.id AND o.department_id = y.department_id)
                         ORDER BY r.position_no, LENGTH(t.row_no), t.row_no""")
                .query((row, number) ->
                        new SplitOff(new KeyTaskId(row.getLong("id")), new DepartmentId(row.getLong("department_id"))))
                .list();
    }

    String nameOf(DepartmentId department) {
        return jdbc.sql("SELECT short_name FROM department WHERE id = :id")
                .param("id", department.value())
                .query(String.class)
                .single();
    }

    /** How many key tasks take part when it is withdrawn: it, and all open ones below it. */
    int endingWith(KeyTaskId task) {
        return 1 + below(task, "c.closed_at IS NULL");
    }

    /** How many stand still from now on with it: not those that do already. */
    int suspendedWith(KeyTaskId task) {
        return 1 + below(task, "c.closed_at IS NULL AND c.suspended_at IS NULL");
    }

    /** How many stand still since it does, and go on with it. */
    int standingStillWith(KeyTaskId task) {
        return 1
                + below(
                        task,
                        """
                        EXISTS (SELECT 1 FROM suspension u JOIN suspension w ON w.id = u.with_id
                                 WHERE u.key_task_id = c.id AND u.ended_at IS NULL AND w.key_task_id =\s"""
                                + task.value() + ")");
    }

    /** Key tasks may lie on four levels. */
    private int below(KeyTaskId task, String which) {
        return count(
                """
                SELECT COUNT(*) FROM key_task c JOIN key_task d ON d.id = c.parent_id
                  LEFT JOIN key_task e ON e.id = d.parent_id
                 WHERE :id IN (d.id, e.id, e.parent_id) AND\s"""
                        + which,
                task.value());
    }

    int count(String sql, long id) {
        return jdbc.sql(sql).param("id", id).query(Integer.class).single();
    }
}
