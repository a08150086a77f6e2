package org.duban.directive;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.duban.account.Staffing;
import org.duban.base.Moments;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Division tables as they are read: pages of rows with what belongs to them, three statements each. */
@Repository
class DivisionRowRepository {

    private record RowAssignment(long rowId, DivisionRow.Assignment assignment) {}

    private record RowTarget(long rowId, Target target) {}

    private final JdbcClient jdbc;

    DivisionRowRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows behind a position, in the order of the document. */
    List<DivisionRow> page(DirectiveId directive, int afterPosition, int limit) {
        return withParts(jdbc.sql(
                        """
                                SELECT r.id, r.position_no, r.row_no, r.title, r.due_on,
                                       t.id AS task_id, t.light, t.due_on AS task_due_on, t.closed_at
                                  FROM division_row r LEFT JOIN key_task t ON t.division_row_id = r.id
                                 WHERE r.directive_id = :directive AND r.position_no > :after
                                 ORDER BY r.position_no LIMIT :limit""")
                .param("directive", directive.value())
                .param("after", afterPosition)
                .param("limit", limit)
                .query(DivisionRowRepository::map)
                .list());
    }

    private List<DivisionRow> withParts(List<DivisionRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        List<Long> ids = rows.stream().map(row -> row.id().value()).toList();
        Map<Long, List<DivisionRow.Assignment>> assignments = assignments(ids);
        Map<Long, List<Target>> targets = targets(ids);
        return rows.stream()
                .map(row -> new DivisionRow(
                        row.id(),
                        row.position(),
                        row.no(),
                        row.title(),
                        row.dueOn(),
                        assignments.getOrDefault(row.id().value(), List.of()),
                        targets.getOrDefault(row.id().value(), List.of()),
                        row.launched()))
                .toList();
    }

    private Map<Long, List<DivisionRow.Assignment>> assignments(Collection<Long> rows) {
        return jdbc
                .sql(
                        "SELECT a.row_id, a.department_id, d.short_name, a.duty_role, a.printed_name, CASE WHEN"
                                + Staffing.staffed("a.department_id")
                                + """
                               THEN TRUE ELSE FALSE END AS staffed
                          FROM division_assignment a JOIN department d ON d.id = a.department_id
                         WHERE a.row_id IN (:rows) ORDER BY a.row_id, a.position_no""")
                .param("rows", rows)
                .query((row, number) -> new RowAssignment(
                        row.getLong("row_id"),
                        new DivisionRow.Assignment(
                                new DepartmentId(row.getLong("department_id")),
                                row.getString("short_name"),
                                DutyRole.valueOf(row.getString("duty_role")),
                                row.getString("printed_name"),
                                row.getBoolean("staffed"))))
                .stream()
                .collect(grouped(RowAssignment::rowId, RowAssignment::assignment));
    }

    private Map<Long, List<Target>> targets(Collection<Long> rows) {
        return jdbc
                .sql("SELECT * FROM target WHERE row_id IN (:rows) ORDER BY row_id, position_no")
                .param("rows", rows)
                .query((row, number) -> new RowTarget(row.getLong("row_id"), mapTarget(row, number)))
                .stream()
                .collect(grouped(RowTarget::rowId, RowTarget::target));
    }

    private static <P, T> Collector<P, ?, Map<Long, List<T>>> grouped(Function<P, Long> row, Function<P, T> part) {
        return Collectors.groupingBy(row, Collectors.mapping(part, Collectors.toList()));
    }

    List<Target> goals(DirectiveId directive) {
        return jdbc.sql("SELECT * FROM target WHERE directive_id = :directive AND row_id IS NULL ORDER BY position_no")
                .param("directive", directive.value())
                .query(DivisionRowRepository::mapTarget)
                .list();
    }

    List<Target> targetsOfRow(DivisionRowId row) {
        return jdbc.sql("SELECT * FROM target WHERE row_id = :row ORDER BY position_no")
                .param("row", row.value())
                .query(DivisionRowRepository::mapTarget)
                .list();
    }

    private static DivisionRow map(ResultSet row, int number) throws SQLException {
        Long task = row.getObject("task_id", Long.class);
        return new DivisionRow(
                new DivisionRowId(row.getLong("id")),
                row.getInt("position_no"),
                row.getString("row_no"),
                row.getString("title"),
                Moments.readDay(row, "due_on"),
                List.of(),
                List.of(),
                task == null
                        ? null
                        : new DivisionRow.Launched(
                                task,
                                row.getString("light"),
                                Moments.readDay(row, "task_due_on"),
                                Moments.read(row, "closed_at")));
    }

    private static Target mapTarget(ResultSet row, int number) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return new Target(
                row.getLong("id"),
                row.getString("wording"),
                row.getString("what"),
                Target.Comparator.valueOf(row.getString("comparator")),
                amount == null ? null : amount.stripTrailingZeros(),
                row.getString("unit"),
                row.getObject("by_year", Integer.class));
    }
}
