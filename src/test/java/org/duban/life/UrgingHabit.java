package org.duban.life;

import java.util.List;
import org.duban.ladder.Urges;
import org.duban.task.DutyId;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The supervisor urges departments by hand, sooner again than is allowed at times. */
@Component
class UrgingHabit implements Habit {

    private final Urges urges;
    private final JdbcClient jdbc;

    UrgingHabit(Urges urges, JdbcClient jdbc) {
        this.urges = urges;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public void day(Crowd crowd) {
        if (!crowd.chance(15)) {
            return;
        }
        List<DutyId> duties = duties();
        for (int number = duties.isEmpty() ? 0 : crowd.between(1, 3); number > 0; number--) {
            DutyId duty = crowd.anyOf(duties);
            crowd.act(crowd.supervisor(), "urge", Traces.of(Kind.URGED), () -> urges.urge(duty, "请尽快办理"));
            if (crowd.chance(10)) {
                crowd.act(crowd.supervisor(), "urge", Traces.of(Kind.URGED), () -> urges.urge(duty, null));
            }
        }
    }

    /** Of open key tasks, whoever has the ball. */
    private List<DutyId> duties() {
        return jdbc.sql(
                        """
                        SELECT y.id FROM duty y JOIN key_task t ON t.id = y.key_task_id
                          JOIN key_task top ON top.id = t.root_id
                          JOIN division_row r ON r.id = top.division_row_id
                          JOIN department d ON d.id = y.department_id
                         WHERE t.closed_at IS NULL ORDER BY r.position_no, LENGTH(t.row_no), t.row_no, d.code""")
                .query((row, number) -> new DutyId(row.getLong("id")))
                .list();
    }
}
