package org.duban.inbox;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.base.CountedDays;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.base.Stop;
import org.duban.base.StoppedClocks;
import org.duban.base.WorkingCalendar;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes items, for the features whose subjects they are; joins their transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OpenItems {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final WorkingCalendar calendar;
    private final StoppedClocks clocks;

    OpenItems(JdbcClient jdbc, Ids ids, WorkingCalendar calendar, StoppedClocks clocks) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.calendar = calendar;
        this.clocks = clocks;
    }

    /** Something waits for a department. */
    public void openFor(
            DepartmentId department, ItemKind kind, long subjectId, long directiveId, long keyTaskId, LocalDate dueOn) {
        insert(kind, subjectId, directiveId, keyTaskId, department, null, department, null, dueOn, null);
    }

    /** As above, until a day that was counted; how is kept with the item. */
    public void openFor(
            DepartmentId department, ItemKind kind, long subjectId, long directiveId, long keyTaskId, CountedDays due) {
        insert(kind, subjectId, directiveId, keyTaskId, department, null, department, null, due.to(), due);
    }

    /** Something waits for the heads of a department; for all of it while it has none. */
    public void openForHeads(
            DepartmentId department, ItemKind kind, long subjectId, long directiveId, long keyTaskId, LocalDate dueOn) {
        insert(kind, subjectId, directiveId, keyTaskId, department, null, department, "HEAD", dueOn, null);
    }

    /** Something that a department handed in waits for the directive's supervisors. */
    public void openForSupervisors(
            DepartmentId about, ItemKind kind, long subjectId, long directiveId, long keyTaskId, LocalDate dueOn) {
        insert(kind, subjectId, directiveId, keyTaskId, null, null, about, null, dueOn, null);
    }

    /** As above, until a day that was counted; how is kept with the item. */
    public void openForSupervisors(
            DepartmentId about, ItemKind kind, long subjectId, long directiveId, long keyTaskId, CountedDays due) {
        insert(kind, subjectId, directiveId, keyTaskId, null, null, about, null, due.to(), due);
    }

    /** Something waits for one person, a leader. @param about the department that it is about, or {@code null} */
    public void openForPerson(
            AccountId person,
            DepartmentId about,
            ItemKind kind,
            long subjectId,
            long directiveId,
            long keyTaskId,
            LocalDate dueOn) {
        insert(kind, subjectId, directiveId, keyTaskId, null, person, about, null, dueOn, null);
    }

    private void insert(
            ItemKind kind,
            long subjectId,
            long directiveId,
            long keyTaskId,
            DepartmentId waitsFor,
            AccountId person,
            DepartmentId about,
            String role,
            LocalDate dueOn,
            CountedDays counted) {
        jdbc.sql(
                        """
                        INSERT INTO open_item
                               (id, kind, subject_id, key_task_id, directive_id, department_id, account_id, about_id,
                                role_name, due_on, counted_from, counted_days, opened_at, parked)
                        VALUES (:id, :kind, :subject, :task, :directive, :department, :account, :about, :role, :due,
                                :from, :days, :now, :parkable AND EXISTS (
                                SELECT 1 FROM key_task t WHERE t.id = :task AND t.suspended_at IS NOT NULL))""")
                .param("parkable", !ItemKind.NEVER_PARKED.contains(kind))
                .param("id", ids.next())
                .param("kind", kind.name())
                .param("subject", subjectId)
                .param("task", keyTaskId)
                .param("directive", directiveId)
                .param("department", waitsFor == null ? null : waitsFor.value())
                .param("account", person == null ? null : person.value())
                .param("about", about == null ? null : about.value())
                .param("role", role)
                .param("due", dueOn)
                .param("from", counted == null ? null : counted.from())
                .param("days", counted == null ? null : counted.days())
                .param("now", Moments.toDatabase(calendar.now()))
                .update();
    }

    /** How the due days of a key task's items of this kind were counted, by subject; without those that were not. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Map<Long, CountedDays> countedAsSystem(long keyTaskId, ItemKind kind) {
        Map<Long, CountedDays> counted = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT subject_id, counted_from, counted_days FROM open_item
                         WHERE key_task_id = :task AND kind = :kind AND counted_days IS NOT NULL""")
                .param("task", keyTaskId)
                .param("kind", kind.name())
                .query(row -> {
                    counted.put(row.getLong("subject_id"), Counted.read(row, calendar));
                });
        return counted;
    }

    /** Whether there was such an item. */
    public boolean close(ItemKind kind, long subjectId) {
        return jdbc.sql("DELETE FROM open_item WHERE kind = :kind AND subject_id = :subject")
                        .param("kind", kind.name())
                        .param("subject", subjectId)
                        .update()
                > 0;
    }

    /** Whether the department has handed in what was asked of it on the key task, and waits for the supervisors. */
    @Transactional(readOnly = true)
    public boolean onlyWithSupervisors(long keyTaskId, DepartmentId department) {
        return jdbc.sql(
                        """
                        SELECT COALESCE(SUM(CASE WHEN i.department_id IS NULL THEN 1 ELSE 0 END), 0) AS handed_in,
                               COALESCE(SUM(CASE WHEN i.department_id IS NULL THEN 0 ELSE 1 END), 0) AS asked
                          FROM open_item i
                         WHERE i.key_task_id = :task AND i.about_id = :department
                           AND i.kind NOT IN ('DECIDE_SUCCESSION', 'DECIDE_SCORE_APPEAL', 'URGED', 'RECEIVE_ESCALATION')""")
                .param("task", keyTaskId)
                .param("department", department.value())
                .query((row, number) -> row.getInt("handed_in") > 0 && row.getInt("asked") == 0)
                .single();
    }

    /**
     * What waits for one department about this key task, or is about it, does so for another one from now on. What is about
     * the past stays about the department of that time.
     */
    public void handOver(long keyTaskId, DepartmentId from, DepartmentId to) {
        for (String column : List.of("department_id", "about_id")) {
            jdbc.sql("UPDATE open_item SET " + column + " = :to WHERE key_task_id = :task AND " + column
                            + " = :from AND kind NOT IN (:outliving)")
                    .param("outliving", names(ItemKind.OUTLIVING))
                    .param("to", to.value())
                    .param("task", keyTaskId)
                    .param("from", from.value())
                    .update();
        }
    }

    /** What waits for one person does so for another one from now on, until the same day. */
    public void handOver(ItemKind kind, long subjectId, AccountId to) {
        jdbc.sql("UPDATE open_item SET account_id = :to"
                        + " WHERE kind = :kind AND subject_id = :subject AND account_id IS NOT NULL")
                .param("to", to.value())
                .param("kind", kind.name())
                .param("subject", subjectId)
                .update();
    }

    /** What waits about this key task, which stands still, is in nobody's inbox; neither is what comes meanwhile. */
    public void park(long keyTaskId) {
        jdbc.sql("UPDATE open_item SET parked = TRUE WHERE key_task_id = :task AND kind NOT IN (:others)")
                .param("others", names(ItemKind.NEVER_PARKED))
                .param("task", keyTaskId)
                .update();
    }

    private record Parked(long id, LocalDate dueOn, LocalDate openedOn) {}

    /** All that was parked waits again, later by the working days since then, or since it came, if that was meanwhile. */
    public void resume(long keyTaskId, Stop stop) {
        jdbc.sql("SELECT id, due_on, opened_at FROM open_item WHERE key_task_id = :task AND parked = TRUE")
                .param("task", keyTaskId)
                .query((row, number) -> new Parked(
                        row.getLong("id"),
                        Moments.readDay(row, "due_on"),
                        calendar.dayOf(Moments.read(row, "opened_at"))))
                .list()
                .forEach(item -> resume(item, item.openedOn().isAfter(stop.since()) ? since(item.openedOn()) : stop));
    }

    private Stop since(LocalDate day) {
        return new Stop(day, calendar.workingDaysBetween(day, calendar.today()));
    }

    private void resume(Parked item, Stop stop) {
        LocalDate dueOn = clocks.moved(item.dueOn(), stop);
        boolean counted = dueOn.equals(calendar.plusWorkingDays(item.dueOn(), stop.workingDays()));
        jdbc.sql("UPDATE open_item SET parked = FALSE, due_on = :due, counted_days = "
                        + (counted ? "counted_days + :days" : "NULL, counted_from = NULL") + " WHERE id = :id")
                .param("due", dueOn)
                .param("days", stop.workingDays())
                .param("id", item.id())
                .update();
    }

    /** These wait until later by the working days: nobody could do anything about them meanwhile. */
    public void giveBack(Set<ItemKind> kinds, List<Long> subjects, long keyTaskId, Stop stop) {
        if (subjects.isEmpty()) {
            return;
        }
        String which = "key_task_id = :task AND kind IN (%s) AND subject_id IN (%s)"
                .formatted(
                        kinds.stream().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(", ")),
                        subjects.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        jdbc.sql("UPDATE open_item SET counted_days = counted_days + :days WHERE " + which)
                .param("days", stop.workingDays())
                .param("task", keyTaskId)
                .update();
        clocks.moveDays("open_item", "due_on", which, keyTaskId, stop);
    }

    /** Nobody waits any more for anything about this key task, but for what outlives it. */
    public void closeAllOfTask(long keyTaskId) {
        jdbc.sql("DELETE FROM open_item WHERE key_task_id = :task AND kind NOT IN (:outliving)")
                .param("task", keyTaskId)
                .param("outliving", names(ItemKind.OUTLIVING))
                .update();
    }

    private static List<String> names(Set<ItemKind> kinds) {
        return kinds.stream().map(Enum::name).toList();
    }
}
