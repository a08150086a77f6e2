package org.duban.directive;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.account.Caller;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Directives with their counts. A page takes three statements, however many directives it has. */
@Repository
class DirectiveListRepository {

    private record RowCounts(int rows, int launchable) {
        static final RowCounts NONE = new RowCounts(0, 0);
    }

    private record TaskCounts(int all, int closed, int withdrawn, int overdue) {
        static final TaskCounts NONE = new TaskCounts(0, 0, 0, 0);
    }

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    DirectiveListRepository(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** In descending order of identifier, that is, of entry. */
    List<DirectiveSummary> page(String text, Caller me, DirectiveId after, int limit) {
        DirectiveScope scope = new DirectiveScope(me);
        boolean filtered = !text.isBlank();
        JdbcClient.StatementSpec statement = jdbc.sql("SELECT " + DirectiveRepository.COLUMNS
                        + " FROM directive d WHERE d.id < :after AND " + scope.condition()
                        + (filtered
                                ? " AND (LOWER(d.title) LIKE :text OR LOWER(d.doc_number) LIKE :text"
                                        + " OR LOWER(d.issuer) LIKE :text)"
                                : "")
                        + " ORDER BY d.id DESC LIMIT :limit")
                .param("after", after.value())
                .param("limit", limit);
        if (filtered) {
            statement = statement.param("text", Words.containing(text));
        }
        return withCounts(scope.bind(statement).query(DirectiveRepository::map).list());
    }

    List<DirectiveSummary> withCounts(List<Directive> directives) {
        if (directives.isEmpty()) {
            return List.of();
        }
        List<Long> ids = directives.stream().map(each -> each.id().value()).toList();
        Map<Long, RowCounts> rows = rowCounts(ids);
        Map<Long, TaskCounts> tasks = taskCounts(ids);
        return directives.stream()
                .map(directive -> {
                    RowCounts row = rows.getOrDefault(directive.id().value(), RowCounts.NONE);
                    TaskCounts task = tasks.getOrDefault(directive.id().value(), TaskCounts.NONE);
                    return new DirectiveSummary(
                            directive,
                            row.rows(),
                            row.launchable(),
                            task.all(),
                            task.closed(),
                            task.withdrawn(),
                            task.overdue());
                })
                .toList();
    }

    private Map<Long, RowCounts> rowCounts(List<Long> ids) {
        return jdbc
                .sql(
                        """
                        SELECT r.directive_id, COUNT(*) AS row_count,
                               COUNT(CASE WHEN t.id IS NOT NULL OR"""
                                + LaunchRule.launchable("r")
                                + """
                                          THEN 1 END) AS launchable_count
                          FROM division_row r
                          LEFT JOIN key_task t ON t.division_row_id = r.id
                         WHERE r.directive_id IN (:ids) AND r.dropped = 0 GROUP BY r.directive_id""")
                .param("ids", ids)
                .query((row, number) -> Map.entry(
                        row.getLong("directive_id"),
                        new RowCounts(row.getInt("row_count"), row.getInt("launchable_count"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Sub-tasks are no rows of the table, but burn like those. */
    private Map<Long, TaskCounts> taskCounts(List<Long> ids) {
        return jdbc
                .sql(
                        """
                        SELECT t.directive_id, COUNT(CASE WHEN t.parent_id IS NULL THEN 1 END) AS task_count,
                               COUNT(CASE WHEN t.parent_id IS NULL AND t.state = 'CLOSED' THEN 1 END) AS closed_count,
                               COUNT(CASE WHEN t.parent_id IS NULL AND t.state = 'WITHDRAWN' THEN 1 END)
                                   AS withdrawn_count,
                               COUNT(CASE WHEN t.closed_at IS NULL AND t.suspended_at IS NULL AND t.due_on < :today THEN 1 END) AS overdue_count
                          FROM key_task t WHERE t.directive_id IN (:ids) GROUP BY t.directive_id""")
                .param("ids", ids)
                .param("today", calendar.today())
                .query((row, number) -> Map.entry(
                        row.getLong("directive_id"),
                        new TaskCounts(
                                row.getInt("task_count"),
                                row.getInt("closed_count"),
                                row.getInt("withdrawn_count"),
                                row.getInt("overdue_count"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
