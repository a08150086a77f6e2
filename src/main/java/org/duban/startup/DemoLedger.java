package org.duban.startup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DutyRole;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the story needs to know of everybody's open work, in one read a day. */
@Repository
class DemoLedger {

    /**
     * @param title of the key task
     * @param department whose duty it is about
     * @param firstClock whether nothing was disputed, returned or sent back about it before
     * @param othersReport whether another department would go on reporting without this one
     * @param earlierOpen whether a report on the same duty for an earlier period is not accepted yet
     * @param revision of a report's draft
     * @param handIn the latest of a report, or 0
     */
    record Item(
            ItemKind kind,
            long subjectId,
            long taskId,
            String directive,
            String rowNo,
            String title,
            DepartmentId department,
            String departmentName,
            String code,
            DutyRole role,
            boolean signed,
            int percent,
            LocalDate openedOn,
            LocalDate dueOn,
            LocalDate taskDueOn,
            LocalDate launchedOn,
            boolean firstClock,
            boolean othersReport,
            boolean earlierOpen,
            int revision,
            long handIn) {

        /** The same on every run, which identifiers are not. */
        String name() {
            return directive + "/" + rowNo + "/" + code;
        }
    }

    /**
     * @param missed reports of the duty that no other tells of
     * @param lastDecidedOn when an application for completion was last sent back, or {@code null}
     */
    record Candidate(
            String directive,
            String rowNo,
            LocalDate dueOn,
            long taskId,
            long dutyId,
            DepartmentId department,
            int missed,
            LocalDate lastDecidedOn) {}

    /** An application that nobody countersigns any more in time. */
    record Late(String directive, long taskId, long completionId) {}

    private static final String ITEMS =
            """
            SELECT i.kind, i.subject_id, i.key_task_id, d.slug, t.row_no, t.title,
                   y.department_id, p.short_name, p.code, y.duty_role, y.state,
                   COALESCE(y.percent, 0) AS percent, i.opened_at, i.due_on, t.due_on AS task_due_on, t.launched_at,
                   (SELECT COUNT(*) FROM dispute x WHERE x.duty_id = y.id AND x.decision IS NOT NULL) AS disputes,
                   COALESCE((SELECT g.times_returned FROM progress_report g WHERE g.id = i.subject_id), 0) AS returns,
                   COALESCE((SELECT g.draft_revision FROM progress_report g WHERE g.id = i.subject_id), 0) AS revision,
                   COALESCE((SELECT MAX(h.id) FROM report_submission h WHERE h.report_id = i.subject_id), 0) AS hand_in,
                   (SELECT COUNT(*) FROM progress_report g JOIN progress_report e ON e.duty_id = g.duty_id
                     WHERE g.id = i.subject_id AND e.original_due_on < g.original_due_on
                       AND e.state IN ('OPEN', 'WITH_HEAD', 'RETURNED', 'SUBMITTED')) AS earlier,
                   (SELECT COUNT(*) FROM completion c
                     WHERE c.key_task_id = t.id AND c.decided_at IS NOT NULL) AS completions,
                   (SELECT COUNT(*) FROM duty o WHERE o.key_task_id = t.id AND o.id <> y.id
                       AND o.duty_role <> 'COOPERATING' AND o.state <> 'WITHDRAWN') AS reporters
              FROM open_item i
              JOIN key_task t ON t.id = i.key_task_id
              JOIN directive d ON d.id = i.directive_id
              JOIN duty y ON y.key_task_id = t.id AND y.department_id = i.about_id
              JOIN department p ON p.id = y.department_id
             WHERE i.kind IN (:kinds) ORDER BY d.slug, t.id, y.position_no, i.id
            """;

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    DemoLedger(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    List<Item> items(Set<ItemKind> kinds) {
        return jdbc.sql(ITEMS)
                .param("kinds", kinds.stream().map(ItemKind::name).toList())
                .query(this::item)
                .list();
    }

    /** Key tasks in execution whose first reporting department has signed. */
    List<Candidate> signedAndRunning() {
        return jdbc.sql(
                        """
                        SELECT d.slug, t.row_no, t.due_on, t.id AS task_id, y.id, y.department_id,
                               (SELECT COUNT(*) FROM progress_report g WHERE g.duty_id = y.id AND g.state = 'MISSED'
                                   AND g.covered_by IS NULL) AS missed,
                               (SELECT MAX(c.decided_at) FROM completion c WHERE c.key_task_id = t.id) AS decided_at
                          FROM key_task t
                          JOIN directive d ON d.id = t.directive_id
                          JOIN duty y ON y.key_task_id = t.id
                         WHERE t.state = 'RUNNING' AND y.state = 'ACKNOWLEDGED' AND y.duty_role <> 'COOPERATING'
                           AND y.position_no = (SELECT MIN(o.position_no) FROM duty o WHERE o.key_task_id = t.id
                               AND o.duty_role <> 'COOPERATING' AND o.state <> 'WITHDRAWN')
                         ORDER BY d.slug, t.id""")
                .query((row, number) -> new Candidate(
                        row.getString("slug"),
                        row.getString("row_no"),
                        Moments.readDay(row, "due_on"),
                        row.getLong("task_id"),
                        row.getLong("id"),
                        new DepartmentId(row.getLong("department_id")),
                        row.getInt("missed"),
                        Moments.read(row, "decided_at") == null
                                ? null
                                : calendar.dayOf(Moments.read(row, "decided_at"))))
                .list();
    }

    List<Late> lateCountersigning() {
        return jdbc.sql(
                        """
                        SELECT d.slug, t.id, MAX(s.completion_id) AS completion_id
                          FROM countersignature s
                          JOIN key_task t ON t.id = s.key_task_id
                          JOIN directive d ON d.id = t.directive_id
                         WHERE s.state = 'OPEN'
                         GROUP BY d.slug, t.id HAVING MAX(s.due_on) < :today ORDER BY d.slug, t.id""")
                .param("today", calendar.today())
                .query((row, number) ->
                        new Late(row.getString("slug"), row.getLong("id"), row.getLong("completion_id")))
                .list();
    }

    private Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                ItemKind.valueOf(row.getString("kind")),
                row.getLong("subject_id"),
                row.getLong("key_task_id"),
                row.getString("slug"),
                row.getString("row_no"),
                row.getString("title"),
                new DepartmentId(row.getLong("department_id")),
                row.getString("short_name"),
                row.getString("code"),
                DutyRole.valueOf(row.getString("duty_role")),
                "ACKNOWLEDGED".equals(row.getString("state")),
                row.getInt("percent"),
                calendar.dayOf(Moments.read(row, "opened_at")),
                Moments.readDay(row, "due_on"),
                Moments.readDay(row, "task_due_on"),
                calendar.dayOf(Moments.read(row, "launched_at")),
                row.getInt("disputes") + row.getInt("returns") + row.getInt("completions") == 0,
                row.getInt("reporters") > 0,
                row.getInt("earlier") > 0,
                row.getInt("revision"),
                row.getLong("hand_in"));
    }
}
