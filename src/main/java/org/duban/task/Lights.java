package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

    /** A key task with what else its light is read from. */
    private record Judged(KeyTask task, boolean started, int missedReports, Verdict verdict, SubTaskLight subTask) {}

    /** @param judged {@code null} if it can't be read */
    private record Candidate(KeyTaskId id, Judged judged) {}

    private static final String SELECT = "SELECT " + KeyTaskRepository.COLUMNS
            + """
            , t.missed_reports, t.verdict,
              (SELECT COUNT(*) FROM duty y WHERE y.key_task_id = t.id AND y.state = 'ACKNOWLEDGED') AS signed,
              (SELECT CONCAT(c.light, ' ', c.row_no) FROM key_task c
                WHERE c.parent_id = t.id AND c.closed_at IS NULL AND c.light <> 'GREY'
                ORDER BY CASE c.light WHEN 'RED' THEN 0 WHEN 'YELLOW' THEN 1 ELSE 2 END, c.id LIMIT 1) AS worst_sub_task
             FROM key_task t
            """;

    private final JdbcClient jdbc;
    private final KeyTaskRepository tasks;
    private final LightRules rules;
    private final LightHistory history;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    Lights(
            JdbcClient jdbc,
            KeyTaskRepository tasks,
            LightRules rules,
            LightHistory history,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.rules = rules;
        this.history = history;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * Reads one light again, and tells open pages that the key task changed, as it did; then those of the open key tasks
     * above, which look at it.
     */
    public void reread(KeyTaskId id) {
        reread(find(id));
    }

    private void reread(Judged found) {
        KeyTaskId id = found.task().id();
        LightReading before = found.task().lightReading();
        LightReading now = read(found);
        if (!now.explainsAs(before)) {
            history.add(id, before, now);
        }
        tasks.setLight(id, now);
        events.publishEvent(new WorkChanged(found.task().directiveId().value(), id.value()));
        if (found.task().isSubTask()) {
            Judged above = find(found.task().parentId());
            if (above.task().open()) {
                reread(above);
            }
        }
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
                    .query((row, number) -> new Candidate(new KeyTaskId(row.getLong("id")), mapIfReadable(row, number)))
                    .list();
            page.stream().filter(this::outdated).map(Candidate::id).forEach(outdated::add);
            reached = page.isEmpty() ? reached : page.getLast().id();
        } while (page.size() == PAGE && outdated.size() < limit);
        return outdated.stream().limit(limit).toList();
    }

    private boolean outdated(Candidate candidate) {
        try {
            Judged found = candidate.judged();
            return found == null || !read(found).saysTheSameAs(found.task().lightReading());
        } catch (IllegalArgumentException undecided) {
            return true;
        }
    }

    private static Judged mapIfReadable(ResultSet row, int number) throws SQLException {
        try {
            return map(row, number);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** Reads one light again under the lock: an action that came before has the last word. */
    public void rereadAsSystem(KeyTaskId id) {
        if (tasks.lock(id).orElseThrow().open()) {
            reread(id);
        }
    }

    private Judged find(KeyTaskId id) {
        return jdbc.sql(SELECT + " WHERE t.id = :id")
                .param("id", id.value())
                .query(Lights::map)
                .single();
    }

    private static Judged map(ResultSet row, int number) throws SQLException {
        return new Judged(
                KeyTaskRepository.map(row, number),
                row.getInt("signed") > 0,
                row.getInt("missed_reports"),
                Verdict.valueOf(row.getString("verdict")),
                worst(row.getString("worst_sub_task")));
    }

    /** @param found the light, a blank and the number; {@code null} where there is none */
    private static SubTaskLight worst(String found) {
        return found == null
                ? SubTaskLight.NONE
                : SubTaskLight.of(found.substring(0, found.indexOf(' ')), found.substring(found.indexOf(' ') + 1));
    }

    private LightReading read(Judged found) {
        KeyTask task = found.task();
        LocalDate closedOn = task.closedAt() == null ? null : calendar.dayOf(task.closedAt());
        LightInputs inputs = LightInputs.at(
                calendar.today(),
                LightInputs.runsSince(task, calendar),
                task.dueOn(),
                task.state() == KeyTask.State.WITHDRAWN
                        ? LightInputs.State.WITHDRAWN
                        : LightInputs.State.of(task.dueOn(), closedOn, found.started(), task.suspended()),
                task.escalationLevel(),
                found.missedReports(),
                found.verdict(),
                task.percent(),
                found.subTask());
        return rules.read(inputs, calendar.now());
    }
}
