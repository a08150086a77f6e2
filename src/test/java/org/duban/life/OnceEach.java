package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** DESIGN, invariant 1: nothing is started, raised or sent twice, and nothing has failed. */
@Component
class OnceEach {

    private static final String[] ONCE = {
        "key_task WHERE division_row_id IS NOT NULL BY division_row_id",
        "key_task WHERE parent_id IS NOT NULL BY parent_id, row_no",
        "suspension WHERE ended_at IS NULL BY key_task_id",
        "sub_task_waiver WHERE revoked_at IS NULL BY key_task_id",
        "duty_held WHERE held_until IS NULL BY duty_id",
        "score_event BY source",
        "score_line BY ledger_id, event_id, part",
        "score_appeal BY event_id",
        "progress_report BY duty_id, period_id, predecessors",
        "reporting_period BY directive_id, frequency, from_day",
        "contribution BY report_id, duty_id",
        "escalation BY kind, subject_id, due_on, level_no",
        "urge BY cause, subject_id, due_on",
        "reminder BY subject_id, due_on, lead_days",
        "countersignature BY completion_id, duty_id"
    };

    private static final String[] NONE = {
        "ACT_RU_JOB WHERE RETRIES_ = 0 OR EXCEPTION_MSG_ IS NOT NULL", "ACT_RU_INCIDENT", "round_failure"
    };

    private final JdbcClient jdbc;

    OnceEach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void check() {
        for (String once : ONCE) {
            String[] parts = once.split(" BY ");
            assertThat(jdbc.sql("SELECT COUNT(*) FROM " + parts[0] + " GROUP BY " + parts[1] + " HAVING COUNT(*) > 1")
                            .query(Long.class)
                            .list())
                    .as("%s twice", once)
                    .isEmpty();
        }
        for (String none : NONE) {
            assertThat(jdbc.sql("SELECT COUNT(*) FROM " + none)
                            .query(Long.class)
                            .single())
                    .as(none)
                    .isZero();
        }
        handsPauseBetweenUrges();
    }

    private void handsPauseBetweenUrges() {
        Map<Long, Instant> last = new HashMap<>();
        jdbc.sql("SELECT duty_id, sent_at FROM urge WHERE cause = 'BY_HAND' ORDER BY sent_at, id")
                .query((row, number) -> Map.entry(row.getLong("duty_id"), Moments.read(row, "sent_at")))
                .list()
                .forEach(urge -> {
                    Instant before = last.put(urge.getKey(), urge.getValue());
                    assertThat(before == null
                                    || Duration.between(before, urge.getValue()).toHours() >= 24)
                            .as("urged again after a day at least: duty %s", urge.getKey())
                            .isTrue();
                });
    }
}
