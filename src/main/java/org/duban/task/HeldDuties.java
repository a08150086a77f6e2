package org.duban.task;

import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which department had a duty from when to when, in which role, and whether it signed for it then. The duty itself says who
 * has it now; this says it of any year, and is never changed once the department has it no more.
 */
@Repository
class HeldDuties {

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private final Ids ids;

    HeldDuties(JdbcClient jdbc, WorkingCalendar calendar, Ids ids) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.ids = ids;
    }

    /** Its department has it from now on, unless it did already. */
    void begin(DutyId id) {
        jdbc.sql(
                        """
                        INSERT INTO duty_held (id, duty_id, department_id, duty_role, held_from, signed_at)
                        SELECT :id, y.id, y.department_id, y.duty_role, :now,
                               CASE y.state WHEN 'ACKNOWLEDGED' THEN y.acknowledged_at END
                          FROM duty y
                         WHERE y.id = :duty
                           AND NOT EXISTS (SELECT 1 FROM duty_held h WHERE h.duty_id = y.id AND h.held_until IS NULL)""")
                .param("id", ids.next())
                .param("duty", id.value())
                .param("now", Moments.toDatabase(calendar.now()))
                .update();
    }

    void signed(DutyId id) {
        now("UPDATE duty_held SET signed_at = :now WHERE duty_id = :duty AND held_until IS NULL", id);
    }

    void end(DutyId id) {
        now("UPDATE duty_held SET held_until = :now WHERE duty_id = :duty AND held_until IS NULL", id);
    }

    private void now(String sql, DutyId id) {
        jdbc.sql(sql)
                .param("now", Moments.toDatabase(calendar.now()))
                .param("duty", id.value())
                .update();
    }
}
