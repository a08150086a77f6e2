package org.duban.watchdog;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the nightly round, or the turn of a period, could not do to single items: one row per step and item for as long as that is so. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RoundFailures {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    RoundFailures(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps that the step failed at the item, or failed again. */
    public void recordAsSystem(RoundStep step, long itemId, long keyTaskId, Throwable cause) {
        String message = Causes.brief(cause);
        int known = jdbc.sql(
                        """
                        UPDATE round_failure SET times = times + 1, last_at = :now, message = :message
                         WHERE step = :step AND item_id = :item""")
                .param("now", Moments.toDatabase(clock.instant()))
                .param("message", message)
                .param("step", step.name())
                .param("item", itemId)
                .update();
        if (known == 0) {
            jdbc.sql(
                            """
                            INSERT INTO round_failure
                                   (id, step, item_id, key_task_id, message, times, first_at, last_at)
                            VALUES (:id, :step, :item, :task, :message, 1, :now, :now)""")
                    .param("id", ids.next())
                    .param("step", step.name())
                    .param("item", itemId)
                    .param("task", keyTaskId)
                    .param("message", message)
                    .param("now", Moments.toDatabase(clock.instant()))
                    .update();
        }
    }

    /** The step was done to the item, or need not be done any more. */
    public void settledAsSystem(RoundStep step, long itemId) {
        jdbc.sql("DELETE FROM round_failure WHERE step = :step AND item_id = :item")
                .param("step", step.name())
                .param("item", itemId)
                .update();
    }

    /** Key tasks of the directive at which one of the steps failed. */
    public Set<Long> tasksAsSystem(Set<RoundStep> steps, long directiveId) {
        return Set.copyOf(jdbc.sql(
                        """
                        SELECT DISTINCT f.key_task_id FROM round_failure f JOIN key_task t ON t.id = f.key_task_id
                         WHERE f.step IN (:steps) AND t.directive_id = :directive""")
                .param("steps", steps.stream().map(RoundStep::name).toList())
                .param("directive", directiveId)
                .query(Long.class)
                .list());
    }

    /** Like {@link #finishedAsSystem(RoundStep, Instant)}, for what is done directive by directive. */
    public void finishedAsSystem(RoundStep step, long directiveId, Instant since) {
        jdbc.sql(
                        """
                        DELETE FROM round_failure WHERE step = :step AND last_at < :since
                           AND key_task_id IN (SELECT t.id FROM key_task t WHERE t.directive_id = :directive)""")
                .param("step", step.name())
                .param("directive", directiveId)
                .param("since", Moments.toDatabase(since))
                .update();
    }

    /** The round has come through the step: what it did not fail at again since then need not be done any more. */
    public void finishedAsSystem(RoundStep step, Instant since) {
        jdbc.sql("DELETE FROM round_failure WHERE step = :step AND last_at < :since")
                .param("step", step.name())
                .param("since", Moments.toDatabase(since))
                .update();
    }
}
