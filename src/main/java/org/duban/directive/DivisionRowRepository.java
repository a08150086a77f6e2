package org.duban.directive;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.account.Handling;
import org.duban.account.Staffing;
import org.duban.base.Moments;
import org.duban.extraction.Range;
import org.duban.extraction.Warning;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Division tables as they are read: pages of rows with what belongs to them, a handful of statements each. */
@Repository
class DivisionRowRepository {

    private static final String SELECT =
            """
            SELECT r.id, r.position_no, r.row_no, r.title, r.body, r.quote_start, r.quote_end, r.due_on,
                   r.deadline_phrase, r.reporting, r.dropped, r.revision,
                   t.id AS task_id, t.light, t.due_on AS task_due_on, t.closed_at, t.state AS task_state
              FROM division_row r LEFT JOIN key_task t ON t.division_row_id = r.id
             WHERE r.directive_id = :directive AND \
            """;

    private record Part<T>(long rowId, T part) {}

    private final JdbcClient jdbc;

    DivisionRowRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows behind a position, in the order of the document; without those that were dropped. */
    List<DivisionRow> page(DirectiveId directive, int afterPosition, int limit) {
        return withParts(
                jdbc.sql(SELECT + " r.dropped = 0 AND r.position_no > :after ORDER BY r.position_no LIMIT :limit")
                        .param("directive", directive.value())
                        .param("after", afterPosition)
                        .param("limit", limit)
                        .query(DivisionRowRepository::map)
                        .list());
    }

    /** Rows that are no key tasks, in the order of the document; without those that were dropped. */
    List<DivisionRow> notLaunched(DirectiveId directive) {
        return withParts(jdbc.sql(SELECT + " r.dropped = 0 AND t.id IS NULL ORDER BY r.position_no")
                .param("directive", directive.value())
                .query(DivisionRowRepository::map)
                .list());
    }

    List<DivisionRow> dropped(DirectiveId directive) {
        return withParts(jdbc.sql(SELECT + " r.dropped <> 0 ORDER BY r.position_no")
                .param("directive", directive.value())
                .query(DivisionRowRepository::map)
                .list());
    }

    /** Those of the rows that the directive has, launched, dropped or neither, in the order of the document. */
    List<DivisionRow> of(DirectiveId directive, Collection<DivisionRowId> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return withParts(jdbc.sql(SELECT + " r.id IN (:rows) ORDER BY r.position_no")
                .param("directive", directive.value())
                .param("rows", rows.stream().map(DivisionRowId::value).toList())
                .query(DivisionRowRepository::map)
                .list());
    }

    Optional<String> text(DivisionRowId row) {
        return jdbc.sql("SELECT body FROM division_row WHERE id = :id AND body IS NOT NULL")
                .param("id", row.value())
                .query((result, number) -> result.getString("body"))
                .optional();
    }

    Optional<Range> quote(DivisionRowId row) {
        return jdbc.sql("SELECT quote_start, quote_end FROM division_row WHERE id = :id AND quote_start IS NOT NULL")
                .param("id", row.value())
                .query((result, number) -> range(result, "quote"))
                .optional();
    }

    /** Who edited the row last; empty if nobody did, or it is gone. */
    Optional<Handling> lastEdit(DivisionRowId row) {
        return jdbc.sql("SELECT edited_by, edited_at FROM division_row WHERE id = :id AND edited_by IS NOT NULL")
                .param("id", row.value())
                .query((result, number) ->
                        new Handling(new AccountId(result.getLong("edited_by")), Moments.read(result, "edited_at")))
                .optional();
    }

    private List<DivisionRow> withParts(List<DivisionRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        List<Long> ids = rows.stream().map(row -> row.id().value()).toList();
        Map<Long, List<DivisionRow.Assignment>> assignments = assignments(ids);
        Map<Long, List<DivisionRow.Name>> names = names(ids);
        Map<Long, List<Target>> targets = targets(ids);
        Map<Long, List<DivisionRow.RowWarning>> warnings = warnings(ids);
        Map<Long, List<AccountId>> supervisors = supervisors(ids);
        return rows.stream()
                .map(row -> {
                    long id = row.id().value();
                    return new DivisionRow(
                            row.id(),
                            row.position(),
                            row.no(),
                            row.title(),
                            row.text(),
                            row.quote(),
                            row.dueOn(),
                            row.deadlinePhrase(),
                            row.reporting(),
                            new HashSet<>(supervisors.getOrDefault(id, List.of())),
                            assignments.getOrDefault(id, List.of()),
                            names.getOrDefault(id, List.of()),
                            targets.getOrDefault(id, List.of()),
                            warnings.getOrDefault(id, List.of()),
                            row.dropped(),
                            row.revision(),
                            row.launched());
                })
                .toList();
    }

    private Map<Long, List<DivisionRow.Assignment>> assignments(Collection<Long> rows) {
        return jdbc
                .sql(
                        """
                        SELECT a.row_id, a.department_id, d.short_name, a.duty_role, a.printed_name, a.range_start,
                               a.range_end, a.binding, a.position_no, CASE WHEN"""
                                + Staffing.staffed("a.department_id")
                                + """
                               THEN TRUE ELSE FALSE END AS staffed
                          FROM division_assignment a JOIN department d ON d.id = a.department_id
                         WHERE a.row_id IN (:rows) ORDER BY a.row_id, a.position_no, a.department_id""")
                .param("rows", rows)
                .query((row, number) -> {
                    String binding = row.getString("binding");
                    return new Part<>(
                            row.getLong("row_id"),
                            new DivisionRow.Assignment(
                                    new DepartmentId(row.getLong("department_id")),
                                    row.getString("short_name"),
                                    DutyRole.valueOf(row.getString("duty_role")),
                                    row.getString("printed_name"),
                                    row.getBoolean("staffed"),
                                    range(row, "range"),
                                    binding == null ? null : DivisionRow.Binding.valueOf(binding),
                                    row.getInt("position_no")));
                })
                .stream()
                .collect(grouped(Part::part));
    }

    private Map<Long, List<DivisionRow.Name>> names(Collection<Long> rows) {
        return jdbc
                .sql("SELECT * FROM unresolved_name WHERE row_id IN (:rows) ORDER BY row_id, position_no, id")
                .param("rows", rows)
                .query((row, number) -> new Part<>(
                        row.getLong("row_id"),
                        new DivisionRow.Name(
                                row.getLong("id"),
                                row.getString("printed_name"),
                                DutyRole.valueOf(row.getString("duty_role")),
                                row.getBoolean("is_group"),
                                range(row, "range"),
                                row.getInt("position_no"))))
                .stream()
                .collect(grouped(Part::part));
    }

    private Map<Long, List<Target>> targets(Collection<Long> rows) {
        return jdbc
                .sql("SELECT * FROM target WHERE row_id IN (:rows) ORDER BY row_id, position_no")
                .param("rows", rows)
                .query((row, number) -> new Part<>(row.getLong("row_id"), mapTarget(row, number)))
                .stream()
                .collect(grouped(Part::part));
    }

    private Map<Long, List<DivisionRow.RowWarning>> warnings(Collection<Long> rows) {
        return jdbc
                .sql("SELECT * FROM row_warning WHERE row_id IN (:rows) ORDER BY row_id, id")
                .param("rows", rows)
                .query((row, number) -> {
                    String decision = row.getString("decision");
                    Long decider = row.getObject("decided_by", Long.class);
                    return new Part<>(
                            row.getLong("row_id"),
                            new DivisionRow.RowWarning(
                                    row.getLong("id"),
                                    Warning.Kind.valueOf(row.getString("kind")),
                                    row.getBoolean("blocking"),
                                    row.getString("detail"),
                                    range(row, "range"),
                                    decision == null ? null : DivisionRow.Decision.valueOf(decision),
                                    decider == null ? null : new AccountId(decider),
                                    Moments.read(row, "decided_at")));
                })
                .stream()
                .collect(grouped(Part::part));
    }

    private Map<Long, List<AccountId>> supervisors(Collection<Long> rows) {
        return jdbc
                .sql("SELECT row_id, account_id FROM row_supervisor WHERE row_id IN (:rows)")
                .param("rows", rows)
                .query((row, number) -> new Part<>(row.getLong("row_id"), new AccountId(row.getLong("account_id"))))
                .stream()
                .collect(grouped(Part::part));
    }

    private static <T> Collector<Part<T>, ?, Map<Long, List<T>>> grouped(Function<Part<T>, T> part) {
        return Collectors.groupingBy(Part::rowId, Collectors.mapping(part, Collectors.toList()));
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
        String reporting = row.getString("reporting");
        return new DivisionRow(
                new DivisionRowId(row.getLong("id")),
                row.getInt("position_no"),
                row.getString("row_no"),
                row.getString("title"),
                row.getString("body"),
                range(row, "quote"),
                Moments.readDay(row, "due_on"),
                row.getString("deadline_phrase"),
                reporting == null ? null : ReportingFrequency.valueOf(reporting),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                row.getLong("dropped") != 0,
                row.getInt("revision"),
                task == null
                        ? null
                        : new DivisionRow.Launched(
                                task,
                                row.getString("light"),
                                Moments.readDay(row, "task_due_on"),
                                Moments.read(row, "closed_at"),
                                "WITHDRAWN".equals(row.getString("task_state"))));
    }

    static Range range(ResultSet row, String prefix) throws SQLException {
        Integer start = row.getObject(prefix + "_start", Integer.class);
        return start == null ? null : new Range(start, row.getInt(prefix + "_end"));
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
