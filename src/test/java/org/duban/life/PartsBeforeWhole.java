package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * No key task was completed or merged before what was split off it had ended, on whichever level, unless a supervisor had
 * said that it may be.
 */
@Component
class PartsBeforeWhole {

    private static final String OPEN_AT_THAT_MOMENT =
            """
            EXISTS (SELECT 1 FROM key_task c JOIN sub_task s ON s.key_task_id = c.id
                      JOIN key_task d ON d.id = c.parent_id LEFT JOIN key_task g ON g.id = d.parent_id
                     WHERE e.key_task_id IN (d.id, g.id, g.parent_id) AND s.split_at < e.closed_at
                       AND NOT EXISTS (SELECT 1 FROM key_task_closing x
                                        WHERE x.key_task_id = c.id AND x.closed_at <= e.closed_at
                                          AND (x.reopened_at IS NULL OR x.reopened_at > e.closed_at)))""";

    private final JdbcClient jdbc;

    PartsBeforeWhole(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void check() {
        assertThat(jdbc.sql(
                                "SELECT e.key_task_id FROM key_task_closing e WHERE e.state = 'CLOSED' AND "
                                        + OPEN_AT_THAT_MOMENT
                                        + """
                                   AND NOT EXISTS (SELECT 1 FROM sub_task_waiver w
                                                    WHERE w.key_task_id = e.key_task_id AND w.waived_at <= e.closed_at
                                                      AND (w.revoked_at IS NULL OR w.revoked_at >= e.closed_at))""")
                        .query(Long.class)
                        .list())
                .as("key tasks that were completed before their sub-tasks, which nobody waived")
                .isEmpty();
        assertThat(jdbc.sql("SELECT e.key_task_id FROM key_task_closing e WHERE e.state = 'WITHDRAWN' AND "
                                + OPEN_AT_THAT_MOMENT)
                        .query(Long.class)
                        .list())
                .as("key tasks that were withdrawn or merged, and left sub-tasks open")
                .isEmpty();
    }
}
