package org.duban.ladder;

import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.task.DutyLadder;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 重点或一般: a supervisor says how important a key task is; the tables take it from there. */
@Service
@Transactional
public class Priorities {

    private final JdbcClient jdbc;
    private final DutyLadder duties;
    private final CurrentCaller caller;

    Priorities(JdbcClient jdbc, DutyLadder duties, CurrentCaller caller) {
        this.jdbc = jdbc;
        this.duties = duties;
        this.caller = caller;
    }

    /** @throws Refusal if the caller does not supervise it, or it is so already */
    public void set(KeyTaskId id, Priority priority) {
        duties.lockForSupervisor(id);
        int changed = jdbc.sql("UPDATE key_task SET priority = :priority WHERE id = :id AND priority <> :priority")
                .param("priority", priority.name())
                .param("id", id.value())
                .update();
        if (changed == 0) {
            throw Refusal.alreadyHandled();
        }
        duties.note(id, TimelineEntry.Kind.PRIORITY_CHANGED, caller.get(), null, null, priority.name());
    }
}
