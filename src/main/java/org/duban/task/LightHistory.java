package org.duban.task;

import java.util.List;
import org.duban.account.CurrentCaller;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How the lights changed. What a rule said once stays said, whatever the rules say later: rows are only added. */
@Service
public class LightHistory {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final KeyTaskRepository tasks;
    private final CurrentCaller caller;

    LightHistory(JdbcClient jdbc, Ids ids, KeyTaskRepository tasks, CurrentCaller caller) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.tasks = tasks;
        this.caller = caller;
    }

    /**
     * The changes since the launch, newest first.
     *
     * @throws Refusal if there is no key task that the caller may see
     */
    @Transactional(readOnly = true)
    public List<LightChange> of(KeyTaskId id, int limit) {
        tasks.findVisible(id, caller.get()).orElseThrow(Refusal::notFound);
        return jdbc.sql("SELECT from_light, " + LightColumns.NAMES
                        + " FROM light_change WHERE key_task_id = :task ORDER BY id DESC LIMIT :limit")
                .param("task", id.value())
                .param("limit", limit)
                .query((row, number) ->
                        new LightChange(Light.valueOf(row.getString("from_light")), LightColumns.map(row)))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(KeyTaskId id, LightReading from, LightReading to) {
        LightColumns.bind(
                        jdbc.sql("INSERT INTO light_change (id, key_task_id, from_light, from_rule, "
                                + LightColumns.NAMES + ") VALUES (:id, :task, :fromLight, :fromRule, "
                                + LightColumns.VALUES + ")"),
                        to)
                .param("id", ids.next())
                .param("task", id.value())
                .param("fromLight", from.light().name())
                .param("fromRule", from.rule())
                .update();
    }
}
