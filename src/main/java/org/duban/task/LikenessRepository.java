package org.duban.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.Caller;
import org.duban.directive.DirectiveId;
import org.duban.directive.DivisionRowId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which running key tasks share hashes of their wordings. */
@Repository
class LikenessRepository {

    /** Key tasks that are compared with one row in full, those first that share most with it. */
    private static final int SHORTLIST = 200;

    /** Of a row, or of a sub-task. */
    private static final String BODY = "COALESCE(r.body, s.body)";

    private static final String WORDED =
            """
             FROM key_task t LEFT JOIN division_row r ON r.id = t.division_row_id
                  LEFT JOIN sub_task s ON s.key_task_id = t.id
            """;

    private static final int READ_AT_ONCE = 500;
    private static final int ROWS_AT_ONCE = 40;

    record Candidate(
            KeyTaskId id, String no, String title, DirectiveId directive, String directiveLabel, Wording wording) {

        SimilarTask similar(int percent) {
            return new SimilarTask(id, no, title, directive, directiveLabel, percent);
        }
    }

    private final JdbcClient jdbc;

    LikenessRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters a key task that was launched. */
    void insert(KeyTaskId task) {
        Wording wording = jdbc.sql("SELECT t.title, " + BODY + " AS body" + WORDED + " WHERE t.id = :task")
                .param("task", task.value())
                .query((result, number) -> Wording.of(result.getString("title"), result.getString("body")))
                .single();
        Set<Long> bands = wording.bands();
        if (!bands.isEmpty()) {
            // one statement: a launch should not wait for one answer after the other
            String values = bands.stream().map(band -> "(" + band + ", :task)").collect(Collectors.joining(", "));
            jdbc.sql("INSERT INTO task_likeness (band, key_task_id) VALUES " + values)
                    .param("task", task.value())
                    .update();
        }
    }

    /** A key task that runs no more is of no interest. */
    @EventListener
    void on(KeyTaskEvents.Closed closed) {
        jdbc.sql("DELETE FROM task_likeness WHERE key_task_id = :task")
                .param("task", closed.task().value())
                .update();
    }

    @EventListener
    void on(KeyTaskEvents.Reopened reopened) {
        insert(reopened.task());
    }

    /** Enters the next running key tasks that are not in it. Returns the last of them; empty if there are no more. */
    Optional<KeyTaskId> insertMissing(KeyTaskId after, int limit) {
        List<KeyTaskId> missing = jdbc.sql(
                        """
                        SELECT t.id FROM key_task t
                         WHERE t.id > :after AND t.closed_at IS NULL
                           AND NOT EXISTS (SELECT 1 FROM task_likeness l WHERE l.key_task_id = t.id)
                         ORDER BY t.id LIMIT :limit""")
                .param("after", after.value())
                .param("limit", limit)
                .query((row, number) -> new KeyTaskId(row.getLong("id")))
                .list();
        missing.forEach(this::insert);
        return missing.stream().reduce((one, next) -> next);
    }

    /** For each of the rows with its hashes the key tasks to compare it with; in few statements, however many rows. */
    Map<DivisionRowId, Set<KeyTaskId>> shortlists(Map<DivisionRowId, Set<Long>> bands) {
        Map<DivisionRowId, Set<KeyTaskId>> shortlists = new HashMap<>();
        List<DivisionRowId> rows = new ArrayList<>();
        bands.forEach((row, hashes) -> {
            shortlists.put(row, new HashSet<>());
            if (!hashes.isEmpty()) {
                rows.add(row);
            }
        });
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            shortlist(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)), bands, shortlists);
        }
        return shortlists;
    }

    private void shortlist(
            List<DivisionRowId> rows,
            Map<DivisionRowId, Set<Long>> bands,
            Map<DivisionRowId, Set<KeyTaskId>> shortlists) {
        List<String> each = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", SHORTLIST);
        for (int row = 0; row < rows.size(); row++) {
            each.add(
                    """
                    (SELECT %d AS row_index, l.key_task_id FROM task_likeness l WHERE l.band IN (:bands%d)
                      GROUP BY l.key_task_id ORDER BY COUNT(*) DESC, l.key_task_id LIMIT :limit)"""
                            .formatted(row, row));
            parameters.put("bands" + row, bands.get(rows.get(row)));
        }
        jdbc.sql(String.join(" UNION ALL ", each)).params(parameters).query(row -> {
            shortlists.get(rows.get(row.getInt("row_index"))).add(new KeyTaskId(row.getLong("key_task_id")));
        });
    }

    /** Those of other directives that the caller may see. */
    Map<KeyTaskId, Candidate> visible(Collection<KeyTaskId> tasks, DirectiveId but, Caller me) {
        return visible(tasks, but, me, "t.closed_at IS NULL");
    }

    /** Those of them into which another one may go. */
    Map<KeyTaskId, Candidate> ableToTakeOneIn(Collection<KeyTaskId> tasks, DirectiveId but, Caller me) {
        return visible(tasks, but, me, "t.state = 'RUNNING' AND t.suspended_at IS NULL AND t.parent_id IS NULL");
    }

    private Map<KeyTaskId, Candidate> visible(Collection<KeyTaskId> tasks, DirectiveId but, Caller me, String which) {
        TaskScope scope = new TaskScope(me);
        List<Long> ids = tasks.stream().map(KeyTaskId::value).toList();
        Map<KeyTaskId, Candidate> visible = new HashMap<>();
        for (int from = 0; from < ids.size(); from += READ_AT_ONCE) {
            scope.bind(jdbc.sql(
                            """
                            SELECT t.id, t.row_no, t.title, t.directive_id, COALESCE(d.doc_number, d.title) AS label, \
                            """
                                    + BODY + " AS body" + WORDED
                                    + """
                                     JOIN directive d ON d.id = t.directive_id
                                     WHERE t.id IN (:tasks) AND t.directive_id <> :but AND \
                                    """
                                    + which + " AND " + scope.condition()))
                    .param("tasks", ids.subList(from, Math.min(ids.size(), from + READ_AT_ONCE)))
                    .param("but", but.value())
                    .query((row, number) -> new Candidate(
                            new KeyTaskId(row.getLong("id")),
                            row.getString("row_no"),
                            row.getString("title"),
                            new DirectiveId(row.getLong("directive_id")),
                            row.getString("label"),
                            Wording.of(row.getString("title"), row.getString("body"))))
                    .list()
                    .forEach(each -> visible.put(each.id(), each));
        }
        return visible;
    }
}
