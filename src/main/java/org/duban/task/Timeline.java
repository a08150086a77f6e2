package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.Handling;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happened to key tasks, in order; entries are added in the transaction of what they tell. */
@Service
public class Timeline {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final OnBehalf onBehalf;

    Timeline(JdbcClient jdbc, Ids ids, Clock clock, OnBehalf onBehalf) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.onBehalf = onBehalf;
    }

    /**
     * Adds an entry; what the actor could only do in somebody else's place says for whom.
     *
     * @param actor who did it, or {@code null} for the system
     * @param department the department it concerns, or {@code null}
     * @return the entry's identifier
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long record(
            KeyTaskId task,
            TimelineEntry.Kind kind,
            Caller actor,
            DepartmentId department,
            String note,
            String figure) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO timeline_event
                               (id, key_task_id, kind, department_id, actor_id, behalf_id, note, figure, occurred_at)
                        VALUES (:id, :task, :kind, :department, :actor, :behalf, :note, :figure, :now)""")
                .param("id", id)
                .param("task", task.value())
                .param("kind", kind.name())
                .param("department", department == null ? null : department.value())
                .param("actor", actor == null ? null : actor.accountId().value())
                .param("behalf", onBehalf.of(task, actor).map(AccountId::value).orElse(null))
                .param("note", note)
                .param("figure", figure)
                .param("now", Moments.toDatabase(clock.instant()))
                .update();
        return id;
    }

    /** Newest first; for {@link KeyTasks}, which has made sure that the caller may see the task. */
    List<TimelineEntry> of(KeyTaskId task, int limit) {
        return entries("e.note", "", task, limit).query(Timeline::map).list();
    }

    /**
     * The same, without what was written about disputes of other departments, or by the supervisor to them; without their
     * inner steps, and without instructions that were not assigned to the department and appeals against its score.
     */
    List<TimelineEntry> asSeenBy(DepartmentId reader, KeyTaskId task, int limit) {
        String note =
                """
                CASE WHEN e.department_id = :reader
                       OR e.kind NOT IN ('DISPUTE_PREPARED', 'DISPUTE_REJECTED', 'DISPUTED', 'DUTY_TAKEN_UP',
                                         'DUTY_CONFIRMED', 'DUTY_CHANGED', 'DUTY_WITHDRAWN', 'SUCCESSION_DECLINED',
                                         'DUTY_SUCCEEDED', 'HANDED_OVER', 'TRANSFER_REQUESTED', 'TRANSFER_REFUSED',
                                         'DUTY_TRANSFERRED', 'REPORT_RETURNED', 'REPORT_RECALLED', 'REPORT_ACCEPTED',
                                         'EXTENSION_APPROVED', 'EXTENSION_REFUSED', 'URGED', 'MERGED') THEN e.note END
                """;
        String seen =
                """
                 AND (e.department_id = :reader
                      OR NOT (e.kind IN ('EXTENSION_ASKED', 'EXTENSION_REJECTED') OR e.kind LIKE 'INSTRUCTION%' OR e.kind LIKE 'SCORE%'))
                """;
        return entries(note, seen, task, limit)
                .param("reader", reader.value())
                .query(Timeline::map)
                .list();
    }

    /**
     * Who did one of these things last, if a person did.
     *
     * @param department whom it concerned, or {@code null} for whomever
     */
    Optional<Handling> last(KeyTaskId task, DepartmentId department, Set<TimelineEntry.Kind> kinds) {
        return jdbc.sql(
                        """
                        SELECT e.actor_id, e.behalf_id, e.occurred_at FROM timeline_event e
                         WHERE e.key_task_id = :task AND e.kind IN (:kinds) AND e.actor_id IS NOT NULL
                           AND (:department IS NULL OR e.department_id = :department)
                         ORDER BY e.id DESC LIMIT 1""")
                .param("task", task.value())
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .param("department", department == null ? null : department.value())
                .query((row, number) -> Handling.of(
                        row.getLong("actor_id"),
                        row.getObject("behalf_id", Long.class),
                        Moments.read(row, "occurred_at")))
                .optional();
    }

    private JdbcClient.StatementSpec entries(String note, String seen, KeyTaskId task, int limit) {
        return jdbc.sql("SELECT e.id, e.kind, d.short_name, a.display_name, b.display_name AS behalf_name, e.figure,"
                        + " e.occurred_at, " + note
                        + " AS note"
                        + """

                          FROM timeline_event e
                          LEFT JOIN department d ON d.id = e.department_id
                          LEFT JOIN account a ON a.id = e.actor_id
                          LEFT JOIN account b ON b.id = e.behalf_id
                         WHERE e.key_task_id = :task"""
                        + seen + " ORDER BY e.id DESC LIMIT :limit")
                .param("task", task.value())
                .param("limit", limit);
    }

    private static TimelineEntry map(ResultSet row, int number) throws SQLException {
        return new TimelineEntry(
                row.getLong("id"),
                TimelineEntry.Kind.valueOf(row.getString("kind")),
                row.getString("short_name"),
                row.getString("display_name"),
                row.getString("behalf_name"),
                row.getString("note"),
                row.getString("figure"),
                Moments.read(row, "occurred_at"));
    }
}
