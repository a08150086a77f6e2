package org.duban.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.account.Caller;
import org.duban.base.DueKey;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages of key tasks, read by key ({@code due_on, id}). */
@Repository
class KeyTaskListRepository {

    record Listed(KeyTask task, String directiveLabel) {}

    /** @param departmentName {@code null} where it waits for the supervisors */
    record Waiting(KeyTaskId task, String departmentName, Instant since) {}

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    KeyTaskListRepository(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    List<Listed> page(KeyTaskFilter filter, Caller me, DueKey after, int limit) {
        TaskScope scope = new TaskScope(me);
        Map<String, Object> params = new HashMap<>();
        List<String> conditions = conditions(filter, me, params);
        conditions.add(scope.condition());
        return scope.bind(jdbc.sql("SELECT " + KeyTaskRepository.COLUMNS
                        + """
                        , COALESCE(d.doc_number, d.title) AS label
                         FROM key_task t JOIN directive d ON d.id = t.directive_id
                        WHERE (t.due_on > :afterDue OR (t.due_on = :afterDue AND t.id > :afterId)) AND """
                        + " " + String.join(" AND ", conditions) + " ORDER BY t.due_on, t.id LIMIT :limit"))
                .params(params)
                .param("afterDue", after.due())
                .param("afterId", after.id())
                .param("limit", limit)
                .query((row, number) -> new Listed(KeyTaskRepository.map(row, number), row.getString("label")))
                .list();
    }

    private List<String> conditions(KeyTaskFilter filter, Caller me, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        if (filter.directive() != null) {
            conditions.add("t.directive_id = :directive");
            params.put("directive", filter.directive().value());
        }
        Long department = filter.department() != null
                ? Long.valueOf(filter.department().value())
                : filter.role() != null && me.departmentId() != null
                        ? Long.valueOf(me.departmentId().value())
                        : null;
        if (department != null || filter.role() != null) {
            conditions.add("EXISTS (SELECT 1 FROM duty f WHERE f.key_task_id = t.id AND f.state <> 'WITHDRAWN'"
                    + (department != null ? " AND f.department_id = :department" : "")
                    + (filter.role() != null ? " AND f.duty_role = :role" : "") + ")");
            if (department != null) {
                params.put("department", department);
            }
            if (filter.role() != null) {
                params.put("role", filter.role().name());
            }
        }
        if (filter.light() != null) {
            conditions.add("t.light = :light");
            params.put("light", filter.light().name());
        }
        if (filter.overdueOnly()) {
            conditions.add("t.closed_at IS NULL AND t.due_on < :today");
            params.put("today", calendar.today());
        } else if (filter.openOnly()) {
            conditions.add("t.closed_at IS NULL");
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            conditions.add("(t.row_no = :text OR t.title LIKE :pattern)");
            params.put("text", filter.text().strip());
            params.put("pattern", "%" + escape(filter.text().strip()) + "%");
        }
        return conditions;
    }

    /** The percent sign and the underscore mean themselves; the backslash is the default escape of both databases. */
    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    Map<KeyTaskId, List<Waiting>> waiting(Collection<KeyTaskId> tasks) {
        if (tasks.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        SELECT i.key_task_id, p.short_name, i.opened_at
                          FROM open_item i LEFT JOIN department p ON p.id = i.department_id
                         WHERE i.key_task_id IN (:tasks) ORDER BY i.opened_at, i.id""")
                .param("tasks", tasks.stream().map(KeyTaskId::value).toList())
                .query((row, number) -> new Waiting(
                        new KeyTaskId(row.getLong("key_task_id")),
                        row.getString("short_name"),
                        Moments.read(row, "opened_at")))
                .stream()
                .collect(Collectors.groupingBy(Waiting::task));
    }
}
