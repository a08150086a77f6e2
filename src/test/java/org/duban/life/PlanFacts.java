package org.duban.life;

import java.time.LocalDate;
import java.util.List;
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

    List<Task> openTasks() {
        return tasks("t.closed_at IS NULL");
    }

    List<Task> endedTasks() {
        return tasks("t.closed_at IS NOT NULL");
    }

    private List<Task> tasks(String which) {
        return jdbc.sql("SELECT t.id, t.state, t.due_on, t.percent FROM key_task t"
                        + " JOIN division_row r ON r.id = t.division_row_id WHERE " + which + " ORDER BY r.position_no")
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
                          JOIN division_row r ON r.id = t.division_row_id
                          JOIN department d ON d.id = y.department_id
                         WHERE t.state = 'RUNNING' AND y.state = 'ACKNOWLEDGED'
                         ORDER BY r.position_no, d.code""")
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

    int count(String sql, long id) {
        return jdbc.sql(sql).param("id", id).query(Integer.class).single();
    }
}
