package org.duban.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.account.Handling;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Division tables as they are entered and edited. */
@Repository
class DivisionTableRepository {

    static final String INSERT_TARGET =
            """
            INSERT INTO target
                   (id, directive_id, row_id, position_no, wording, what, comparator, amount, unit, by_year)
            VALUES (:id, :directive, :row, :position, :wording, :what, :comparator, :amount, :unit, :byYear)""";

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
            jdbc.sql(INSERT_TARGET)
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

    /** Whether all of them are rows of the directive that are not launched; if not, some may have been changed nevertheless. */
    boolean setDue(DirectiveId directive, Set<DivisionRowId> rows, LocalDate dueOn, Handling by) {
        return jdbc.sql(
                                """
                                UPDATE division_row
                                   SET due_on = :due, revision = revision + 1, edited_by = :by, edited_at = :now
                                 WHERE id IN (:rows) AND directive_id = :directive AND dropped = 0 AND NOT EXISTS (
                                       SELECT 1 FROM key_task t WHERE t.division_row_id = division_row.id)""")
                        .param("due", dueOn)
                        .param("by", by.by().value())
                        .param("now", Moments.toDatabase(by.at()))
                        .param("rows", rows.stream().map(DivisionRowId::value).toList())
                        .param("directive", directive.value())
                        .update()
                == rows.size();
    }
}
