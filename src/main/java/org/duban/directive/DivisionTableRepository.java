package org.duban.directive;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.base.Refusal;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DivisionTableRepository {

    private record RowAssignment(long rowId, DivisionRow.Assignment assignment) {}

    private record RowTarget(long rowId, Target target) {}

    private final JdbcClient jdbc;
    private final Ids ids;

    DivisionTableRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void insert(DirectiveId directive, NewDirective table) {
        insertTargets(directive, null, table.goals());
        int position = 0;
        for (NewDirective.NewRow row : table.rows()) {
            long rowId = ids.next();
            jdbc.sql(
                            """
                            INSERT INTO division_row (id, directive_id, position_no, row_no, title, due_on)
                            VALUES (:id, :directive, :position, :no, :title, :due)""")
                    .param("id", rowId)
                    .param("directive", directive.value())
                    .param("position", position++)
                    .param("no", row.no())
                    .param("title", row.title())
                    .param("due", row.dueOn())
                    .update();
            insertAssignments(rowId, row.assignments());
            insertTargets(directive, rowId, row.targets());
        }
    }

    private void insertAssignments(long rowId, List<NewDirective.NewAssignment> assignments) {
        int position = 0;
        for (NewDirective.NewAssignment assignment : assignments) {
            jdbc.sql(
                            """
                            INSERT INTO division_assignment (row_id, department_id, duty_role, position_no, printed_name)
                            VALUES (:row, :department, :role, :position, :printed)""")
                    .param("row", rowId)
                    .param("department", assignment.department().value())
                    .param("role", assignment.role().name())
                    .param("position", position++)
                    .param("printed", assignment.printedName())
                    .update();
        }
    }

    private void insertTargets(DirectiveId directive, Long rowId, List<NewDirective.NewTarget> targets) {
        int position = 0;
        for (NewDirective.NewTarget target : targets) {
            jdbc.sql(
                            """
                            INSERT INTO target
                                   (id, directive_id, row_id, position_no, wording, what, comparator, amount, unit, by_year)
                            VALUES (:id, :directive, :row, :position, :wording, :what, :comparator, :amount, :unit,
                                    :byYear)""")
                    .param("id", ids.next())
                    .param("directive", directive.value())
                    .param("row", rowId)
                    .param("position", position++)
                    .param("wording", target.wording())
                    .param("what", target.what())
                    .param("comparator", target.comparator().name())
                    .param("amount", target.amount())
                    .param("unit", target.unit())
                    .param("byYear", target.byYear())
                    .update();
        }
    }

    List<DivisionRow> rows(DirectiveId directive) {
        Map<Long, List<DivisionRow.Assignment>> assignments = assignments(directive);
        Map<Long, List<Target>> targets = targets(directive);
        return jdbc.sql(
                        """
                        SELECT r.id, r.row_no, r.title, r.due_on, t.id AS task_id
                          FROM division_row r LEFT JOIN key_task t ON t.division_row_id = r.id
                         WHERE r.directive_id = :directive ORDER BY r.position_no""")
                .param("directive", directive.value())
                .query((row, number) -> new DivisionRow(
                        new DivisionRowId(row.getLong("id")),
                        row.getString("row_no"),
                        row.getString("title"),
                        Moments.readDay(row, "due_on"),
                        assignments.getOrDefault(row.getLong("id"), List.of()),
                        targets.getOrDefault(row.getLong("id"), List.of()),
                        row.getObject("task_id", Long.class)))
                .list();
    }

    private Map<Long, List<DivisionRow.Assignment>> assignments(DirectiveId directive) {
        return jdbc
                .sql(
                        """
                        SELECT a.row_id, a.department_id, d.short_name, a.duty_role, a.printed_name
                          FROM division_assignment a
                          JOIN division_row r ON r.id = a.row_id
                          JOIN department d ON d.id = a.department_id
                         WHERE r.directive_id = :directive ORDER BY a.row_id, a.position_no""")
                .param("directive", directive.value())
                .query((row, number) -> new RowAssignment(
                        row.getLong("row_id"),
                        new DivisionRow.Assignment(
                                new DepartmentId(row.getLong("department_id")),
                                row.getString("short_name"),
                                DutyRole.valueOf(row.getString("duty_role")),
                                row.getString("printed_name"))))
                .stream()
                .collect(Collectors.groupingBy(
                        RowAssignment::rowId, Collectors.mapping(RowAssignment::assignment, Collectors.toList())));
    }

    private Map<Long, List<Target>> targets(DirectiveId directive) {
        return jdbc
                .sql("SELECT * FROM target WHERE directive_id = :directive AND row_id IS NOT NULL"
                        + " ORDER BY row_id, position_no")
                .param("directive", directive.value())
                .query((row, number) -> new RowTarget(row.getLong("row_id"), mapTarget(row, number)))
                .stream()
                .collect(Collectors.groupingBy(
                        RowTarget::rowId, Collectors.mapping(RowTarget::target, Collectors.toList())));
    }

    List<Target> goals(DirectiveId directive) {
        return jdbc.sql("SELECT * FROM target WHERE directive_id = :directive AND row_id IS NULL ORDER BY position_no")
                .param("directive", directive.value())
                .query(DivisionTableRepository::mapTarget)
                .list();
    }

    List<Target> targetsOfRow(DivisionRowId row) {
        return jdbc.sql("SELECT * FROM target WHERE row_id = :row ORDER BY position_no")
                .param("row", row.value())
                .query(DivisionTableRepository::mapTarget)
                .list();
    }

    void setDue(DirectiveId directive, DivisionRowId row, LocalDate dueOn) {
        int changed = jdbc.sql("UPDATE division_row SET due_on = :due WHERE id = :row AND directive_id = :directive")
                .param("due", dueOn)
                .param("row", row.value())
                .param("directive", directive.value())
                .update();
        if (changed == 0) {
            throw Refusal.notFound();
        }
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
