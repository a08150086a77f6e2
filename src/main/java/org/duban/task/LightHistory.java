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

    /** In the place of the rule before, where there was none. */
    private static final String LAUNCH = "";

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
     * The changes, newest first; the first of all is the reading at the launch, for key tasks of which it was kept.
     *
     * @throws Refusal if there is no key task that the caller may see
     */
    @Transactional(readOnly = true)
    public List<LightChange> of(KeyTaskId id, int limit) {
        tasks.findVisible(id, caller.get()).orElseThrow(Refusal::notFound);
        return jdbc.sql("SELECT from_light, from_rule, " + LightColumns.NAMES
                        + " FROM light_change WHERE key_task_id = :task ORDER BY id DESC LIMIT :limit")
                .param("task", id.value())
                .param("limit", limit)
                .query((row, number) -> new LightChange(
                        row.getString("from_rule").equals(LAUNCH) ? null : Light.valueOf(row.getString("from_light")),
                        LightColumns.map(row)))
                .list();
    }

    /** What was read first. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(KeyTaskId id, LightReading first) {
        insert(id, first.light(), LAUNCH, first);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(KeyTaskId id, LightReading from, LightReading to) {
        insert(id, from.light(), from.rule(), to);
    }

    private void insert(KeyTaskId id, Light fromLight, String fromRule, LightReading to) {
        LightColumns.bind(
                        jdbc.sql("INSERT INTO light_change (id, key_task_id, from_light, from_rule, "
                                + LightColumns.NAMES + ") VALUES (:id, :task, :fromLight, :fromRule, "
                                + LightColumns.VALUES + ")"),
                        to)
                .param("id", ids.next())
                .param("task", id.value())
                .param("fromLight", fromLight.name())
                .param("fromRule", fromRule)
                .update();
    }
}
