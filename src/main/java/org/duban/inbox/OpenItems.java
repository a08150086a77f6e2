package org.duban.inbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
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
    private final Clock clock;

    OpenItems(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Something waits for a department. */
    public void openFor(
            DepartmentId department, ItemKind kind, long subjectId, long directiveId, long keyTaskId, LocalDate dueOn) {
        insert(kind, subjectId, directiveId, keyTaskId, department, null, department, dueOn);
    }

    /** Something that a department handed in waits for the directive's supervisors. */
    public void openForSupervisors(
            DepartmentId about, ItemKind kind, long subjectId, long directiveId, long keyTaskId, LocalDate dueOn) {
        insert(kind, subjectId, directiveId, keyTaskId, null, null, about, dueOn);
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
        insert(kind, subjectId, directiveId, keyTaskId, null, person, about, dueOn);
    }

    private void insert(
            ItemKind kind,
            long subjectId,
            long directiveId,
            long keyTaskId,
            DepartmentId waitsFor,
            AccountId person,
            DepartmentId about,
            LocalDate dueOn) {
        jdbc.sql(
                        """
                        INSERT INTO open_item
                               (id, kind, subject_id, key_task_id, directive_id, department_id, account_id, about_id,
                                due_on, opened_at)
                        VALUES (:id, :kind, :subject, :task, :directive, :department, :account, :about, :due, :now)""")
                .param("id", ids.next())
                .param("kind", kind.name())
                .param("subject", subjectId)
                .param("task", keyTaskId)
                .param("directive", directiveId)
                .param("department", waitsFor == null ? null : waitsFor.value())
                .param("account", person == null ? null : person.value())
                .param("about", about == null ? null : about.value())
                .param("due", dueOn)
                .param("now", Moments.toDatabase(clock.instant()))
                .update();
    }

    /** Whether there was such an item. */
    public boolean close(ItemKind kind, long subjectId) {
        return jdbc.sql("DELETE FROM open_item WHERE kind = :kind AND subject_id = :subject")
                        .param("kind", kind.name())
                        .param("subject", subjectId)
                        .update()
                > 0;
    }

    /** What waits for one department about this key task, or is about it, does so for another one from now on. */
    public void handOver(long keyTaskId, DepartmentId from, DepartmentId to) {
        for (String column : List.of("department_id", "about_id")) {
            jdbc.sql("UPDATE open_item SET " + column + " = :to WHERE key_task_id = :task AND " + column + " = :from")
                    .param("to", to.value())
                    .param("task", keyTaskId)
                    .param("from", from.value())
                    .update();
        }
    }

    /** Nobody waits any more for anything about this key task. */
    public void closeAllOfTask(long keyTaskId) {
        jdbc.sql("DELETE FROM open_item WHERE key_task_id = :task")
                .param("task", keyTaskId)
                .update();
    }
}
