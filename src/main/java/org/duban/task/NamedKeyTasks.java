package org.duban.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duban.account.Account;
import org.duban.account.PersonalItem;
import org.duban.account.PersonalWork;
import org.duban.base.WorkChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Key tasks for which a supervisor was named. Handing over also notes it on every open key task of the directives that go
 * over with them, named or not: from then on somebody else answers for it.
 */
@Component
@Order(50)
class NamedKeyTasks implements PersonalWork {

    /** So that both names and the arrow fit into the figure of an entry. */
    private static final int LONGEST_NAME = 45;

    private static final String NAMED =
            """
            SELECT t.id, t.row_no, t.title FROM key_task_supervisor n JOIN key_task t ON t.id = n.key_task_id
             WHERE n.account_id = :person AND t.closed_at IS NULL ORDER BY t.id""";

    private static final String ENTRUSTED =
            """
            SELECT t.id FROM key_task t
             WHERE t.closed_at IS NULL AND t.directive_id IN (
                   SELECT s.directive_id FROM directive_supervisor s WHERE s.account_id = :person)""";

    private final JdbcClient jdbc;
    private final KeyTaskRepository tasks;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    NamedKeyTasks(JdbcClient jdbc, KeyTaskRepository tasks, Timeline timeline, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.timeline = timeline;
        this.events = events;
    }

    @Override
    public List<PersonalItem> whatWaitsFor(Account person) {
        return jdbc.sql(NAMED)
                .param("person", person.id().value())
                .query((row, number) -> new PersonalItem(
                        "KEY_TASK", row.getLong("id"), row.getString("row_no") + " " + row.getString("title"), false))
                .list();
    }

    @Override
    public List<PersonalItem> handOver(Account from, Account to, Act act) {
        Set<Long> concerned = new TreeSet<>(jdbc.sql(ENTRUSTED)
                .param("person", from.id().value())
                .query(Long.class)
                .list());
        whatWaitsFor(from).forEach(item -> concerned.add(item.subjectId()));
        tasks.lockAll(concerned.stream().map(KeyTaskId::new).toList());
        Map<Long, KeyTask> open = new LinkedHashMap<>();
        concerned.forEach(
                id -> tasks.lock(new KeyTaskId(id)).filter(KeyTask::open).ifPresent(task -> open.put(id, task)));
        List<PersonalItem> named = whatWaitsFor(from).stream()
                .filter(item -> open.containsKey(item.subjectId()))
                .toList();
        named.forEach(item -> rename(item.subjectId(), from, to));
        String figure = shortened(from.displayName()) + " → " + shortened(to.displayName());
        open.values().forEach(task -> {
            timeline.record(task.id(), TimelineEntry.Kind.HANDED_OVER, act.by(), null, act.reason(), figure);
            events.publishEvent(
                    new WorkChanged(task.directiveId().value(), task.id().value()));
        });
        return named;
    }

    private void rename(long task, Account from, Account to) {
        jdbc.sql(
                        """
                        INSERT INTO key_task_supervisor (key_task_id, account_id)
                        SELECT t.id, :to FROM key_task t
                         WHERE t.id = :task AND NOT EXISTS (
                               SELECT 1 FROM key_task_supervisor n WHERE n.key_task_id = t.id AND n.account_id = :to)""")
                .param("to", to.id().value())
                .param("task", task)
                .update();
        jdbc.sql("DELETE FROM key_task_supervisor WHERE key_task_id = :task AND account_id = :from")
                .param("task", task)
                .param("from", from.id().value())
                .update();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
