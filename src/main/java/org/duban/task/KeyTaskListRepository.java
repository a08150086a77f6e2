package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.account.Caller;
import org.duban.base.DueKey;
import org.duban.base.Moments;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages of key tasks, read by key: open ones before closed ones, each by {@code due_on, id}. */
@Repository
class KeyTaskListRepository {

    record Listed(KeyTask task, String directiveLabel) {}

    private static final int COUNTED_AT_MOST = 1000;

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    KeyTaskListRepository(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** Open and closed ones are read apart, so that both are read along an index. */
    List<Listed> page(KeyTaskFilter filter, Caller me, LedgerKey after, int limit) {
        List<Listed> page = new ArrayList<>();
        LedgerKey from = after;
        if (!from.closed()) {
            page.addAll(page("t.closed_at IS NULL", filter, me, from.due(), limit));
            from = LedgerKey.CLOSED;
        }
        if (page.size() < limit && !filter.openOnly() && !filter.overdueOnly()) {
            page.addAll(page("t.closed_at IS NOT NULL", filter, me, from.due(), limit - page.size()));
        }
        return page;
    }

    private List<Listed> page(String openOrClosed, KeyTaskFilter filter, Caller me, DueKey after, int limit) {
        TaskScope scope = new TaskScope(me);
        Map<String, Object> params = new HashMap<>();
        List<String> conditions = conditions(filter, me, params);
        conditions.add(openOrClosed);
        conditions.add(scope.condition());
        return scope.bind(jdbc.sql("SELECT " + KeyTaskRepository.COLUMNS
                        + """
                        , COALESCE(d.doc_number, d.title) AS label
                         FROM key_task t JOIN directive d ON d.id = t.directive_id
                        WHERE t.due_on >= :afterDue AND (t.due_on > :afterDue OR (t.due_on = :afterDue AND t.id > :afterId)) AND """
                        + " " + String.join(" AND ", conditions) + " ORDER BY t.due_on, t.id LIMIT :limit"))
                .params(params)
                .param("afterDue", after.due())
                .param("afterId", after.id())
                .param("limit", limit)
                .query((row, number) -> new Listed(KeyTaskRepository.map(row, number), row.getString("label")))
                .list();
    }

    /** What was split off the key task, ended ones too. */
    List<Listed> subTasks(KeyTaskId parent, Caller me) {
        TaskScope scope = new TaskScope(me);
        return scope.bind(jdbc.sql("SELECT " + KeyTaskRepository.COLUMNS
                        + ", COALESCE(d.doc_number, d.title) AS label"
                        + " FROM key_task t JOIN directive d ON d.id = t.directive_id"
                        + " WHERE t.parent_id = :parent AND " + scope.condition() + " ORDER BY t.id"))
                .param("parent", parent.value())
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
            conditions.add("t.due_on < :today AND t.suspended_at IS NULL");
            params.put("today", calendar.today());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            conditions.add("(t.row_no = :text OR LOWER(t.title) LIKE :pattern)");
            params.put("text", filter.text().strip());
            params.put("pattern", Words.containing(filter.text()));
        }
        return conditions;
    }

    /** The oldest due dates are counted first, so the longest delay is exact even where counting stops. */
    OverdueSummary overdueSummary(Caller me) {
        TaskScope scope = new TaskScope(me);
        LocalDate today = calendar.today();
        return scope.bind(
                        jdbc.sql(
                                """
                        SELECT COUNT(DISTINCT c.id) AS tasks, COUNT(DISTINCT y.department_id) AS departments,
                               MIN(c.due_on) AS oldest
                          FROM (SELECT t.id, t.due_on FROM key_task t
                                 WHERE t.closed_at IS NULL AND t.suspended_at IS NULL AND t.due_on < :today AND """
                                        + " " + scope.condition()
                                        + """
                                 ORDER BY t.due_on, t.id LIMIT :limit) c
                          LEFT JOIN duty y ON y.key_task_id = c.id AND y.state <> 'WITHDRAWN'
                                          AND y.duty_role <> 'COOPERATING'"""))
                .param("today", today)
                .param("limit", COUNTED_AT_MOST + 1)
                .query((row, number) -> {
                    int counted = row.getInt("tasks");
                    LocalDate oldest = Moments.readDay(row, "oldest");
                    return new OverdueSummary(
                            Math.min(counted, COUNTED_AT_MOST),
                            counted > COUNTED_AT_MOST,
                            row.getInt("departments"),
                            oldest == null ? 0 : KeyTask.daysLate(oldest, null, today));
                })
                .single();
    }

    List<DirectiveChoice> directives(Caller me, String text, int offset, int limit) {
        return choices(me, "(LOWER(d.title) LIKE :text OR LOWER(d.doc_number) LIKE :text)")
                .param("text", Words.containing(text))
                .param("limit", limit)
                .param("offset", offset)
                .query(KeyTaskListRepository::choice)
                .list();
    }

    Optional<DirectiveChoice> directive(Caller me, DirectiveId id) {
        return choices(me, "d.id = :id")
                .param("id", id.value())
                .param("limit", 1)
                .param("offset", 0)
                .query(KeyTaskListRepository::choice)
                .optional();
    }

    private JdbcClient.StatementSpec choices(Caller me, String condition) {
        TaskScope scope = new TaskScope(me);
        return scope.bind(
                jdbc.sql("SELECT d.id, COALESCE(d.doc_number, d.title) AS label, d.title FROM directive d WHERE "
                        + condition + " AND EXISTS (SELECT 1 FROM key_task t WHERE t.directive_id = d.id AND "
                        + scope.condition() + ") ORDER BY d.launched_at DESC, d.id LIMIT :limit OFFSET :offset"));
    }

    private static DirectiveChoice choice(ResultSet row, int number) throws SQLException {
        return new DirectiveChoice(new DirectiveId(row.getLong("id")), row.getString("label"), row.getString("title"));
    }
}
