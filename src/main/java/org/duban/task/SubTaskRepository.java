package org.duban.task;

import java.time.Instant;
import java.util.ArrayList;
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

    /** Those that lie above it, the uppermost first. */
    List<KeyTask> above(KeyTask task) {
        List<KeyTask> above = new ArrayList<>();
        for (KeyTaskId id = task.parentId(); id != null; id = above.getFirst().parentId()) {
            above.addFirst(jdbc.sql("SELECT " + KeyTaskRepository.COLUMNS + " FROM key_task t WHERE t.id = :id")
                    .param("id", id.value())
                    .query(KeyTaskRepository::map)
                    .single());
        }
        return above;
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

    /**
     * Whatever of it is open on any level, also where the level between has ended: level by level, each in the order in
     * which they were split off.
     */
    List<KeyTask> openBelow(KeyTaskId top) {
        Map<KeyTaskId, List<KeyTask>> tree = tree(top);
        return open(tree.getOrDefault(top, List.of()), tree);
    }

    /** The same, of one of its duties alone. */
    List<KeyTask> openBelow(DutyId split) {
        List<KeyTask> parts = jdbc.sql("SELECT " + KeyTaskRepository.COLUMNS
                        + " FROM key_task t WHERE t.parent_duty_id = :duty ORDER BY t.id")
                .param("duty", split.value())
                .query(KeyTaskRepository::map)
                .list();
        return parts.isEmpty() ? parts : open(parts, tree(parts.getFirst().id()));
    }

    /** All sub-tasks of the tree in which it lies, by what lies above them. */
    private Map<KeyTaskId, List<KeyTask>> tree(KeyTaskId id) {
        return jdbc
                .sql("SELECT " + KeyTaskRepository.COLUMNS
                        + " FROM key_task t WHERE t.root_id = (SELECT r.root_id FROM key_task r WHERE r.id = :id)"
                        + " AND t.parent_id IS NOT NULL ORDER BY t.id")
                .param("id", id.value())
                .query(KeyTaskRepository::map)
                .stream()
                .collect(Collectors.groupingBy(KeyTask::parentId));
    }

    private static List<KeyTask> open(List<KeyTask> parts, Map<KeyTaskId, List<KeyTask>> tree) {
        List<KeyTask> all = new ArrayList<>(parts);
        for (int at = 0; at < all.size(); at++) {
            all.addAll(tree.getOrDefault(all.get(at).id(), List.of()));
        }
        return all.stream().filter(KeyTask::open).toList();
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
