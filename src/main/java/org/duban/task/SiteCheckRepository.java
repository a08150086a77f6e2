package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SiteCheckRepository {

    private static final String SELECT =
            """
            SELECT s.id, s.completion_id, s.key_task_id, s.state, s.planned_on, s.place, s.inspectors, s.reason,
                   s.sample_id, o.display_name AS ordered_by_name, s.ordered_at, s.finding,
                   e.display_name AS ended_by_name, s.ended_at
              FROM site_check s
              JOIN account o ON o.id = s.ordered_by
              LEFT JOIN account e ON e.id = s.ended_by
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    SiteCheckRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** @param sample the draw that chose it, or {@code null} */
    long insert(Completion completion, SiteVisit visit, String reason, Long sample, AccountId orderedBy, Instant now) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO site_check
                               (id, completion_id, key_task_id, sample_id, state, planned_on, place, inspectors, reason,
                                ordered_by, ordered_at)
                        VALUES (:id, :completion, :task, :sample, 'ORDERED', :planned, :place, :inspectors, :reason,
                                :by, :now)""")
                .param("id", id)
                .param("completion", completion.id())
                .param("task", completion.taskId().value())
                .param("sample", sample)
                .param("planned", visit.plannedOn())
                .param("place", visit.place())
                .param("inspectors", visit.inspectors())
                .param("reason", reason)
                .param("by", orderedBy.value())
                .param("now", Moments.toDatabase(now))
                .update();
        return id;
    }

    Optional<SiteCheck> find(long id) {
        return jdbc.sql(SELECT + " WHERE s.id = :id")
                .param("id", id)
                .query(SiteCheckRepository::map)
                .optional();
    }

    /** Oldest first. */
    List<SiteCheck> of(KeyTaskId task) {
        return jdbc.sql(SELECT + " WHERE s.key_task_id = :task ORDER BY s.id")
                .param("task", task.value())
                .query(SiteCheckRepository::map)
                .list();
    }

    void record(long id, SiteCheck.State state, String finding, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE site_check SET state = :state, finding = :finding, ended_by = :by, ended_at = :now
                         WHERE id = :id""")
                .param("state", state.name())
                .param("finding", finding)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("id", id)
                .update();
    }

    void voidOrdered(KeyTaskId task, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE site_check SET state = 'VOID', ended_by = :by, ended_at = :now
                         WHERE key_task_id = :task AND state = 'ORDERED'""")
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("task", task.value())
                .update();
    }

    private static SiteCheck map(ResultSet row, int number) throws SQLException {
        return new SiteCheck(
                row.getLong("id"),
                row.getLong("completion_id"),
                new KeyTaskId(row.getLong("key_task_id")),
                SiteCheck.State.valueOf(row.getString("state")),
                Moments.readDay(row, "planned_on"),
                row.getString("place"),
                row.getString("inspectors"),
                row.getString("reason"),
                row.getObject("sample_id", Long.class) != null,
                row.getString("ordered_by_name"),
                Moments.read(row, "ordered_at"),
                row.getString("finding"),
                row.getString("ended_by_name"),
                Moments.read(row, "ended_at"));
    }
}
