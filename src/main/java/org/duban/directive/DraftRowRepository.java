package org.duban.directive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.account.Handling;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.extraction.Range;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows that are not launched, as they are written. The caller holds the directive. */
@Repository
class DraftRowRepository {

    static final int LONGEST_NO = 40;

    private static final List<String> PARTS =
            List.of("division_assignment", "unresolved_name", "target", "row_warning", "row_supervisor");

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Ids ids;

    DraftRowRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Ids ids) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.ids = ids;
    }

    /** Writes rows under new identifiers; their revision is 0. */
    void insert(DirectiveId directive, List<RowDraft> rows, Handling by) {
        for (RowDraft row : rows) {
            row.id = new DivisionRowId(ids.next());
        }
        insertAgain(directive, rows, by);
    }

    /** Writes rows under identifiers and revisions that they have. */
    void insertAgain(DirectiveId directive, List<RowDraft> rows, Handling by) {
        batch(
                """
                INSERT INTO division_row
                       (id, directive_id, position_no, row_no, title, body, quote_start, quote_end, due_on,
                        deadline_phrase, reporting, dropped, revision, edited_by, edited_at)
                VALUES (:id, :directive, :position, :no, :title, :text, :start, :end, :due, :phrase, :reporting,
                        :dropped, :revision, :by, :now)""",
                rows.stream().map(row -> parameters(directive, row, by)).toList());
        insertParts(directive, rows);
    }

    /** Writes rows that are there, each with its next revision. */
    void update(DirectiveId directive, List<RowDraft> rows, Handling by) {
        rows.forEach(row -> row.revision++);
        batch(
                """
                UPDATE division_row
                   SET position_no = :position, row_no = :no, title = :title, body = :text, quote_start = :start,
                       quote_end = :end, due_on = :due, deadline_phrase = :phrase, reporting = :reporting,
                       dropped = :dropped, revision = :revision, edited_by = :by, edited_at = :now
                 WHERE id = :id AND directive_id = :directive""",
                rows.stream().map(row -> parameters(directive, row, by)).toList());
        deleteParts(rows.stream().map(row -> row.id).toList());
        insertParts(directive, rows);
    }

    void delete(Collection<DivisionRowId> rows) {
        if (rows.isEmpty()) {
            return;
        }
        deleteParts(rows);
        jdbc.sql("DELETE FROM division_row WHERE id IN (:rows)")
                .param("rows", values(rows))
                .update();
    }

    /** All rows and goals of a directive, dropped ones too. */
    void deleteAllOf(DirectiveId directive) {
        delete(jdbc.sql("SELECT id FROM division_row WHERE directive_id = :directive")
                .param("directive", directive.value())
                .query((row, number) -> new DivisionRowId(row.getLong("id")))
                .list());
        jdbc.sql("DELETE FROM target WHERE directive_id = :directive")
                .param("directive", directive.value())
                .update();
    }

    /** Moves the rows behind the position, so that {@code count} places are free there. */
    void makeRoom(DirectiveId directive, int position, int count) {
        jdbc.sql(
                        """
                        UPDATE division_row SET position_no = position_no + :count
                         WHERE directive_id = :directive AND position_no > :position""")
                .param("count", count)
                .param("directive", directive.value())
                .param("position", position)
                .update();
    }

    /** Numbers that no other row of the table has: the wanted ones, with a figure behind them where they are taken. */
    void freeNumbers(DirectiveId directive, List<RowDraft> rows) {
        Set<Long> own = new HashSet<>();
        rows.stream().filter(row -> row.id != null).forEach(row -> own.add(row.id.value()));
        Set<String> taken = new HashSet<>();
        numbers(directive).forEach((id, no) -> {
            if (!own.contains(id)) {
                taken.add(no);
            }
        });
        for (RowDraft row : rows) {
            String wanted = row.no.length() > LONGEST_NO ? row.no.substring(0, LONGEST_NO) : row.no;
            String free = wanted;
            for (int next = 2; !taken.add(free); next++) {
                String tail = "-" + next;
                free = wanted.substring(0, Math.min(wanted.length(), LONGEST_NO - tail.length())) + tail;
            }
            row.no = free;
        }
    }

    boolean numberTaken(DirectiveId directive, String no, DivisionRowId except) {
        return numbers(directive).entrySet().stream()
                .anyMatch(row -> row.getValue().equals(no) && (except == null || row.getKey() != except.value()));
    }

    private Map<Long, String> numbers(DirectiveId directive) {
        Map<Long, String> numbers = new HashMap<>();
        jdbc.sql("SELECT id, row_no FROM division_row WHERE directive_id = :directive AND dropped = 0")
                .param("directive", directive.value())
                .query(row -> {
                    numbers.put(row.getLong("id"), row.getString("row_no"));
                });
        return numbers;
    }

    private static MapSqlParameterSource parameters(DirectiveId directive, RowDraft row, Handling by) {
        return new MapSqlParameterSource()
                .addValue("id", row.id.value())
                .addValue("directive", directive.value())
                .addValue("position", row.position)
                .addValue("no", row.no)
                .addValue("title", row.title)
                .addValue("text", row.text)
                .addValue("start", start(row.quote))
                .addValue("end", end(row.quote))
                .addValue("due", row.dueOn)
                .addValue("phrase", row.deadlinePhrase)
                .addValue("reporting", row.reporting == null ? null : row.reporting.name())
                .addValue("dropped", row.dropped ? row.id.value() : 0)
                .addValue("revision", row.revision)
                .addValue("by", by.by().value())
                .addValue("now", Moments.toDatabase(by.at()));
    }

    private void deleteParts(Collection<DivisionRowId> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PARTS.forEach(part -> jdbc.sql("DELETE FROM " + part + " WHERE row_id IN (:rows)")
                .param("rows", values(rows))
                .update());
    }

    private void insertParts(DirectiveId directive, List<RowDraft> rows) {
        List<MapSqlParameterSource> assignments = new ArrayList<>();
        List<MapSqlParameterSource> names = new ArrayList<>();
        List<MapSqlParameterSource> targets = new ArrayList<>();
        List<MapSqlParameterSource> warnings = new ArrayList<>();
        List<MapSqlParameterSource> supervisors = new ArrayList<>();
        for (RowDraft row : rows) {
            row.assignments.forEach(each -> assignments.add(assignment(row, each)));
            row.names.forEach(each -> names.add(name(row, each)));
            int position = 0;
            for (NewDirective.NewTarget target : row.targets) {
                targets.add(target(directive, row, position++, target));
            }
            row.warnings.forEach(each -> warnings.add(warning(row, each)));
            row.supervisors.forEach(each -> supervisors.add(
                    new MapSqlParameterSource("row", row.id.value()).addValue("account", each.value())));
        }
        batch(
                """
                INSERT INTO division_assignment
                       (row_id, department_id, duty_role, position_no, printed_name, range_start, range_end, binding)
                VALUES (:row, :department, :role, :position, :printed, :start, :end, :binding)""",
                assignments);
        batch(
                """
                INSERT INTO unresolved_name
                       (id, row_id, printed_name, duty_role, is_group, position_no, range_start, range_end)
                VALUES (:id, :row, :name, :role, :group, :position, :start, :end)""",
                names);
        batch(DivisionTableRepository.INSERT_TARGET, targets);
        batch(
                """
                INSERT INTO row_warning
                       (id, row_id, kind, blocking, detail, range_start, range_end, decision, decided_by, decided_at)
                VALUES (:id, :row, :kind, :blocking, :detail, :start, :end, :decision, :by, :at)""",
                warnings);
        batch("INSERT INTO row_supervisor (row_id, account_id) VALUES (:row, :account)", supervisors);
    }

    private static MapSqlParameterSource assignment(RowDraft row, DivisionRow.Assignment each) {
        return new MapSqlParameterSource("row", row.id.value())
                .addValue("department", each.department().value())
                .addValue("role", each.role().name())
                .addValue("position", each.position())
                .addValue("printed", each.printedName())
                .addValue("start", start(each.range()))
                .addValue("end", end(each.range()))
                .addValue(
                        "binding",
                        each.binding() == null ? null : each.binding().name());
    }

    private MapSqlParameterSource name(RowDraft row, DivisionRow.Name each) {
        return new MapSqlParameterSource("row", row.id.value())
                .addValue("id", each.id() == 0 ? ids.next() : each.id())
                .addValue("name", each.name())
                .addValue("role", each.role().name())
                .addValue("group", each.group())
                .addValue("position", each.position())
                .addValue("start", start(each.range()))
                .addValue("end", end(each.range()));
    }

    private MapSqlParameterSource target(
            DirectiveId directive, RowDraft row, int position, NewDirective.NewTarget target) {
        return new MapSqlParameterSource("row", row.id.value())
                .addValue("id", ids.next())
                .addValue("directive", directive.value())
                .addValue("position", position)
                .addValue("wording", target.wording())
                .addValue("what", target.what())
                .addValue("comparator", target.comparator().name())
                .addValue("amount", target.amount())
                .addValue("unit", target.unit())
                .addValue("byYear", target.byYear());
    }

    private MapSqlParameterSource warning(RowDraft row, DivisionRow.RowWarning each) {
        return new MapSqlParameterSource("row", row.id.value())
                .addValue("id", each.id() == 0 ? ids.next() : each.id())
                .addValue("kind", each.kind().name())
                .addValue("blocking", each.blocking())
                .addValue("detail", each.detail())
                .addValue("start", start(each.range()))
                .addValue("end", end(each.range()))
                .addValue(
                        "decision",
                        each.decision() == null ? null : each.decision().name())
                .addValue(
                        "by", each.decidedBy() == null ? null : each.decidedBy().value())
                .addValue("at", Moments.toDatabase(each.decidedAt()));
    }

    private void batch(String sql, List<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows.toArray(MapSqlParameterSource[]::new));
        }
    }

    private static Integer start(Range range) {
        return range == null ? null : range.start();
    }

    private static Integer end(Range range) {
        return range == null ? null : range.end();
    }

    private static List<Long> values(Collection<DivisionRowId> rows) {
        return rows.stream().map(DivisionRowId::value).toList();
    }
}
