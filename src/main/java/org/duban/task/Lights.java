package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

    private static final int PAGE = 500;

    private record Started(KeyTask task, boolean started) {}

    private record Candidate(KeyTaskId id, boolean outdated) {}

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

    /**
     * Open key tasks whose light would be read differently now; the next ones in ascending order, behind {@code after}.
     * One that can't be read is among them: whoever reads it again finds out why.
     */
    @Transactional(readOnly = true)
    public List<KeyTaskId> outdatedAsSystem(KeyTaskId after, int limit) {
        List<KeyTaskId> outdated = new ArrayList<>();
        KeyTaskId reached = after;
        List<Candidate> page;
        do {
            page = jdbc.sql(SELECT + " WHERE t.closed_at IS NULL AND t.id > :after ORDER BY t.id LIMIT :limit")
                    .param("after", reached.value())
                    .param("limit", PAGE)
                    .query((row, number) -> new Candidate(new KeyTaskId(row.getLong("id")), outdated(row, number)))
                    .list();
            page.stream().filter(Candidate::outdated).map(Candidate::id).forEach(outdated::add);
            reached = page.isEmpty() ? reached : page.getLast().id();
        } while (page.size() == PAGE && outdated.size() < limit);
        return outdated.stream().limit(limit).toList();
    }

    private boolean outdated(ResultSet row, int number) throws SQLException {
        try {
            Started found = map(row, number);
            return !read(found).saysTheSameAs(found.task().lightReading());
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    /** Reads one light again under the lock: an action that came before has the last word. */
    public void rereadAsSystem(KeyTaskId id) {
        if (tasks.lock(id).orElseThrow().open()) {
            reread(id);
        }
    }

    private Started find(KeyTaskId id) {
        return jdbc.sql(SELECT + " WHERE t.id = :id")
                .param("id", id.value())
                .query(Lights::map)
                .single();
    }

    private static Started map(ResultSet row, int number) throws SQLException {
        return new Started(KeyTaskRepository.map(row, number), row.getInt("signed") > 0);
    }

    private LightReading read(Started found) {
        KeyTask task = found.task();
        LightReading reading = LightRules.read(
                calendar.dayOf(task.launchedAt()),
                task.dueOn(),
                task.closedAt() == null ? null : calendar.dayOf(task.closedAt()),
                found.started(),
                task.percent(),
                calendar.today(),
                calendar.now());
        return task.state() == KeyTask.State.WITHDRAWN ? reading.ofWithdrawn() : reading;
    }
}
