package org.duban.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What makes a key task a part of another one. */
@Repository
class SubTaskRepository {

    private record Above(long root, String reporting, String priority) {}

    private final JdbcClient jdbc;

    SubTaskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Hangs a key task that was entered just now below the one that is split. It is reported on as often, as urgent, and
     * named supervisors answer for it alike.
     */
    void insert(KeyTask child, DutyId split, String body, AccountId by, Instant now) {
        long parent = child.parentId().value();
        Above above = jdbc.sql("SELECT root_id, reporting, priority FROM key_task WHERE id = :parent")
                .param("parent", parent)
                .query((row, number) ->
                        new Above(row.getLong("root_id"), row.getString("reporting"), row.getString("priority")))
                .single();
        jdbc.sql(
                        """
                        UPDATE key_task
                           SET root_id = :root, parent_id = :parent, parent_duty_id = :duty, reporting = :reporting,
                               priority = :priority
                         WHERE id = :id""")
                .param("root", above.root())
                .param("parent", parent)
                .param("duty", split.value())
                .param("reporting", above.reporting())
                .param("priority", above.priority())
                .param("id", child.id().value())
                .update();
        jdbc.sql("INSERT INTO sub_task (key_task_id, body, split_by, split_at) VALUES (:id, :body, :by, :now)")
                .param("id", child.id().value())
                .param("body", body)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .update();
        jdbc.sql(
                        """
                        INSERT INTO key_task_supervisor (key_task_id, account_id)
                        SELECT :id, n.account_id FROM key_task_supervisor n WHERE n.key_task_id = :parent""")
                .param("id", child.id().value())
                .param("parent", parent)
                .update();
    }

    Optional<String> text(KeyTaskId id) {
        return jdbc.sql("SELECT body FROM sub_task WHERE key_task_id = :id AND body IS NOT NULL")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /** Withdrawn ones too. */
    int count(KeyTaskId parent) {
        return jdbc.sql("SELECT COUNT(*) FROM key_task WHERE parent_id = :parent")
                .param("parent", parent.value())
                .query(Integer.class)
                .single();
    }

    /** How many key tasks lie above it. */
    int depth(KeyTask task) {
        int depth = 0;
        KeyTaskId above = task.parentId();
        while (above != null) {
            depth++;
            above = parent(above).orElse(null);
        }
        return depth;
    }

    private Optional<KeyTaskId> parent(KeyTaskId id) {
        return jdbc.sql("SELECT parent_id FROM key_task WHERE id = :id AND parent_id IS NOT NULL")
                .param("id", id.value())
                .query((row, number) -> new KeyTaskId(row.getLong(1)))
                .optional();
    }

    /** The key task above it, while that is open. */
    Optional<KeyTaskId> openParent(KeyTaskId id) {
        return jdbc.sql(
                        """
                        SELECT p.id FROM key_task t JOIN key_task p ON p.id = t.parent_id
                         WHERE t.id = :id AND p.closed_at IS NULL""")
                .param("id", id.value())
                .query((row, number) -> new KeyTaskId(row.getLong(1)))
                .optional();
    }

    /** In the order in which they were split off. */
    List<KeyTask> open(KeyTaskId parent) {
        return jdbc.sql("SELECT " + KeyTaskRepository.COLUMNS
                        + " FROM key_task t WHERE t.parent_id = :parent AND t.closed_at IS NULL ORDER BY t.id")
                .param("parent", parent.value())
                .query(KeyTaskRepository::map)
                .list();
    }

    /** The same, of one of its duties alone. */
    List<KeyTask> open(DutyId split) {
        return jdbc.sql("SELECT " + KeyTaskRepository.COLUMNS
                        + " FROM key_task t WHERE t.parent_duty_id = :duty AND t.closed_at IS NULL ORDER BY t.id")
                .param("duty", split.value())
                .query(KeyTaskRepository::map)
                .list();
    }

    /** For each duty of the key task that was split the mean of its sub-tasks that are not withdrawn. */
    Map<DutyId, Double> meanPercents(KeyTaskId parent) {
        record Share(DutyId duty, int percent) {}
        return jdbc
                .sql("SELECT parent_duty_id, percent FROM key_task WHERE parent_id = :parent AND state <> 'WITHDRAWN'")
                .param("parent", parent.value())
                .query((row, number) -> new Share(new DutyId(row.getLong("parent_duty_id")), row.getInt("percent")))
                .stream()
                .collect(Collectors.groupingBy(Share::duty, Collectors.averagingInt(Share::percent)));
    }

    /** What was split off the one duty hangs on the other from now on. */
    void move(DutyId from, DutyId to) {
        jdbc.sql("UPDATE key_task SET parent_duty_id = :to WHERE parent_duty_id = :from")
                .param("to", to.value())
                .param("from", from.value())
                .update();
    }
}
