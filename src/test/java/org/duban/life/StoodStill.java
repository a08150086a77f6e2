package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands still waits for the supervisors alone; what went on is later by the days for which it stood still. */
@Component
class StoodStill {

    private record Ended(long id, Instant from, Instant to, int workingDays, LocalDate oldDue, LocalDate newDue) {}

    /** Where the day of an open item is, besides in the item itself; that of a request for an extension is nowhere else. */
    private static final List<String> CLOCKS = List.of(
            "i.kind IN ('REPORT', 'AMEND', 'APPROVE_REPORT') AND i.due_on <> (SELECT g.due_on FROM progress_report g WHERE g.id = i.subject_id)",
            "i.kind = 'CONTRIBUTE' AND i.due_on <> (SELECT c.due_on FROM contribution c WHERE c.id = i.subject_id)",
            "i.kind = 'COUNTERSIGN' AND i.due_on <> (SELECT c.due_on FROM countersignature c WHERE c.id = i.subject_id)",
            "i.kind = 'ANSWER_INSTRUCTION' AND i.due_on <> (SELECT w.due_on FROM instruction_answer w WHERE w.id = i.subject_id)",
            "i.kind = 'DECIDE_SCORE_APPEAL' AND i.due_on <> (SELECT x.due_on FROM score_appeal x WHERE x.id = i.subject_id)",
            "i.kind = 'SITE_CHECK' AND i.due_on <> (SELECT c.planned_on FROM site_check c WHERE c.id = i.subject_id)",
            "i.kind = 'RESUME' AND i.due_on <> (SELECT u.review_on FROM suspension u"
                    + " WHERE u.key_task_id = i.subject_id AND u.ended_at IS NULL)");

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    StoodStill(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    void check() {
        eachIsLookedAtAgain();
        eachMovedTheDueDayByItsWorkingDays();
        for (String clock : CLOCKS) {
            assertThat(jdbc.sql("SELECT i.id FROM open_item i WHERE " + clock)
                            .query(Long.class)
                            .list())
                    .as("items with another day than what they are about: %s", clock)
                    .isEmpty();
        }
        whoSignsHasTheDayOfTheClock();
        assertThat(jdbc.sql(
                                """
                                SELECT c.id FROM key_task c JOIN key_task d ON d.id = c.parent_id
                                  LEFT JOIN key_task e ON e.id = d.parent_id
                                  JOIN key_task p ON p.id IN (d.id, e.id, e.parent_id)
                                 WHERE p.suspended_at IS NOT NULL AND c.closed_at IS NULL AND c.suspended_at IS NULL""")
                        .query(Long.class)
                        .list())
                .as("sub-tasks that run under a key task that stands still")
                .isEmpty();
    }

    private void whoSignsHasTheDayOfTheClock() {
        jdbc.sql("SELECT i.subject_id, i.due_on, y.acknowledge_by FROM open_item i JOIN duty y ON y.id = i.subject_id"
                        + " WHERE i.kind = 'ACKNOWLEDGE'")
                .query(row -> {
                    assertThat(Moments.readDay(row, "due_on"))
                            .as("item and clock of the unsigned duty %s", row.getLong("subject_id"))
                            .isEqualTo(calendar.dayOf(Moments.read(row, "acknowledge_by")));
                });
    }

    /** How many open items of key tasks that once stood still have their day compared with another one, by kind. */
    Map<String, Integer> compared() {
        Map<String, Integer> compared = new TreeMap<>();
        jdbc.sql(
                        """
                        SELECT i.kind, COUNT(*) AS items FROM open_item i
                         WHERE i.kind IN ('REPORT', 'AMEND', 'APPROVE_REPORT', 'CONTRIBUTE', 'ANSWER_INSTRUCTION', 'COUNTERSIGN',
                                          'SITE_CHECK', 'ACKNOWLEDGE')
                           AND EXISTS (SELECT 1 FROM suspension u
                                        WHERE u.key_task_id = i.key_task_id AND u.ended_at > i.opened_at)
                         GROUP BY i.kind""")
                .query(row -> {
                    compared.put(row.getString("kind"), row.getInt("items"));
                });
        return compared;
    }

    private void eachIsLookedAtAgain() {
        assertThat(jdbc.sql(
                                """
                                SELECT u.key_task_id FROM suspension u
                                  LEFT JOIN suspension w ON w.id = u.with_id
                                 WHERE u.ended_at IS NULL AND (
                                       SELECT COUNT(*) FROM open_item i
                                        WHERE i.kind = 'RESUME' AND i.parked = FALSE
                                          AND i.key_task_id = COALESCE(w.key_task_id, u.key_task_id)) <> 1""")
                        .query(Long.class)
                        .list())
                .as("key tasks that stand still, at which nobody is to look again")
                .isEmpty();
    }

    /** What was overdue on days off alone is still overdue, by a day. */
    private LocalDate moved(Ended ended) {
        LocalDate moved = calendar.plusWorkingDays(ended.oldDue(), ended.workingDays());
        LocalDate before = calendar.dayOf(ended.to()).minusDays(1);
        return ended.oldDue().isBefore(calendar.dayOf(ended.from())) && moved.isAfter(before) ? before : moved;
    }

    private void eachMovedTheDueDayByItsWorkingDays() {
        jdbc.sql("SELECT * FROM suspension WHERE ended_at IS NOT NULL")
                .query((row, number) -> new Ended(
                        row.getLong("key_task_id"),
                        Moments.read(row, "suspended_at"),
                        Moments.read(row, "ended_at"),
                        row.getInt("working_days"),
                        Moments.readDay(row, "old_due_on"),
                        Moments.readDay(row, "new_due_on")))
                .list()
                .forEach(ended -> {
                    assertThat(ended.workingDays())
                            .as("%s", ended)
                            .isEqualTo(calendar.workingDaysBetween(
                                    calendar.dayOf(ended.from()), calendar.dayOf(ended.to())));
                    assertThat(ended.newDue()).as("%s", ended).isEqualTo(moved(ended));
                });
    }
}
