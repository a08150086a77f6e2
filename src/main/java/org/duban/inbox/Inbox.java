package org.duban.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.account.Staffing;
import org.duban.base.DueKey;
import org.duban.base.Moments;
import org.duban.base.Slice;
import org.duban.base.WorkingCalendar;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for the caller: as a department's hand, as a supervisor of the directives entrusted to them, as a leader; and
 * what waits for those for whom they stand in.
 */
@Service
@Transactional(readOnly = true)
public class Inbox {

    private static final int COUNTED_AT_MOST = 100;

    private static final String STAFF = "(i.department_id = :department AND i.kind NOT IN ("
            + ItemKind.FOR_HEADS.stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(", ")) + "))";

    /** What waits for a leader who is none any more waits for all others, so that it does not wait for nobody. */
    private static final String LEADER =
            "(i.account_id IN (:leaders) OR (i.account_id IS NOT NULL AND NOT" + Staffing.leads("i.account_id") + "))";

    private final JdbcClient jdbc;
    private final CurrentCaller caller;
    private final WorkingCalendar calendar;

    Inbox(JdbcClient jdbc, CurrentCaller caller, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.calendar = calendar;
    }

    /** The caller's items by due date, behind {@code after}. */
    public Slice<OpenItem> mine(DueKey after, int limit) {
        return mine(EnumSet.allOf(ItemKind.class), after, limit);
    }

    /** The caller's items of the given kinds by due date, behind {@code after}. */
    public Slice<OpenItem> mine(Set<ItemKind> kinds, DueKey after, int limit) {
        Caller me = caller.get();
        List<OpenItem> rows = statement(
                        """
                        SELECT i.id, i.kind, i.subject_id, i.key_task_id, i.directive_id, i.department_id, i.due_on,
                               i.counted_from, i.counted_days, i.opened_at, t.row_no, t.title,
                               COALESCE(d.doc_number, d.title) AS label, a.short_name AS about,
                               EXISTS (SELECT 1 FROM reminder m
                                        WHERE m.subject_id = i.subject_id AND m.due_on = i.due_on) AS reminded, """
                                + behalf(me)
                                + """
                           AS behalf
                          FROM open_item i
                          JOIN key_task t ON t.id = i.key_task_id
                          JOIN directive d ON d.id = i.directive_id
                          LEFT JOIN department a ON a.id = i.about_id
                         WHERE (i.due_on > :afterDue OR (i.due_on = :afterDue AND i.id > :afterId))
                           AND i.parked = FALSE AND i.kind IN (:kinds) AND """
                                + " " + scope(me) + " ORDER BY i.due_on, i.id LIMIT :limit",
                        me)
                .param("kinds", kinds.stream().map(ItemKind::name).toList())
                .param("afterDue", after.due())
                .param("afterId", after.id())
                .param("limit", limit + 1)
                .query(this::map)
                .list();
        return Slice.of(rows, limit);
    }

    /** How much waits for the caller; counting stops at 100. */
    public int count() {
        Caller me = caller.get();
        return statement(
                        "SELECT COUNT(*) FROM (SELECT i.id FROM open_item i WHERE i.parked = FALSE AND " + scope(me)
                                + " LIMIT "
                                + COUNTED_AT_MOST + ") AS counted",
                        me)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(String sql, Caller me) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        if (sql.contains(":department")) {
            statement = statement.param("department", me.departmentId().value());
        }
        if (sql.contains(":accounts")) {
            statement = statement.param("accounts", me.accountsAs(Role.SUPERVISOR));
        }
        if (sql.contains(":leaders")) {
            statement = statement.param("leaders", me.accountsAs(Role.LEADER));
        }
        if (sql.contains(":own")) {
            statement = statement.param("own", me.accountId().value());
        }
        return statement;
    }

    /** Whom a supervisor's item asks that does not ask the caller; one of them where it asks several. */
    private static String behalf(Caller me) {
        if (me.lent().isEmpty() || !me.is(Role.SUPERVISOR)) {
            return "NULL";
        }
        return """
                CASE WHEN i.department_id IS NULL AND i.account_id IS NULL AND NOT (i.directive_id IN
                          (SELECT s.directive_id FROM directive_supervisor s WHERE s.account_id = :own) AND"""
                + Answerable.supervisor("i.key_task_id", "i.directive_id", ":own")
                + """
                ) THEN (SELECT MIN(x.display_name) FROM account x
                          JOIN directive_supervisor z ON z.account_id = x.id AND z.directive_id = i.directive_id
                         WHERE x.id IN (:accounts) AND x.id <> :own AND"""
                + Answerable.supervisor("i.key_task_id", "i.directive_id", "x.id")
                + ") END";
    }

    private static String scope(Caller me) {
        List<String> reasons = new ArrayList<>();
        if (me.departmentId() != null && me.actsFor(me.departmentId())) {
            reasons.add("(" + (me.is(Role.HEAD) ? "i.department_id = :department" : STAFF) + " AND "
                    + Staffing.answering("i.role_name", me.is(Role.HEAD), ":department") + ")");
        }
        if (me.is(Role.LEADER)) {
            reasons.add(LEADER);
        }
        if (me.is(Role.SUPERVISOR)) {
            reasons.add("(i.department_id IS NULL AND i.account_id IS NULL AND i.directive_id IN"
                    + " (SELECT s.directive_id FROM directive_supervisor s WHERE s.account_id IN (:accounts)) AND"
                    + Answerable.supervisor("i.key_task_id", "i.directive_id", ":accounts") + ")");
        }
        return reasons.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", reasons) + ")";
    }

    private OpenItem map(ResultSet row, int number) throws SQLException {
        Long department = row.getObject("department_id", Long.class);
        return new OpenItem(
                row.getLong("id"),
                ItemKind.valueOf(row.getString("kind")),
                row.getLong("subject_id"),
                row.getLong("key_task_id"),
                row.getLong("directive_id"),
                department == null ? null : new DepartmentId(department),
                row.getString("row_no"),
                row.getString("title"),
                row.getString("label"),
                row.getString("about"),
                row.getString("behalf"),
                Moments.readDay(row, "due_on"),
                Counted.read(row, calendar),
                Moments.read(row, "opened_at"),
                row.getBoolean("reminded"));
    }
}
