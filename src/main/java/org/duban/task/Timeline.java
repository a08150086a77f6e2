package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    /**
     * What the reader may read of it, newest first; for {@link KeyTasks}, which has made sure that they may see the task.
     * {@link TimelineEntry.Kind} says who reads what.
     *
     * @param overseer whether they read what departments and supervisors write to each other
     * @param own for which department they act, or {@code null}
     */
    List<TimelineEntry> asSeenBy(boolean overseer, DepartmentId own, KeyTaskId task, int limit) {
        Set<TimelineEntry.Readers> readers = overseer
                ? EnumSet.of(TimelineEntry.Readers.EVERYBODY, TimelineEntry.Readers.OVERSEERS)
                : EnumSet.of(TimelineEntry.Readers.EVERYBODY);
        return jdbc.sql(
                        """
                        SELECT e.id, e.kind, d.short_name, a.display_name, b.display_name AS behalf_name, e.figure,
                               e.occurred_at,
                               CASE WHEN e.department_id = :own OR e.kind IN (:told) THEN e.note END AS note
                          FROM timeline_event e
                          LEFT JOIN department d ON d.id = e.department_id
                          LEFT JOIN account a ON a.id = e.actor_id
                          LEFT JOIN account b ON b.id = e.behalf_id
                         WHERE e.key_task_id = :task AND (e.department_id = :own OR e.kind IN (:seen))
                         ORDER BY e.id DESC LIMIT :limit""")
                .param("own", own == null ? null : own.value())
                .param("told", kinds(kind -> readers.contains(kind.noteReaders())))
                .param("seen", kinds(kind -> readers.contains(kind.readers())))
                .param("task", task.value())
                .param("limit", limit)
                .query(Timeline::map)
                .list();
    }

    private static List<String> kinds(Predicate<TimelineEntry.Kind> which) {
        return Stream.of(TimelineEntry.Kind.values())
                .filter(which)
                .map(Enum::name)
                .toList();
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
