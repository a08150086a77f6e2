package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CountersignatureRepository {

    private static final String SELECT =
            """
            SELECT s.id, s.completion_id, s.key_task_id, s.duty_id, s.department_id, p.short_name, s.state, s.due_on,
                   s.opinion, a.display_name, s.ended_at
              FROM countersignature s
              JOIN duty y ON y.id = s.duty_id
              JOIN department p ON p.id = s.department_id
              LEFT JOIN account a ON a.id = s.ended_by
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    CountersignatureRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    long insert(long completion, Duty duty, LocalDate dueOn, Instant now) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO countersignature
                               (id, completion_id, key_task_id, duty_id, department_id, state, due_on, asked_at)
                        VALUES (:id, :completion, :task, :duty, :department, 'OPEN', :due, :now)""")
                .param("id", id)
                .param("completion", completion)
                .param("task", duty.taskId().value())
                .param("duty", duty.id().value())
                .param("department", duty.departmentId().value())
                .param("due", dueOn)
                .param("now", Moments.toDatabase(now))
                .update();
        return id;
    }

    Optional<Countersignature> find(long id) {
        return jdbc.sql(SELECT + " WHERE s.id = :id")
                .param("id", id)
                .query(CountersignatureRepository::map)
                .optional();
    }

    /** In the order of the document. */
    List<Countersignature> of(KeyTaskId task) {
        return jdbc.sql(SELECT + " WHERE s.key_task_id = :task ORDER BY y.position_no, s.id")
                .param("task", task.value())
                .query(CountersignatureRepository::map)
                .list();
    }

    List<Countersignature> open(KeyTaskId task) {
        return jdbc.sql(SELECT + " WHERE s.key_task_id = :task AND s.state = 'OPEN' ORDER BY y.position_no, s.id")
                .param("task", task.value())
                .query(CountersignatureRepository::map)
                .list();
    }

    Optional<Countersignature> openOf(DutyId duty) {
        return jdbc.sql(SELECT + " WHERE s.duty_id = :duty AND s.state = 'OPEN'")
                .param("duty", duty.value())
                .query(CountersignatureRepository::map)
                .optional();
    }

    void succeed(long id, DepartmentId department) {
        jdbc.sql("UPDATE countersignature SET department_id = :department WHERE id = :id")
                .param("department", department.value())
                .param("id", id)
                .update();
    }

    /** @param by {@code null} where it fell away by itself */
    void end(long id, Countersignature.State state, String opinion, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE countersignature SET state = :state, opinion = :opinion, ended_by = :by, ended_at = :now
                         WHERE id = :id""")
                .param("state", state.name())
                .param("opinion", opinion)
                .param("by", by == null ? null : by.value())
                .param("now", Moments.toDatabase(now))
                .param("id", id)
                .update();
    }

    private static Countersignature map(ResultSet row, int number) throws SQLException {
        return new Countersignature(
                row.getLong("id"),
                row.getLong("completion_id"),
                new KeyTaskId(row.getLong("key_task_id")),
                new DutyId(row.getLong("duty_id")),
                new DepartmentId(row.getLong("department_id")),
                row.getString("short_name"),
                Countersignature.State.valueOf(row.getString("state")),
                Moments.readDay(row, "due_on"),
                row.getString("opinion"),
                row.getString("display_name"),
                Moments.read(row, "ended_at"));
    }
}
