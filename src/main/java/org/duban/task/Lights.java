package org.duban.task;

import java.util.List;
import org.duban.base.WorkChanged;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the lights again: after each event of a key task, and for all open ones each night. */
@Service
@Transactional
public class Lights {

    private static final int BATCH = 500;

    private record Started(KeyTask task, boolean started) {}

    private static final String SELECT = "SELECT " + KeyTaskRepository.COLUMNS
            + """
            , (SELECT COUNT(*) FROM duty y WHERE y.key_task_id = t.id AND y.state = 'ACKNOWLEDGED') AS signed
             FROM key_task t
            """;

    private final JdbcClient jdbc;
    private final KeyTaskRepository tasks;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    Lights(JdbcClient jdbc, KeyTaskRepository tasks, WorkingCalendar calendar, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.calendar = calendar;
        this.events = events;
    }

    /** Reads one light again, and tells open pages that the key task changed, as it did. */
    public void reread(KeyTaskId id) {
        Started found = find(id);
        tasks.setLight(id, read(found));
        events.publishEvent(new WorkChanged(found.task().directiveId().value(), id.value()));
    }

    /** Reads the lights of all open key tasks again. Runs without a caller. */
    public void rereadOpenOnes() {
        long after = Long.MIN_VALUE;
        List<Started> batch;
        do {
            batch = jdbc.sql(SELECT + " WHERE t.closed_at IS NULL AND t.id > :after ORDER BY t.id LIMIT :limit")
                    .param("after", after)
                    .param("limit", BATCH)
                    .query((row, number) -> new Started(KeyTaskRepository.map(row, number), row.getInt("signed") > 0))
                    .list();
            for (Started found : batch) {
                if (!read(found).saysTheSameAs(found.task().lightReading())) {
                    rereadUnlessClosed(found.task().id());
                }
                after = found.task().id().value();
            }
        } while (batch.size() == BATCH);
    }

    /** Reads under the lock what the batch was read without: an action that came between has the last word. */
    private void rereadUnlessClosed(KeyTaskId id) {
        if (tasks.lock(id).orElseThrow().open()) {
            reread(id);
        }
    }

    private Started find(KeyTaskId id) {
        return jdbc.sql(SELECT + " WHERE t.id = :id")
                .param("id", id.value())
                .query((row, number) -> new Started(KeyTaskRepository.map(row, number), row.getInt("signed") > 0))
                .single();
    }

    private LightReading read(Started found) {
        KeyTask task = found.task();
        return LightRules.read(
                calendar.dayOf(task.launchedAt()),
                task.dueOn(),
                task.closedAt() == null ? null : calendar.dayOf(task.closedAt()),
                found.started(),
                task.percent(),
                calendar.today(),
                calendar.now());
    }
}
